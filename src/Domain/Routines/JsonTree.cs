using System.Text;
using System.Text.Json;

namespace Gava.Domain.Routines;

/// <summary>
/// A JSON document that remembers where everything stands, so that a fault can be pointed at by line and column.
/// Comments and trailing commas are allowed.
/// </summary>
public sealed class JsonTree
{
    public required JsonValueKind Kind { get; init; }

    /// <summary>1 is the first line.</summary>
    public required int Line { get; init; }

    /// <summary>1 is the first character.</summary>
    public required int Column { get; init; }

    public string? Text { get; init; }

    public bool IsTrue => Kind == JsonValueKind.True;

    public List<(string Name, JsonTree Value)> Members { get; } = [];

    public List<JsonTree> Items { get; } = [];

    public JsonTree? this[string name] => Members.FirstOrDefault(m => m.Name == name).Value;

    /// <summary>Reads the text, or adds one fault and gives null.</summary>
    public static JsonTree? Read(string json, List<RoutineFault> faults)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
        var lines = new LineIndex(bytes);
        try
        {
            reader.Read();
            var tree = ReadValue(ref reader, lines);
            if (reader.Read()) throw new JsonException("after the end");
            return tree;
        }
        catch (JsonException broken)
        {
            var (line, column) = lines.Of((int)(broken.LineNumber ?? 0), (int)(broken.BytePositionInLine ?? 0));
            faults.Add(new(line, column, "Filen är inte giltig JSON här.", "Se efter om ett kommatecken, citattecken eller en klammer fattas."));
        }
        catch (InvalidOperationException) // half a surrogate pair, written as \ud800
        {
            var (line, column) = lines.Of((int)reader.TokenStartIndex);
            faults.Add(new(line, column, "Filen är inte giltig JSON här.", "Skriv om texten. Den innehåller ett halvt tecken."));
        }

        return null;
    }

    private static JsonTree ReadValue(ref Utf8JsonReader reader, LineIndex lines)
    {
        var (line, column) = lines.Of((int)reader.TokenStartIndex);
        var node = new JsonTree
        {
            Kind = KindOf(reader.TokenType),
            Line = line,
            Column = column,
            Text = reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            },
        };
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                reader.Read();
                node.Members.Add((name, ReadValue(ref reader, lines)));
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) node.Items.Add(ReadValue(ref reader, lines));
        }

        return node;
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private sealed class LineIndex(byte[] bytes)
    {
        private readonly List<int> starts = [0, .. Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == '\n').Select(i => i + 1)];

        public (int Line, int Column) Of(int offset)
        {
            var found = starts.BinarySearch(offset);
            var line = found >= 0 ? found : ~found - 1;
            return Of(line, offset - starts[line]);
        }

        /// <summary>From a line and bytes into it, both from 0, as the JSON reader counts.</summary>
        public (int Line, int Column) Of(int line, int bytesIntoLine) =>
            (line + 1, Encoding.UTF8.GetCharCount(bytes, starts[line], Math.Min(bytesIntoLine, bytes.Length - starts[line])) + 1);
    }
}

/// <summary>What cannot work in a routine file: where, what is wrong, what would be right. In Swedish.</summary>
public sealed record RoutineFault(int Line, int Column, string Fault, string Cure)
{
    public override string ToString() => $"{Line}:{Column}: {Fault} {Cure}";
}
