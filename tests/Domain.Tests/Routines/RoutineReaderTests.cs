using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

/// <summary>R-SYS-09: a sixth routine is written without a programmer, so every fault says where it is and what would be right.</summary>
public sealed class RoutineReaderTests
{
    private const string Small = """
        {
          "name": "liten", "version": 1, "title": "Åtgärda", "body": "Kommunen", "document": "Rutin 2026",
          "kinds": [{ "code": "complaint", "label": "Klagomål", "complaint": true, "definition": "Missnöje.", "source": "1 §" }],
          "channels": [{ "code": "phone", "label": "Telefon", "oral": true }],
          "clocks": [
            {
              "name": "svar", "label": "Svar", "basis": "goal", "kinds": ["complaint"], // en kommentar
              "start": "arrival", "length": "5 workingDays", "stoppedBy": ["reply"], "warnBefore": "1 workingDays",
              "source": "2 §",
            }
          ],
          "responsibility": { "moves": "atAcceptance", "employeesMayAnswer": true, "source": "3 §" },
          "handOver": { "noticeRequired": true, "source": "4 §" },
          "closing": { "answerRequired": true, "measureRequired": false, "source": "5 §" },
          "calendar": { "freeEves": ["julafton"], "source": "6 §" },
          "guidance": [{ "place": "answering", "text": "Tacka.", "source": "7 §" }]
        }
        """;

