using System.Globalization;
using System.Text.Json;
using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <summary>
/// Reads a routine file, and finds what cannot work in it: every fault with line, column, what is wrong and what would be
/// right. A routine with faults is never used.
/// </summary>
public sealed class RoutineReader
{
    // Stands in for a part that is missing. What it lacks follows from that, and is not told once more.
    private static readonly JsonTree Absent = new() { Kind = JsonValueKind.Object, Line = 0, Column = 0 };

    private readonly List<RoutineFault> faults = [];

    private RoutineReader() { }

    /// <summary>The routine, or null and the faults.</summary>
    public static (Routine? Routine, IReadOnlyList<RoutineFault> Faults) Read(string json)
    {
        var reader = new RoutineReader();
        var routine = JsonTree.Read(json, reader.faults) is { } tree ? reader.ReadRoutine(tree) : null;
        return reader.faults.Count == 0 ? (routine, []) : (null, [.. reader.faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]);
    }

    private Routine ReadRoutine(JsonTree root)
    {
        Only(root, "$schema", "name", "version", "title", "body", "document", "kinds", "channels", "clocks", "responsibility",
            "handOver", "closing", "calendar", "guidance");
        var kinds = List(root, "kinds", ReadKind, leastOne: true);
        var channels = List(root, "channels", ReadChannel, leastOne: true);
        Unique(root["kinds"], kinds.Select(k => k.Code), "sorten");
        Unique(root["channels"], channels.Select(c => c.Code), "kanalen");
        var clocks = List(root, "clocks", node => ReadClock(node, kinds), leastOne: false);
        Unique(root["clocks"], clocks.Select(c => c.Name), "klockan");
        return new Routine
        {
            Name = Slug(root, "name"),
            Version = Whole(root, "version", 1, 100_000),
            Title = Text(root, "title"),
            Body = Text(root, "body"),
            Document = Text(root, "document"),
            Kinds = kinds,
            Channels = channels,
            Clocks = clocks,
            Responsibility = ReadResponsibility(Object(root, "responsibility")),
            HandOver = ReadHandOver(Object(root, "handOver")),
            Closing = ReadClosing(Object(root, "closing")),
            Calendar = ReadCalendar(root["calendar"]),
            Guidance = root["guidance"] is null ? [] : List(root, "guidance", ReadGuidance, leastOne: false),
        };
    }

    private Kind ReadKind(JsonTree node)
    {
        Only(node, "code", "label", "definition", "complaint", "source", "assumed");
        return new(Text(node, "code"), Text(node, "label"), Text(node, "definition"), Flag(node, "complaint"), Cited(node));
    }

    private Channel ReadChannel(JsonTree node)
    {
        Only(node, "code", "label", "oral");
        return new(Text(node, "code"), Text(node, "label"), Flag(node, "oral"));
    }

    private ClockRule ReadClock(JsonTree node, IReadOnlyList<Kind> kinds)
    {
        Only(node, "name", "label", "basis", "kinds", "start", "length", "rollForward", "stoppedBy", "warnBefore", "delayNotice",
            "whenNobodyToTell", "source", "assumed");
        var length = ReadLength(node, "length", ifBroken: new(10_000, TimeUnit.Months));
        var rule = new ClockRule
        {
            Name = Slug(node, "name"),
            Label = Text(node, "label"),
            Basis = OneOf(node, "basis", ("statute", DeadlineBasis.Statute), ("localRule", DeadlineBasis.LocalRule),
                ("goal", DeadlineBasis.Goal), ("promise", DeadlineBasis.Promise)),
            Kinds = node["kinds"] is null ? [] : Texts(node, "kinds"),
            Start = ReadMoment(node, node["start"], "start"),
            Length = length,
            RollForward = Flag(node, "rollForward"),
            StoppedBy = List(node, "stoppedBy", item => ReadMoment(node, item, "stoppedBy"), leastOne: false),
            WarnBefore = node["warnBefore"] is null ? DefaultWarning(length) : ReadLength(node, "warnBefore", ifBroken: new(0, TimeUnit.Hours)),
            DelayNotice = Flag(node, "delayNotice"),
            WhenNobodyToTell = node["whenNobodyToTell"] is null ? NobodyToTell.StopsAtClosing
                : OneOf(node, "whenNobodyToTell", ("doesNotRun", NobodyToTell.DoesNotRun), ("stopsAtClosing", NobodyToTell.StopsAtClosing)),
            Citation = Cited(node),
        };
        CheckClock(node, rule, kinds);
        return rule;
    }

