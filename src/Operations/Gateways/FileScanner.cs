using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Gava.Domain.Cases;

namespace Gava.Operations.Gateways;

/// <summary>Where a virus scanner listens.</summary>
/// <param name="Where">host:port, or the path of a Unix socket; null when there is none.</param>
public sealed record ScannerSettings(string? Where)
{
    /// <summary>How long one file may take: a citizen waits for it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <exception cref="FormatException">It is neither.</exception>
    public static ScannerSettings Parse(string text)
    {
        if (text.StartsWith('/')) return new(text);
        var parts = text.Split(':');
        return parts.Length == 2 && parts[0].Length > 0 && ushort.TryParse(parts[1], out var port) && port > 0 ? new(text) : throw new FormatException(text);
    }
}

/// <summary>Asks clamd whether a file is harmful, by its INSTREAM command. Whatever goes wrong with it, the file is not called clean.</summary>
public sealed class FileScanner(ScannerSettings settings)
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestAnswer = 4096;

    public bool IsOn => settings.Where is not null;

    /// <summary><see cref="FileScan.Waiting"/> when it did not answer in time, or answered something that is no verdict.</summary>
    public async Task<FileScan> ScanAsync(Stream content, CancellationToken cancellation = default)
    {
        var answer = await AskAsync((stream, patience) => SendAsync(stream, content, patience), cancellation);
        if (answer.EndsWith(" FOUND", StringComparison.Ordinal)) return FileScan.Infected;
        return answer == "stream: OK" ? FileScan.Clean : FileScan.Waiting;
    }

    /// <summary>True when it is there and well.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation = default) =>
        await AskAsync((stream, patience) => stream.WriteAsync("zPING\0"u8.ToArray(), patience).AsTask(), cancellation) == "PONG";

    private static async Task SendAsync(Stream stream, Stream content, CancellationToken cancellation)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellation);
        var (length, chunk) = (new byte[4], new byte[ChunkSize]);
        while (await content.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, cancellation) is > 0 and var read)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, read);
            await stream.WriteAsync(length, cancellation);
            await stream.WriteAsync(chunk.AsMemory(0, read), cancellation);
        }

        await stream.WriteAsync(new byte[4], cancellation);
    }

    /// <summary>Its answer, without what ends it; empty when there was none.</summary>
    private async Task<string> AskAsync(Func<Stream, CancellationToken, Task> ask, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(settings.Patience);
        try
        {
            using var socket = await ConnectAsync(patience.Token);
            await using var stream = new NetworkStream(socket);
            await ask(stream, patience.Token);
            return await ReadAsync(stream, patience.Token);
        }
        catch (Exception fault) when (fault is IOException or SocketException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return "";
        }
    }

    private async Task<Socket> ConnectAsync(CancellationToken cancellation)
    {
        var where = settings.Where ?? throw new InvalidOperationException("There is no scanner.");
        var isPath = where.StartsWith('/');
        var socket = isPath ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (isPath) await socket.ConnectAsync(new UnixDomainSocketEndPoint(where), cancellation);
            else await socket.ConnectAsync(where.Split(':')[0], int.Parse(where.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture), cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length && await stream.ReadAsync(answer.AsMemory(length), cancellation) is > 0 and var read)
        {
            length += read;
            if (answer.AsSpan(0, length).Contains((byte)0)) break;
        }

        return Encoding.ASCII.GetString(answer, 0, length).Split('\0')[0].Trim();
    }
}