    /// <summary>What is replaced, with what; where the one fault points; what it says and advises.</summary>
    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        { "\"title\": \"Åtgärda\", ", "", "{\n  \"name\"", "\"title\" saknas.", "Skriv den inom citattecken." },
        { "\"Åtgärda\"", "17", "17, ", "\"title\" ska vara en text.", "Skriv den inom citattecken." },
        { "\"Åtgärda\"", "\" \"", "\" \", ", "\"title\" ska vara en text.", "Skriv den inom citattecken." },
        { "\"liten\"", "\"En liten\"", "\"En liten\"", "\"En liten\" duger inte som namn.", "Använd a till z, siffror och bindestreck." },
        { "\"version\": 1", "\"version\": 0", "0, ", "\"version\" ska vara ett heltal från 1 till 100000.", "Skriv det utan citattecken." },
        { "\"version\": 1", "\"version\": \"1\"", "\"1\", ", "\"version\" ska vara ett heltal från 1 till 100000.", "Skriv det utan citattecken." },
        { "\"version\": 1", "\"version\": 1.5", "1.5, ", "\"version\" ska vara ett heltal från 1 till 100000.", "Skriv det utan citattecken." },
        { "\"channels\": [{ \"code\": \"phone\", \"label\": \"Telefon\", \"oral\": true }]", "\"channels\": []", "[],", "\"channels\" är tom.", "Skriv minst en." },
        { "[{ \"code\": \"phone\", \"label\": \"Telefon\", \"oral\": true }]", "\"phone\"", "\"phone\",", "\"channels\" ska vara en lista.", "Skriv [ … ]." },
        { "\"oral\": true", "\"oral\": \"ja\"", "\"ja\" }", "\"oral\" ska vara true eller false.", "Skriv det utan citattecken." },
        { "\"oral\": true }]", "\"oral\": true }, { \"code\": \"phone\", \"label\": \"Ring\" }]", "[{ \"code\": \"phone\"", "Namnet \"phone\" finns två gånger.", "Ge kanalen ett eget namn." },
        { ", \"source\": \"1 §\"", "", "{ \"code\": \"complaint\"", "Regeln säger inte varifrån den kommer.", "Skriv \"source\" med dokument och mening, eller \"assumed\" när källan tiger." },
        { "\"1 §\"", "\"\"", "{ \"code\": \"complaint\"", "Regeln säger inte varifrån den kommer.", "Skriv \"source\" med dokument och mening, eller \"assumed\" när källan tiger." },
        { "\"1 §\"", "1", "1 }", "\"source\" ska vara en text.", "Skriv den inom citattecken." },
        { "\"goal\"", "\"mål\"", "\"mål\"", "\"mål\" är inget val för \"basis\".", "Välj bland statute, localRule, goal, promise." },
        { "\"basis\": \"goal\", ", "", "{\n      \"name\": \"svar\"", "\"basis\" saknas.", "Välj bland statute, localRule, goal, promise." },
        { "[\"complaint\"]", "[\"idea\"]", "[\"idea\"]", "Klockan \"Svar\" gäller sorten \"idea\", som rutinen inte har.", "Sorterna är complaint." },
        { "[\"complaint\"]", "[null]", "null]", "I \"kinds\" ska det stå texter.", "Sätt citattecken om." },
        { "\"start\": \"arrival\"", "\"start\": \"ankomst\"", "\"ankomst\"", "\"ankomst\" är ingen händelse som Gåva känner.", $"Välj bland {string.Join(", ", Moments.Codes)}." },
        { "\"start\": \"arrival\", ", "", "{\n      \"name\": \"svar\"", "\"start\" saknas.", $"Välj bland {string.Join(", ", Moments.Codes)}." },
        { "\"5 workingDays\"", "\"fem dagar\"", "\"fem dagar\"", "\"fem dagar\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"5 workingDays\"", "\"5 days\"", "\"5 days\"", "\"5 days\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"5 workingDays\"", "\"-5 workingDays\"", "\"-5 workingDays\"", "\"-5 workingDays\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"5 workingDays\"", "\"10000 years\"", "\"10000 years\"", "\"10000 years\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"length\": \"5 workingDays\", ", "", "{\n      \"name\": \"svar\"", "\"length\" saknas.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"1 workingDays\"", "\"snart\"", "\"snart\"", "\"snart\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "[\"reply\"]", "[]", "[],", "Ingenting stoppar klockan \"Svar\".", "Skriv minst en händelse, till exempel [\"reply\"]." },
        { "\"stoppedBy\": [\"reply\"], ", "", "{\n      \"name\": \"svar\"", "\"stoppedBy\" saknas.", "Skriv [ … ]." },
        { "[\"reply\"]", "[\"reply\", \"arrival\"]", "[\"reply\"", "Klockan \"Svar\" stoppas av det som startar den.", "Låt en senare händelse stoppa den." },
        { "\"1 workingDays\"", "\"1 weeks\"", "\"1 weeks\"", "Klockan \"Svar\" varnar innan den har börjat gå.", "Låt varningen vara kortare än tiden." },
        { "\"moves\": \"atAcceptance\"", "\"moves\": \"later\"", "\"later\"", "\"later\" är inget val för \"moves\".", "Välj bland atAcceptance, atHandOver." },
        { "{ \"noticeRequired\": true, \"source\": \"4 §\" }", "true", "true,", "\"handOver\" saknas eller är fel.", "Skriv { … }." },
        { "\"julafton\"", "\"påskafton\"", "[\"påskafton\"]", "\"påskafton\" är ingen afton som Gåva känner.", "Välj bland midsommarafton, julafton, nyårsafton." },
        { "\"place\": \"answering\"", "\"place\": \"writing\"", "\"writing\"", "\"writing\" är inget val för \"place\".", "Välj bland receiving, handingOver, answering, delay, closing, meeting." },
        { "\"warnBefore\"", "\"warnbefor\"", "\"1 workingDays\"", "\"warnbefor\" är inget som en rutin kan säga här.", "Menar du \"warnBefore\"?" },
        { "\"noticeRequired\"", "\"noticeReqired\"", "true, \"source\": \"4", "\"noticeReqired\" är inget som en rutin kan säga här.", "Menar du \"noticeRequired\"?" },
        { "\"oral\"", "\"whatever\"", "true }],", "\"whatever\" är inget som en rutin kan säga här.", "Välj bland code, label, oral, demands, source, assumed." },
        { "\"version\": 1", "\"version\": 1, \"version\": 2", "2, ", "\"version\" står två gånger.", "Ta bort den ena." },
    };

