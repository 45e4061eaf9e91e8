using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gava.Web.Tests.Testing;

/// <summary>A refusal by the receiving mail server. Temporary means "try again later" (451), permanent "never" (550).</summary>
public enum Refusal
{
    Temporary = 451,
    Permanent = 550,
}

/// <summary>A mail server that delivers nothing and shows the tests what it was given.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly Lock _lock = new();
    private readonly List<ReceivedMail> _received = [];
    private readonly HashSet<ReceivedMail> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _somethingCame = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _commandIsInForce = new();
    private ChildProcess _server = null!;

    private SmtpServer()
    {
    }

    public string Host => "127.0.0.1";
    public int Port => _port.Task.Result;

    /// <summary>All mail so far, in the order in which it came. What a sender has been told is received is here.</summary>
    public IReadOnlyList<ReceivedMail> Received
    {
        get
        {
            lock (_lock)
            {
                return [.. _received];
            }
        }
    }

    /// <summary>Starts a server on a free port.</summary>
    /// <param name="certificate">With a private key that can be exported: offers STARTTLS. None: plain text only.</param>
    /// <param name="credentials">User and password that senders must give. None: everybody may send.</param>
    public static async Task<SmtpServer> Start(X509Certificate2? certificate = null, (string User, string Password)? credentials = null)
    {
        var smtp = new SmtpServer();
        var script = Path.Combine(AppContext.BaseDirectory, "smtp", "smtp.js");
        smtp._server = ChildProcess.Start("node", [script], endsWithStandardInput: true, lineSaid: smtp.Hear);
        smtp.Tell(new
        {
            certificate = certificate?.ExportCertificatePem(),
            key = certificate is null ? null : PrivateKeyPem(certificate),
            user = credentials?.User,
            password = credentials?.Password,
        });
        await smtp.Soon(smtp._port.Task);
        return smtp;
    }

    /// <summary>The next mail that no earlier call has returned, waiting for it if need be.</summary>
    public async Task<ReceivedMail> Next(TimeSpan timeout, Func<ReceivedMail, bool>? match = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            Task somethingCame;
            lock (_lock)
            {
                somethingCame = _somethingCame.Task;
                var mail = _received.FirstOrDefault(mail => !_taken.Contains(mail) && match?.Invoke(mail) != false);
                if (mail is not null)
                {
                    _taken.Add(mail);
                    return mail;
                }
            }

            var left = timeout - TimeProvider.System.GetElapsedTime(since);
            if (left <= TimeSpan.Zero || await Task.WhenAny(somethingCame, Task.Delay(left)) != somethingCame)
            {
                throw new TimeoutException($"No such mail within {timeout.TotalSeconds:0.#} s. Received: {Listed()}");
            }
        }
    }

    /// <summary>Refuses mail from now on, to everybody or to one address.</summary>
    public Task Refuse(Refusal refusal, string? recipient = null) => Command(new { code = (int)refusal, recipient });

    /// <summary>Takes mail again.</summary>
    public Task Accept() => Command(new { });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Command(object command)
    {
        _commandIsInForce = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell(command);
        await Soon(_commandIsInForce.Task);
    }

    private void Tell(object line)
    {
        lock (_server)
        {
            _server.StandardInput.WriteLine(JsonSerializer.Serialize(line, Json));
            _server.StandardInput.Flush();
        }
    }

    private async Task Soon(Task task)
    {
        try
        {
            await task.WaitAsync(Patience);
        }
        catch (TimeoutException silence)
        {
            throw new InvalidOperationException($"The mail server does not answer. {_server.Said()}", silence);
        }
    }

    private void Hear(string line)
    {
        using var said = JsonDocument.Parse(line);
        switch (said.RootElement.GetProperty("what").GetString())
        {
            case "listening":
                _port.SetResult(said.RootElement.GetProperty("port").GetInt32());
                break;
            case "ready":
                _commandIsInForce.TrySetResult();
                break;
            default:
                Keep(said.RootElement.Deserialize<ReceivedMail>(Json)!);
                Tell(new { taken = true });
                break;
        }
    }

    private void Keep(ReceivedMail mail)
    {
        lock (_lock)
        {
            _received.Add(mail);
            _somethingCame.SetResult();
            _somethingCame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private string Listed() => Received is { Count: > 0 } mails
        ? string.Join("; ", mails.Select(mail => $"to {string.Join(", ", mail.To)}: {mail.Header("Subject")}"))
        : "none";

    private static string PrivateKeyPem(X509Certificate2 certificate) =>
        certificate.GetRSAPrivateKey()?.ExportPkcs8PrivateKeyPem()
        ?? certificate.GetECDsaPrivateKey()?.ExportPkcs8PrivateKeyPem()
        ?? throw new ArgumentException("The certificate has no private key.", nameof(certificate));
}
