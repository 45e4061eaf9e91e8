namespace Gava.Operations.Mail;

/// <summary>Lines of bytes end with LF, CRLF, or as some gateways leave them, CRCRLF.</summary>
internal static class Lines
{
    /// <summary>Where the line that begins at <paramref name="start"/> ends, and where the next begins.</summary>
    public static (int End, int Next) At(ReadOnlySpan<byte> bytes, int start)
    {
        var feed = bytes[start..].IndexOf((byte)'\n');
        var end = feed < 0 ? bytes.Length : start + feed;
        var next = feed < 0 ? bytes.Length : end + 1;
        while (end > start && bytes[end - 1] == '\r') end--;
        return (end, next);
    }

    /// <summary>Takes the first line, without its end.</summary>
    public static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> bytes)
    {
        var (end, next) = At(bytes, 0);
        var line = bytes[..end];
        bytes = bytes[next..];
        return line;
    }
}
