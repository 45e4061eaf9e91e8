namespace Gava.Operations.Vault;

/// <summary>What a file is, seen from its first bytes and never from its name. The unknown is just bytes.</summary>
public static class FileKinds
{
    private static readonly (byte[] Begins, string MediaType, string Ending)[] Known =
    [
        ([0xFF, 0xD8, 0xFF], "image/jpeg", ".jpg"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png", ".png"),
        ([0x47, 0x49, 0x46, 0x38], "image/gif", ".gif"),
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "application/pdf", ".pdf"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip", ".zip"),
    ];

    public static string Of(ReadOnlySpan<byte> content)
    {
        foreach (var (begins, mediaType, _) in Known)
        {
            if (content.StartsWith(begins)) return mediaType;
        }

        return "application/octet-stream";
    }

    /// <summary>The ending that a download gets.</summary>
    public static string EndingOf(string mediaType) => Known.FirstOrDefault(k => k.MediaType == mediaType).Ending ?? ".bin";
}
