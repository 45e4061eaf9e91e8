using System.Text.Json;
using System.Text.RegularExpressions;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Docs;

/// <summary>
/// docs/sources.md numbers the sentences of the five documents and says what carries those that bind, so that a rule of a
/// routine can be traced to its sentence and no sentence is forgotten. R-SYS-09.
/// </summary>
[Trait("Database", "None")]
public sealed partial class SourcesTests
{
    private const string InTheRoutine = "routine";

    private static readonly JsonSerializerOptions CommentsAllowed = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Sentence[] Sentences = [.. ReadSentences()];

    private static readonly HashSet<string> Requirements =
        [.. File.ReadLines(In("docs", "requirements.md")).Select(l => RequirementRow().Match(l)).Where(m => m.Success).Select(m => m.Groups["id"].Value)];

    public static TheoryData<string> Documents => ["S0", "S1", "S2", "S3", "S4"];

    public static TheoryData<string> RoutineFiles => [.. Directory.EnumerateFiles(In("routines"), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Numbers_of_a_document_run_from_one_without_a_gap(string document)
    {
        var numbers = Sentences.Where(s => s.Document == document).Select(s => s.Number).ToArray();

        Assert.NotEmpty(numbers);
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(n => $"{document}.{n}"), numbers);
    }

    [Fact]
    public void Every_sentence_says_whether_it_binds() =>
        Assert.Equal([], Sentences.Where(s => s.Binds is not ("yes" or "no")).Select(s => s.Number));

    [Fact]
    public void The_documents_are_pointed_into_and_not_reprinted() =>
        Assert.Equal([], Sentences.Where(s => s.FirstWords.TrimEnd('…').Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is 0 or > 8).Select(s => s.Number));

    [Fact]
    public void A_sentence_that_binds_is_carried_by_its_routine_or_a_requirement() =>
        Assert.Equal([], Sentences.Where(s => s.IsBinding && s.CarriedBy.Length == 0).Select(s => s.Number));

    [Fact]
    public void A_sentence_that_does_not_bind_is_carried_by_nothing() =>
        Assert.Equal([], Sentences.Where(s => !s.IsBinding && s.CarriedBy.Length > 0).Select(s => s.Number));

    [Fact]
    public void What_carries_a_sentence_exists() =>
        Assert.Equal([], Sentences.SelectMany(s => s.CarriedBy.Where(c => c != InTheRoutine && !Requirements.Contains(c)).Select(c => $"{s.Number}: {c}")));

    [Theory]
    [MemberData(nameof(RoutineFiles))]
    public void A_routine_cites_sentences_that_exist(string file) =>
        Assert.Equal([], CitedIn(File.ReadAllText(In("routines", file))).Except(Sentences.Select(s => s.Number)));

    [Theory]
    [MemberData(nameof(Documents))]
    public void What_a_routine_is_to_carry_it_cites(string document)
    {
        string[] missing = [.. Sentences.Where(s => s.Document == document && s.CarriedBy.Contains(InTheRoutine)).Select(s => s.Number).Except(CitedByTheRoutineOf(document))];

        Assert.True(missing.Length == 0, $"The routine of {document} cites nothing of {string.Join(", ", missing)}");
    }

    /// <summary>Only what stands as a source counts, not what a comment or a text mentions.</summary>
    private static IEnumerable<string> CitedByTheRoutineOf(string document)
    {
        var routines = RoutineFiles.Select(f => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(In("routines", f.Data)), CommentsAllowed));
        return SourcesIn(Assert.Single(routines, r => r.TryGetProperty("document", out var name) && name.ToString() == document));
    }

    private static IEnumerable<string> SourcesIn(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(p => p.NameEquals("source") || p.NameEquals("inabilitySource") ? CitedIn(p.Value.GetRawText()) : SourcesIn(p.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(SourcesIn),
        _ => [],
    };

    private static IEnumerable<string> CitedIn(string text) => Citation().Matches(text).Select(m => m.Value);

    /// <summary>All rows of all tables below a document's heading, so that a row with a fault is found and not passed over.</summary>
    private static IEnumerable<Sentence> ReadSentences()
    {
        string? document = null;
        foreach (var line in File.ReadLines(In("docs", "sources.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                document = line.Split(' ')[1];
            }
            else if (document is not null && line.StartsWith('|') && !line.StartsWith("| no |", StringComparison.Ordinal) && !line.StartsWith("| --- |", StringComparison.Ordinal))
            {
                yield return Sentence.Of(document, line);
            }
        }
    }

    private static string In(params string[] path) => Path.Combine([Checkout.Folder, .. path]);

    [GeneratedRegex(@"^\| (?<id>R-[A-Z]+-\d\d) \|")]
    private static partial Regex RequirementRow();

    [GeneratedRegex(@"\bS\d+\.\d+\b")]
    private static partial Regex Citation();

    private sealed record Sentence(string Document, string Number, string FirstWords, string Binds, string[] CarriedBy)
    {
        public bool IsBinding => Binds == "yes";

        public static Sentence Of(string document, string row)
        {
            var cells = row.Trim('|').Split('|', StringSplitOptions.TrimEntries);
            Assert.True(cells.Length == 5, $"Five columns are wanted: {row}");
            return new(document, cells[0], cells[2], cells[3], cells[4] == "–" ? [] : cells[4].Split(", "));
        }
    }
}
