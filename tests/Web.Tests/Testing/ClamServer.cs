using System.Text;

namespace Gava.Web.Tests.Testing;

/// <summary>Debian's own virus scanner with one signature of the tests' own, so that nothing is downloaded: it finds the EICAR test file and nothing else.</summary>
public sealed class ClamServer : IAsyncDisposable
{
    /// <summary>The harmless file that every scanner calls harmful (eicar.org); put together here, so that no scanner stops these sources.</summary>
    public static readonly byte[] Eicar = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    private readonly ChildProcess server;
    private readonly string folder;

    private ClamServer(ChildProcess server, string folder, string where, string socket) => (this.server, this.folder, Where, Socket) = (server, folder, where, socket);

    /// <summary>host:port.</summary>
    public string Where { get; }

    /// <summary>The path of the Unix socket that it listens on too.</summary>
    public string Socket { get; }

    public static async Task<ClamServer> StartAsync()
    {
        var program = File.Exists("/usr/sbin/clamd") ? "/usr/sbin/clamd" : throw new InvalidOperationException("clamd is not installed. ./test installs clamav-daemon from Debian's packages.");
        var place = TestFolder.New("clam");
        var port = FreePort.Next();
        var socket = Path.Combine(place, "clamd.sock");
        var signatures = Directory.CreateDirectory(Path.Combine(place, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"Eicar-Test:0:*:{Convert.ToHexStringLower(Eicar.AsSpan(Eicar.Length - 40, 35))}\n");
        await File.WriteAllTextAsync(Path.Combine(place, "clamd.conf"), $"""
            DatabaseDirectory {signatures}
            TCPSocket {port}
            TCPAddr 127.0.0.1
            LocalSocket {socket}
            TemporaryDirectory {place}
            Foreground yes
            User {(Environment.IsPrivilegedProcess ? "root" : Environment.UserName)}

            """);
        var daemon = ChildProcess.Start(program, ["-c", Path.Combine(place, "clamd.conf")]);
        var clam = new ClamServer(daemon, place, $"127.0.0.1:{port}", socket);
        var began = TimeProvider.System.GetTimestamp();
        var scanner = new Gava.Operations.Gateways.FileScanner(new(clam.Where));
        while (!await scanner.AnswersAsync())
        {
            if (daemon.HasExited || TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromSeconds(60))
            {
                await clam.DisposeAsync();
                throw new InvalidOperationException($"clamd did not start. {daemon.Said()}");
            }

            await Task.Delay(100);
        }

        return clam;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        TestFolder.Remove(folder);
    }
}