    [Fact]
    public void The_small_routine_that_the_faults_are_made_from_is_right() // comments and trailing commas are allowed
    {
        var (routine, faults) = RoutineReader.Read(Small);
        Assert.Empty(faults);
        Assert.Equal("liten 1", routine?.ToString());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_says_where_it_is_what_is_wrong_and_what_would_be_right(string right, string wrong, string pointsAt, string says, string cure)
    {
        var json = Replaced(right, wrong);
        var (routine, faults) = RoutineReader.Read(json);
        Assert.Null(routine);
        var fault = Assert.Single(faults);
        Assert.Equal((says, cure), (fault.Fault, fault.Cure));
        Assert.StartsWith(pointsAt, From(json, fault), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"goal\", ", "\"goal\" ", "\"kinds\": [\"complaint\"]")] // a comma is missing: the next word cannot stand there
    [InlineData("\"Åtgärda\", ", "\"Åtgärda\" ", "\"body\"")] // counted in characters, not in bytes
    [InlineData("\"julafton\"]", "\"julafton\"", ": \"6 §\"")]
    [InlineData("\"Åtgärda\"", "\"Å\\ud800\"", "\"Å\\ud800\"")] // half a character
    public void A_file_that_is_no_JSON_is_pointed_at_where_it_breaks(string right, string wrong, string pointsAt)
    {
        var json = Replaced(right, wrong);
        var fault = Assert.Single(RoutineReader.Read(json).Faults);
        Assert.Equal("Filen är inte giltig JSON här.", fault.Fault);
        Assert.StartsWith(pointsAt, From(json, fault), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_printed_as_compilers_do() =>
        Assert.Equal("8:37: \"5 days\" är ingen tid. Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years.",
            $"{Assert.Single(RoutineReader.Read(Replaced("\"5 workingDays\"", "\"5 days\"")).Faults)}");

    [Fact]
    public void All_faults_are_told_at_once_in_the_order_of_the_file()
    {
        var faults = RoutineReader.Read(Small.Replace("\"goal\"", "\"mål\"", StringComparison.Ordinal).Replace("\"version\": 1", "\"version\": 0", StringComparison.Ordinal)
            .Replace("\"answering\"", "\"writing\"", StringComparison.Ordinal)).Faults;
        Assert.Equal([2, 7, 16], faults.Select(f => f.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"rutin\"")]
    [InlineData("17")]
    [InlineData("{\"name\": \"liten\"")]
    [InlineData("{} {}")]
    [InlineData("\uFEFF{}")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"name\": \"\ud800\"}")]
    [InlineData("\0")]
    [InlineData("{\"version\": 1e999, \"kinds\": {\"0\": {}}}")]
    [InlineData("{\"\": 1, \"\": 2}")]
    public void Whatever_somebody_sends_is_answered_with_faults(string json) => AssertAnswered(json);

    [Fact]
    public void A_huge_file_and_a_deep_one_are_answered_with_faults()
    {
        AssertAnswered(string.Concat(Enumerable.Repeat('[', 100_000)));
        AssertAnswered($"{{\"kinds\": [{string.Join(",", Enumerable.Repeat("{}", 20_000))}]}}");
        AssertAnswered($"{{\"{new string('x', 1_000_000)}\": \"{new string('y', 1_000_000)}\"}}");
        AssertAnswered(new string('\n', 1_000_000));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("-17")]
    [InlineData("\"\"")]
    [InlineData("\"x\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[[[]]]")]
    [InlineData("{\"x\": {\"y\": null}}")]
    public void A_value_of_the_wrong_type_anywhere_throws_nothing(string value)
    {
        var places = Places(Parsed(Small)).Count();
        Assert.InRange(places, 50, 80);
        for (var place = 0; place < places; place++)
        {
            var root = Parsed(Small);
            Places(root).ElementAt(place)(JsonNode.Parse(value));
            AssertReadOrAnswered(root.ToJsonString());
        }
    }

