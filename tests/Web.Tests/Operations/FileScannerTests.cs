using System.Net;
using System.Net.Sockets;
using System.Text;
using Gava.Domain.Cases;
using Gava.Operations.Gateways;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Operations;

/// <summary>What clamd says of a file, and what its silence means. Whatever goes wrong, no file is called clean.</summary>
[Trait("Database", "None")]
public sealed class FileScannerTests
{
    // The real daemon.
    [Fact]
    [Trait("Category", "Servers")]
    public async Task The_real_scanner_finds_what_is_harmful_and_lets_the_rest_be()
    {
        await using var clam = await ClamServer.StartAsync();
        foreach (var where in new[] { clam.Where, clam.Socket })
        {
            var scanner = new FileScanner(ScannerSettings.Parse(where));
            Assert.True(await scanner.AnswersAsync(TestContext.Current.CancellationToken));
            Assert.Equal(FileScan.Infected, await scanner.ScanAsync(new MemoryStream(ClamServer.Eicar), TestContext.Current.CancellationToken));
            Assert.Equal(FileScan.Infected, await scanner.ScanAsync(new MemoryStream(Encoding.ASCII.GetBytes($"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(ClamServer.Eicar)}\r\n--b--\r\n")), TestContext.Current.CancellationToken));
            Assert.Equal(FileScan.Clean, await scanner.ScanAsync(new MemoryStream("Maten var kall."u8.ToArray()), TestContext.Current.CancellationToken));
            Assert.Equal(FileScan.Clean, await scanner.ScanAsync(new MemoryStream(new byte[20 * 1024 * 1024]), TestContext.Current.CancellationToken));
            Assert.Equal(FileScan.Clean, await scanner.ScanAsync(Stream.Null, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("stream: OK\0", FileScan.Clean)]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND\0", FileScan.Infected)]
    [InlineData("stream: OK FOUND\0", FileScan.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", FileScan.Waiting)]
    [InlineData("UNKNOWN COMMAND\0", FileScan.Waiting)]
    [InlineData("stream: Can't allocate memory ERROR\0", FileScan.Waiting)]
    [InlineData("stream: OK", FileScan.Clean)]
    [InlineData("stream: O", FileScan.Waiting)]
    [InlineData("", FileScan.Waiting)]
    [InlineData("\0", FileScan.Waiting)]
    public async Task Only_a_whole_answer_is_a_verdict(string answer, FileScan expected)
    {
        using var fake = new FakeScanner(answer);

        // No noughts, which the fake would take for the end, and hang up on what is still on its way.
        Assert.Equal(expected, await new FileScanner(new(fake.Where) { Patience = TimeSpan.FromSeconds(5) }).ScanAsync(new MemoryStream(Encoding.ASCII.GetBytes(new string('x', 300_000))), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_that_is_silent_rude_or_gone_gives_no_verdict_and_does_not_hold_anybody_up()
    {
        using var silent = new FakeScanner(answer: null);
        using var rude = new FakeScanner(new string('x', 100_000));
        foreach (var where in new[] { silent.Where, rude.Where, $"127.0.0.1:{FreePort.Next()}", "/finns/inte.sock", "finns-inte.invalid:3310" })
        {
            var scanner = new FileScanner(new(where) { Patience = TimeSpan.FromMilliseconds(500) });
            Assert.Equal(FileScan.Waiting, await scanner.ScanAsync(new MemoryStream(new byte[5_000_000]), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
            Assert.False(await scanner.AnswersAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:0")]
    [InlineData("localhost:99999")]
    [InlineData(":3310")]
    [InlineData("tcp://localhost:3310")]
    public void An_address_that_is_none_is_refused(string where) => Assert.Throws<FormatException>(() => ScannerSettings.Parse(where));

    /// <summary>Reads what it is sent and answers this, whatever it was; null says nothing and keeps the line open.</summary>
    private sealed class FakeScanner : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public FakeScanner(string? answer)
        {
            listener.Start();
            _ = ServeAsync(answer);
        }

        public string Where => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync(string? answer)
        {
            try
            {
                while (true)
                {
                    var client = await listener.AcceptTcpClientAsync();
                    if (answer is not null) _ = AnswerAsync(client, answer);
                }
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task AnswerAsync(TcpClient client, string answer)
        {
            using var all = client;
            var stream = all.GetStream();
            var one = new byte[64 * 1024];
            byte[] last = [];
            // A command without content, or the length nought that ends the content.
            while (await stream.ReadAsync(one) is > 0 and var read)
            {
                last = [.. last.Concat(one.Take(read)).TakeLast(6)];
                if (last.AsSpan().EndsWith((ReadOnlySpan<byte>)[0, 0, 0, 0]) || Encoding.ASCII.GetString(last) == "zPING\0") break;
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }
}
