using System.CommandLine;
using System.Text.Json;
using Gava.Domain.Privacy;

namespace Gava.Web.Commands;

/// <summary><c>gava mask</c>: finds personal data in JSON lines, without database or key.</summary>
internal static class MaskCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var text = new Option<bool>("--text") { Description = "Skriv den maskerade texten i stället för fynden." };
        var command = new Command("mask", "Läser JSON-rader {\"id\",\"text\"} och skriver personuppgifternas platser.") { text };
        command.SetAction(asked => Run(asked.GetValue(text)));
        return command;
    }

    private static int Run(bool asText)
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new System.Text.UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        var (number, refused) = (0, false);
        while (input.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Read(line) is not { } read)
            {
                Console.Error.WriteLine($"Rad {number}: skriv ett JSON-objekt med \"id\" och \"text\".");
                refused = true;
                continue;
            }

            var findings = PersonalDataFinder.Default.Find(read.Text);
            output.WriteLine(asText ? TextLine(read, findings) : SpanLine(read, findings));
        }

        return refused ? Tools.Refused : Tools.Done;
    }

    private static (JsonElement Id, string Text)? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id)
                && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? (id.Clone(), text.GetString()!) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string SpanLine((JsonElement Id, string Text) read, IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(new
    {
        id = read.Id,
        spans = findings.Select(f => new { start = Masking.ToCodePoint(read.Text, f.Start), end = Masking.ToCodePoint(read.Text, f.End), type = f.Type.ApiName() }),
    }, Json);

    private static string TextLine((JsonElement Id, string Text) read, IReadOnlyList<Finding> findings) =>
        JsonSerializer.Serialize(new { id = read.Id, text = Masking.Apply(read.Text, findings) }, Json);
}