    /// <summary>What each clock must have to be worth its name.</summary>
    private void CheckClock(JsonTree node, ClockRule rule, IReadOnlyList<Kind> kinds)
    {
        if (node["stoppedBy"] is { Items.Count: 0 } nothing)
        {
            Fault(nothing, $"Ingenting stoppar klockan \"{rule.Label}\".", "Skriv minst en händelse, till exempel [\"reply\"].");
        }

        if (rule.StoppedBy.Contains(rule.Start))
        {
            Fault(node["stoppedBy"] ?? node, $"Klockan \"{rule.Label}\" stoppas av det som startar den.", "Låt en senare händelse stoppa den.");
        }

        foreach (var kind in rule.Kinds.Where(k => kinds.All(known => known.Code != k)))
        {
            Fault(node["kinds"] ?? node, $"Klockan \"{rule.Label}\" gäller sorten \"{kind}\", som rutinen inte har.",
                $"Sorterna är {string.Join(", ", kinds.Select(k => k.Code))}.");
        }

        if (Hours(rule.WarnBefore) >= Hours(rule.Length) && rule.Length.Amount > 0)
        {
            Fault(node["warnBefore"] ?? node, $"Klockan \"{rule.Label}\" varnar innan den har börjat gå.", "Låt varningen vara kortare än tiden.");
        }
    }

    private static int Hours(Length length) => length.Amount * length.Unit switch
    {
        TimeUnit.Hours => 1,
        TimeUnit.WorkingDays or TimeUnit.CalendarDays => 24,
        TimeUnit.Weeks => 7 * 24,
        _ => 28 * 24,
    };

    private static Length DefaultWarning(Length length) => length switch
    {
        { Unit: TimeUnit.Hours, Amount: var hours } => new(hours / 4, TimeUnit.Hours),
        { Unit: TimeUnit.WorkingDays or TimeUnit.CalendarDays, Amount: 1 } => new(0, TimeUnit.Hours),
        _ => new(1, TimeUnit.WorkingDays),
    };

    private Moment ReadMoment(JsonTree parent, JsonTree? node, string name)
    {
        if (node is { Kind: JsonValueKind.String } && Moments.Parse(node.Text!) is { } moment) return moment;
        Fault(node ?? parent, node is null ? $"\"{name}\" saknas." : $"\"{node.Text}\" är ingen händelse som Gåva känner.",
            $"Välj bland {string.Join(", ", Moments.Codes)}.");
        return Moment.Closing;
    }

    /// <summary>"5 workingDays", "24 hours", "1 months". A broken one is replaced by what cannot be a second fault.</summary>
    private Length ReadLength(JsonTree parent, string name, Length ifBroken)
    {
        var node = parent[name];
        var parts = node?.Text?.Split(' ') ?? [];
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= 10_000
            && UnitOf(parts[1]) is { } unit)
        {
            return new(amount, unit);
        }

