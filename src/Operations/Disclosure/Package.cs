using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gava.Domain.Deadlines;

namespace Gava.Operations.Disclosure;

/// <summary>Files that are handed over together, as a ZIP. Their names hold no personal data.</summary>
internal static class Package
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] AsJson<T>(T content) => JsonSerializer.SerializeToUtf8Bytes(content, Json);

    /// <param name="at">UTC: when the files say that they were made.</param>
    public static byte[] Of(DateTime at, IEnumerable<(string Name, byte[] Content)> files)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = StockholmTime.WithOffset(at);
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return package.ToArray();
    }
}
