using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

/// <summary>
/// R-SYS-09: an editor that knows the schema and the program that reads the file say the same. What the reader takes is asked of
/// the reader itself: something impossible is put at every place of a routine that says everything, and the cure names the choices.
/// </summary>
public sealed class SchemaTests
{
    private const string Impossible = "Ö Ö";

    private static readonly JsonNode Sixth = RoutineSchema.Parsed(Make.SixthRoutineFile);

    private static readonly RoutineSchema.Place[] Places = [.. RoutineSchema.Places(Sixth).Where(p => $"{p}" is not ("" or "$schema"))];

    /// <summary>The regime is Gåva's own data about the law and no part of a routine.</summary>
    public static TheoryData<string> Parts => [.. RoutineReader.Parts.Keys.Where(part => part != "regime")];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_says_the_same_in_the_schema_as_to_the_reader(string part) =>
        Assert.Equal(RoutineReader.Parts[part].Order(StringComparer.Ordinal), RoutineSchema.Properties(RoutineSchema.Part(part)).Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_says_nothing_else(string part)
    {
        var rule = RoutineSchema.Part(part);
        Assert.Equal("false", (rule["additionalProperties"] ?? rule["unevaluatedProperties"])?.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void Everything_is_described_for_whoever_writes(string part) =>
        Assert.All(RoutineSchema.Properties(RoutineSchema.Part(part)), property => Assert.EndsWith(".", $"{RoutineSchema.Says(property.Value, "description")}".Replace('…', '.'), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Parts))]
    public void The_sixth_routine_says_everything_that_a_part_can_say(string part)
    {
        var said = Places.Where(p => p.Part == part).SelectMany(p => p.Value.AsObject().Select(m => m.Key));
        Assert.Equal([], RoutineReader.Parts[part].Except(part == "routine" ? Sixth.AsObject().Select(m => m.Key) : said));
    }

    [Fact]
    public void Where_the_reader_chooses_the_schema_offers_the_same_choices()
    {
        var texts = Places.Where(p => p.Value.GetValueKind() == JsonValueKind.String).ToArray();
        Assert.InRange(texts.Length, 500, 2000);
        Assert.All(texts, place =>
        {
            var faults = Faults(place, parent => Put(parent, place.Path[^1], Impossible));
            Assert.Equal($"{place}: {AskedOfTheReader(faults)}", $"{place}: {SaidByTheSchema(place.Rule)}");
        });
    }

    [Fact]
    public void What_the_reader_misses_the_schema_requires()
    {
        var members = Places.Where(p => p.Path[^1] is string and not ("source" or "assumed")).ToArray();
        Assert.All(members, place =>
        {
            var name = (string)place.Path[^1];
            var isMissed = Faults(place, node => node.AsObject().Remove(name))
                .Any(f => f.Fault.StartsWith($"\"{name}\" ", StringComparison.Ordinal) || f.Fault.Contains("ingen mottagare", StringComparison.Ordinal));
            var isRequired = RoutineSchema.With(place.Holder!.Rule).Any(r => RoutineSchema.Words(r["required"]).Contains(name));
            Assert.Equal($"{place}: {isMissed}", $"{place}: {isRequired}");
        });
    }

    [Fact]
    public void Numbers_have_the_same_ends()
    {
        var numbers = Places.Where(p => p.Value.GetValueKind() == JsonValueKind.Number).ToArray();
        Assert.Equal(3, numbers.Length);
        Assert.All(numbers, place =>
        {
            var fault = Assert.Single(Faults(place, node => Put(node, place.Path[^1], -1)));
            Assert.EndsWith($"från {place.Rule["minimum"]} till {place.Rule["maximum"]}.", fault.Fault, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("5 workingDays")]
    [InlineData("1 workingDay")]
    [InlineData("3 weekdays")]
    [InlineData("1 calendarDay")]
    [InlineData("24 hours")]
    [InlineData("2 weeks")]
    [InlineData("1 month")]
    [InlineData("100 years")]
    [InlineData("101 years")]
    [InlineData("10000 hours")]
    [InlineData("10001 hours")]
    [InlineData("00012 hours")]
    [InlineData("99999 hours")]
    [InlineData("0 hours")]
    [InlineData("atOnce")]
    [InlineData("at once")]
    [InlineData("5 days")]
    [InlineData("5  hours")]
    [InlineData("-5 hours")]
    [InlineData("1.5 hours")]
    [InlineData("5 Hours")]
    [InlineData("hours")]
    [InlineData("5")]
    [InlineData("")]
    public void A_length_is_the_same_to_both(string length)
    {
        var file = Sixth.DeepClone();
        file["retention"]![1]!["keep"] = length;
        var isRead = RoutineReader.Read(file.ToJsonString()).Routine is not null;
        Assert.Equal(isRead, Regex.IsMatch(length, $"{RoutineSchema.Part("length")["pattern"]}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));
    }

    /// <summary>"arrival, registration …", "time", "name", "day", "clock"; empty for a text of one's own.</summary>
    private static string AskedOfTheReader(IReadOnlyList<RoutineFault> faults) => faults.Select(f => f switch
    {
        { Fault: var fault } when fault.EndsWith("är ingen tid.", StringComparison.Ordinal) => "time",
        { Fault: var fault } when fault.EndsWith("duger inte som namn.", StringComparison.Ordinal) => "name",
        { Fault: var fault } when fault.EndsWith("är ingen dag.", StringComparison.Ordinal) => "day",
        { Fault: var fault } when fault.EndsWith("är inget klockslag.", StringComparison.Ordinal) => "clock",
        { Cure: var cure } when f.Fault.Contains(Impossible, StringComparison.Ordinal) && cure.StartsWith("Välj bland ", StringComparison.Ordinal) => cure["Välj bland ".Length..^1],
        _ => "",
    }).FirstOrDefault(asked => asked.Length > 0, "");

    private static string SaidByTheSchema(JsonObject rule)
    {
        if (RoutineSchema.Says(rule, "enum") is { } words) return string.Join(", ", RoutineSchema.Words(words));
        return $"{rule["$ref"]}" switch
        {
            "#/$defs/length" => "time",
            "#/$defs/slug" => "name",
            _ => rule["pattern"] is null ? "" : $"{rule["pattern"]}".Contains(':', StringComparison.Ordinal) ? "clock" : "day",
        };
    }

    /// <summary>What the reader finds when something is done to the object or list that holds the place.</summary>
    private static IReadOnlyList<RoutineFault> Faults(RoutineSchema.Place place, Action<JsonNode> change)
    {
        var file = Sixth.DeepClone();
        change(place.Holder!.In(file));
        return RoutineReader.Read(file.ToJsonString()).Faults;
    }

    private static void Put(JsonNode holder, object step, JsonNode value)
    {
        if (step is int i) holder[i] = value;
        else holder[(string)step] = value;
    }
}