        Fault(node ?? parent, node is null ? $"\"{name}\" saknas." : $"\"{node.Text}\" är ingen tid.",
            "Skriv till exempel \"5 workingDays\". Enheterna är hours, workingDays, calendarDays, weeks och months.");
        return ifBroken;
    }

    private static TimeUnit? UnitOf(string word) => word switch
    {
        "hours" or "hour" => TimeUnit.Hours,
        "workingDays" or "workingDay" => TimeUnit.WorkingDays,
        "calendarDays" or "calendarDay" => TimeUnit.CalendarDays,
        "weeks" or "week" => TimeUnit.Weeks,
        "months" or "month" => TimeUnit.Months,
        _ => null,
    };

    private Responsibility ReadResponsibility(JsonTree node)
    {
        Only(node, "moves", "employeesMayAnswer", "source", "assumed");
        var moves = OneOf(node, "moves", ("atAcceptance", false), ("atHandOver", true));
        return new(moves, Flag(node, "employeesMayAnswer"), Cited(node));
    }

    private HandOverRule ReadHandOver(JsonTree node)
    {
        Only(node, "noticeRequired", "source", "assumed");
        return new(Flag(node, "noticeRequired"), Cited(node));
    }

    private ClosingRule ReadClosing(JsonTree node)
    {
        Only(node, "answerRequired", "measureRequired", "source", "assumed");
        return new(Flag(node, "answerRequired"), Flag(node, "measureRequired"), Cited(node));
    }

    private WorkingCalendar ReadCalendar(JsonTree? node)
    {
        if (node is null) return WorkingCalendar.Swedish;
        Only(node, "freeEves", "source", "assumed");
        if (node["freeEves"] is null) return WorkingCalendar.Swedish;
        var eves = Texts(node, "freeEves");
        foreach (var eve in eves.Where(e => !WorkingCalendar.AllEves.Contains(e)))
        {
            Fault(node["freeEves"]!, $"\"{eve}\" är ingen afton som Gåva känner.", $"Välj bland {string.Join(", ", WorkingCalendar.AllEves)}.");
        }

        return new WorkingCalendar(eves);
    }

    private Guidance ReadGuidance(JsonTree node)
    {
        Only(node, "place", "text", "source", "assumed");
        return new(OneOf(node, "place", ("receiving", "receiving"), ("answering", "answering"), ("delay", "delay")), Text(node, "text"), Cited(node));
    }

    /// <summary>Every rule says where it comes from, or that it is assumed.</summary>
    private Citation Cited(JsonTree node)
    {
        foreach (var name in new[] { "source", "assumed" }.Where(name => node[name] is { Kind: not JsonValueKind.String }))
        {
            Fault(node[name]!, $"\"{name}\" ska vara en text.", "Skriv den inom citattecken.");
            return new(null, null);
        }

        var (source, assumed) = (node["source"]?.Text, node["assumed"]?.Text);
        if (string.IsNullOrWhiteSpace(source) && string.IsNullOrWhiteSpace(assumed))
        {
            Fault(node, "Regeln säger inte varifrån den kommer.", "Skriv \"source\" med dokument och mening, eller \"assumed\" när källan tiger.");
        }

        return new(source, assumed);
    }

    private void Only(JsonTree node, params string[] names)
    {
        foreach (var (name, value) in node.Members.Where(m => !names.Contains(m.Name)))
        {
            Fault(value, $"\"{name}\" är inget som en rutin kan säga här.",
                Nearest.To(name, names) is { } near ? $"Menar du \"{near}\"?" : $"Välj bland {string.Join(", ", names)}.");
        }

        foreach (var twice in node.Members.GroupBy(m => m.Name).Where(g => g.Count() > 1))
        {
            Fault(twice.Last().Value, $"\"{twice.Key}\" står två gånger.", "Ta bort den ena.");
        }
    }

    private void Unique(JsonTree? node, IEnumerable<string> codes, string what)
    {
        foreach (var twice in codes.GroupBy(c => c).Where(g => g.Count() > 1))
        {
            Fault(node!, $"Namnet \"{twice.Key}\" finns två gånger.", $"Ge {what} ett eget namn.");
        }
    }

    private List<T> List<T>(JsonTree parent, string name, Func<JsonTree, T> read, bool leastOne)
    {
        var node = parent[name];
        if (node is not { Kind: JsonValueKind.Array })
        {
            Fault(node ?? parent, node is null ? $"\"{name}\" saknas." : $"\"{name}\" ska vara en lista.", "Skriv [ … ].");
            return [];
        }

        if (leastOne && node.Items.Count == 0) Fault(node, $"\"{name}\" är tom.", "Skriv minst en.");
        return [.. node.Items.Select(read)];
    }

    private List<string> Texts(JsonTree parent, string name) => [.. List(parent, name, item =>
    {
        if (item.Kind == JsonValueKind.String) return item.Text;
        Fault(item, $"I \"{name}\" ska det stå texter.", "Sätt citattecken om.");
        return null;
    }, leastOne: false).OfType<string>()];

    private JsonTree Object(JsonTree parent, string name)
    {
        if (parent[name] is { Kind: JsonValueKind.Object } node) return node;
        Fault(parent[name] ?? parent, $"\"{name}\" saknas eller är fel.", "Skriv { … }.");
        return Absent;
    }

    private string Text(JsonTree parent, string name)
    {
        if (parent[name] is { Kind: JsonValueKind.String } node && !string.IsNullOrWhiteSpace(node.Text)) return node.Text!;
        Fault(parent[name] ?? parent, parent[name] is null ? $"\"{name}\" saknas." : $"\"{name}\" ska vara en text.", "Skriv den inom citattecken.");
        return "";
    }

    private string Slug(JsonTree parent, string name)
    {
        var text = Text(parent, name);
        if (text.Length > 0 && (text.Length > 80 || text.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')))
        {
            Fault(parent[name]!, $"\"{text}\" duger inte som namn.", "Använd a till z, siffror och bindestreck.");
        }

        return text;
    }

    private bool Flag(JsonTree parent, string name)
    {
        if (parent[name] is { Kind: not (JsonValueKind.True or JsonValueKind.False) } node)
        {
            Fault(node, $"\"{name}\" ska vara true eller false.", "Skriv det utan citattecken.");
        }

        return parent[name]?.IsTrue ?? false;
    }

    private int Whole(JsonTree parent, string name, int least, int most)
    {
        if (parent[name] is { Kind: JsonValueKind.Number } node
            && int.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(parent[name] ?? parent, $"\"{name}\" ska vara ett heltal från {least} till {most}.", "Skriv det utan citattecken.");
        return least;
    }

    private T OneOf<T>(JsonTree parent, string name, params (string Word, T Value)[] choices)
    {
        var text = parent[name]?.Text;
        foreach (var (word, value) in choices)
        {
            if (word == text) return value;
        }

        Fault(parent[name] ?? parent, text is null ? $"\"{name}\" saknas." : $"\"{text}\" är inget val för \"{name}\".",
            $"Välj bland {string.Join(", ", choices.Select(c => c.Word))}.");
        return choices[0].Value;
    }

    private void Fault(JsonTree node, string fault, string cure)
    {
        if (node != Absent) faults.Add(new(node.Line, node.Column, fault, cure));
    }
}
