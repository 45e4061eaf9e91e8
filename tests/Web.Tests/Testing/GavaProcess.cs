namespace Gava.Web.Tests.Testing;

/// <summary>Gåva as its own process with its own address, as a municipality runs it.</summary>
public sealed class GavaProcess : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string? _ownFolder;

    private GavaProcess(ChildProcess process, string url, string data, string? ownFolder) =>
        (_process, Url, Data, _ownFolder) = (process, url, data, ownFolder);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>The folder that it writes in.</summary>
    public string Data { get; }

    public string StandardOutput => _process.StandardOutput;
    public string StandardError => _process.StandardError;

    /// <summary>Starts the program and waits until it says that it is ready.</summary>
    /// <param name="settings">
    /// Environment on top of <see cref="GavaProgram"/>'s. Without <c>Gava__Data</c> the process gets a folder that goes with it;
    /// without <c>Gava__Database</c>, a SQLite file in it.
    /// </param>
    /// <param name="timeout">How long until ready, 60 s when not given.</param>
    /// <param name="command">Another program to start instead.</param>
    public static async Task<GavaProcess> Start(
        IReadOnlyDictionary<string, string?>? settings = null, TimeSpan? timeout = null, IReadOnlyList<string>? command = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            var gava = Launch(settings ?? new Dictionary<string, string?>(), command ?? [.. GavaProgram.Command, "serve"]);
            try
            {
                await gava.WaitUntilReady(timeout ?? TimeSpan.FromSeconds(60));
                return gava;
            }
            catch (InvalidOperationException notReady)
            {
                await gava.DisposeAsync();
                var lostThePort = notReady.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase);
                if (!lostThePort || attempt == 3)
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Asks it to end, as a service manager would, and waits until it has. Returns its exit status.</summary>
    public async Task<int> Stop()
    {
        await _process.Terminate();
        return await _process.WaitForExit(TimeSpan.FromSeconds(30));
    }

    /// <summary>Ends it in the middle of what it does, as a power cut would.</summary>
    public Task Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        if (_ownFolder is not null)
        {
            TestFolder.Remove(_ownFolder);
        }
    }

    private static GavaProcess Launch(IReadOnlyDictionary<string, string?> settings, IReadOnlyList<string> command)
    {
        var ownFolder = settings.ContainsKey("Gava__Data") ? null : TestFolder.New("gava");
        var data = ownFolder ?? settings["Gava__Data"]!;
        var url = settings.GetValueOrDefault("ASPNETCORE_URLS") ?? $"http://127.0.0.1:{FreePort.Next()}";
        var environment = GavaProgram.Environment(settings);
        environment["ASPNETCORE_URLS"] = url;
        environment["Gava__Data"] = data;
        environment.TryAdd("Gava__Database", $"Data Source={Path.Combine(data, "gava.db")}");
        return new GavaProcess(ChildProcess.Start(command[0], command.Skip(1), environment, workingDirectory: data), url, data, ownFolder);
    }

    private async Task WaitUntilReady(TimeSpan timeout)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var since = TimeProvider.System.GetTimestamp();
        while (!_process.HasExited && TimeProvider.System.GetElapsedTime(since) < timeout)
        {
            if (await IsReady(client))
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"Not ready after {TimeProvider.System.GetElapsedTime(since).TotalSeconds:0.#} s. {await WhatItSaid()}");
    }

    private async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"{Url}/readyz"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    // The last lines of a program that has ended may still be on their way through the pipe.
    private async Task<string> WhatItSaid()
    {
        if (_process.HasExited)
        {
            await _process.WaitForExit(TimeSpan.FromSeconds(5));
        }

        return _process.Said();
    }
}
