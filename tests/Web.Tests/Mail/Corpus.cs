using System.Text.Json;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Mail;

/// <summary>
/// Raw messages of our own making, one for each thing that real mail does, and beside them <c>expected.jsonl</c>: what <c>gava mail parse</c> is to say of
/// each, a line a message, with the file's name alone.
/// </summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(Checkout.Folder, "tests", "Web.Tests", "Mail", "corpus");

    public static string[] Names { get; } = [.. Directory.EnumerateFiles(Folder, "*.eml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static byte[] Raw(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static Dictionary<string, string> Expected() =>
        File.ReadLines(Path.Combine(Folder, "expected.jsonl")).ToDictionary(l => JsonDocument.Parse(l).RootElement.GetProperty("file").GetString()!);
}