    [Fact]
    public void A_file_with_any_letter_lost_or_changed_throws_nothing()
    {
        var slips = Gen.Choose(0, Small.Length - 1).SelectMany(_ => Gen.Elements("", "\"", "{", "]", ",", ":", "9", "å", "\\", "\n", "\0", "\ud800"), (at, with) => (At: at, With: with));
        Prop.ForAll(slips.ToArbitrary(), slip => AssertReadOrAnswered(Small.Remove(slip.At, 1).Insert(slip.At, slip.With))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("24 hours", "6 timmar")]
    [InlineData("3 hours", "0 timmar")]
    [InlineData("1 workingDays", "0 timmar")]
    [InlineData("1 calendarDay", "0 timmar")]
    [InlineData("10 workingDays", "1 arbetsdag")]
    [InlineData("1 weeks", "1 arbetsdag")]
    [InlineData("3 months", "1 arbetsdag")]
    public void A_clock_without_a_warning_warns_a_day_or_a_quarter_before(string length, string warning) // R-DUE-04
    {
        var (routine, faults) = RoutineReader.Read(Replaced("\"5 workingDays\"", $"\"{length}\"").Replace(", \"warnBefore\": \"1 workingDays\"", "", StringComparison.Ordinal));
        Assert.Empty(faults);
        Assert.Equal(warning, $"{routine?.Clock("svar")?.WarnBefore}");
    }

    [Fact]
    public void What_a_routine_leaves_out_is_the_common_case()
    {
        var (routine, faults) = RoutineReader.Read(Replaced(",\n  \"guidance\": [{ \"place\": \"answering\", \"text\": \"Tacka.\", \"source\": \"7 §\" }]", "")
            .Replace("  \"calendar\": { \"freeEves\": [\"julafton\"], \"source\": \"6 §\" }", "  \"$schema\": \"routine.schema.json\"", StringComparison.Ordinal)
            .Replace("\"kinds\": [\"complaint\"], ", "", StringComparison.Ordinal));
        Assert.Empty(faults);
        Assert.False(routine!.Calendar.IsWorkingDay(Make.Day("2026-06-19")));
        Assert.True(routine.Clock("svar")!.RunsFor("praise"));
        Assert.Equal(NobodyToTell.StopsAtClosing, routine.Clock("svar")!.WhenNobodyToTell);
        Assert.Empty(routine.Guidance);
    }

    private static string Replaced(string right, string wrong)
    {
        Assert.Contains(right, Small, StringComparison.Ordinal);
        return Small.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static string From(string json, RoutineFault fault)
    {
        var lines = json.Split('\n');
        return string.Join('\n', lines.Skip(fault.Line - 1))[(fault.Column - 1)..];
    }

    private static void AssertAnswered(string json)
    {
        var (routine, faults) = RoutineReader.Read(json);
        Assert.Null(routine);
        Assert.NotEmpty(faults);
        var lines = json.Split('\n');
        Assert.All(faults, fault =>
        {
            Assert.InRange(fault.Line, 1, lines.Length);
            Assert.InRange(fault.Column, 1, lines[fault.Line - 1].Length + 1);
            Assert.EndsWith(".", fault.Fault, StringComparison.Ordinal);
            Assert.Matches("[.?]$", fault.Cure);
        });
    }

    private static void AssertReadOrAnswered(string json)
    {
        if (RoutineReader.Read(json).Routine is null) AssertAnswered(json);
    }

    private static JsonNode Parsed(string json) =>
        JsonNode.Parse(json, documentOptions: new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!;

    /// <summary>Every place below the root where a value stands, as a way to put another there.</summary>
    private static IEnumerable<Action<JsonNode?>> Places(JsonNode? node)
    {
        var below = node switch
        {
            JsonObject members => members.Select(m => ((Action<JsonNode?>)(value => members[m.Key] = value), m.Value)),
            JsonArray items => items.Select((item, i) => ((Action<JsonNode?>)(value => items[i] = value), item)),
            _ => [],
        };
        foreach (var (put, value) in below.ToList())
        {
            yield return put;
            foreach (var deeper in Places(value)) yield return deeper;
        }
    }
}
