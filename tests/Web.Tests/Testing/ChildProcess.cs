using System.Diagnostics;
using System.Text;

namespace Gava.Web.Tests.Testing;

/// <summary>A program that runs beside the tests. What it says is kept, and it does not outlive them.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Process? _watch;
    private readonly List<string> _output = [];
    private readonly List<string> _errors = [];
    private readonly Lock _lock = new();

    private ChildProcess(Process process, Process? watch) => (_process, _watch) = (process, watch);

    public int Id => _process.Id;
    public bool HasExited => _process.HasExited;
    public int ExitCode => _process.ExitCode;
    public StreamWriter StandardInput => _process.StandardInput;
    public string StandardOutput => Joined(_output);
    public string StandardError => Joined(_errors);

    /// <summary>Starts a program with arguments as given; no shell reads them. A null in the environment removes that setting.</summary>
    /// <remarks>
    /// A program that does not end with its standard input is watched by a shell whose own input closes when the
    /// tests die, however they die, and which then kills it.
    /// </remarks>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? workingDirectory = null,
        bool endsWithStandardInput = false,
        Action<string>? lineSaid = null)
    {
        var process = Process.Start(Described(program, arguments, environment, workingDirectory))!;
        var watch = endsWithStandardInput ? null : Process.Start(Described("sh", ["-c", "read -r _; kill -KILL \"$1\" 2>/dev/null", "sh", $"{process.Id}"]));
        var child = new ChildProcess(process, watch);
        child.Listen(lineSaid);
        return child;
    }

    public async Task<int> WaitForExit(TimeSpan timeout)
    {
        using var patience = new CancellationTokenSource(timeout);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException impatience)
        {
            throw new TimeoutException($"Not done after {timeout.TotalSeconds:0} s. {Said()}", impatience);
        }

        return _process.ExitCode;
    }

    /// <summary>Asks the program to end as a service manager would (SIGTERM).</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start(Described("sh", ["-c", "kill -TERM \"$1\"", "sh", $"{Id}"]))!;
        await kill.WaitForExitAsync();
    }

    /// <summary>Ends the program at once, as a power cut would (SIGKILL).</summary>
    public async Task Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>The end of what the program has said, for a message about what went wrong.</summary>
    public string Said()
    {
        var state = HasExited ? $"ended with status {ExitCode}" : "is running";
        return $"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} {state}. It said:{Environment.NewLine}{Tail(StandardOutput)}{Environment.NewLine}{Tail(StandardError)}";
    }

    public async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            _watch.Kill();
            await _watch.WaitForExitAsync();
            _watch.Dispose();
        }

        await Kill();
        _process.Dispose();
    }

    private static ProcessStartInfo Described(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? workingDirectory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = workingDirectory ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private void Listen(Action<string>? lineSaid)
    {
        _process.OutputDataReceived += (_, said) => Keep(said.Data, _output, lineSaid);
        _process.ErrorDataReceived += (_, said) => Keep(said.Data, _errors, null);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line, List<string> lines, Action<string>? tell)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            lines.Add(line);
        }

        tell?.Invoke(line);
    }

    private string Joined(List<string> lines)
    {
        lock (_lock)
        {
            return string.Join('\n', lines);
        }
    }

    private static string Tail(string text) => text.Length <= 6000 ? text : "…" + text[^6000..];
}
