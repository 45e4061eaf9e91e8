using System.Text.Json;

namespace Gava.Domain.Routines;

/// <summary>
/// Reads a routine file, and finds what cannot work in it: every fault with line, column, what is wrong and what would be
/// right. A routine with faults is never used. One file a group of parts; routines/routine.schema.json says the same to editors.
/// </summary>
public sealed partial class RoutineReader
{
    // Stands in for a part that is missing. What it lacks follows from that, and is not told once more.
    private static readonly JsonTree Absent = new() { Kind = JsonValueKind.Object, Line = 0, Column = 0 };

    /// <summary>What each part of a routine file can say. The schema names the same, and a test compares them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Parts = new Dictionary<string, string[]>
    {
        ["routine"] = ["$schema", "name", "version", "title", "body", "document", "scope", "regime", "kinds", "tracks", "channels", "receiving",
            "registration", "anonymity", "acknowledgement", "clocks", "calendar", "responsibility", "handOver", "reply", "closing",
            "categories", "learning", "reports", "publication", "retention", "guidance", "templates"],
        ["regime"] = ["code", "label", "from", "until", "law", "secrecyPresumed", "provision", "steps", "contents", "clocks"],
        ["scope"] = ["covers", "elsewhere", "source", "assumed"],
        ["elsewhere"] = ["code", "label", "signs", "to", "tell", "outsideByLaw", "sameDay", "copied", "source", "assumed"],
        ["kind"] = ["code", "label", "definition", "complaint", "track", "forcedBy", "source", "assumed"],
        ["track"] = ["code", "label", "light", "answerRequired", "source", "assumed"],
        ["channel"] = ["code", "label", "oral", "demands", "source", "assumed"],
        ["receiving"] = ["register", "providers", "source", "assumed"],
        ["registration"] = ["mode", "series", "board", "within", "through", "exempt", "publicSubjects", "copyToUnit", "source", "assumed"],
        ["anonymity"] = ["mode", "replyBy", "source", "assumed"],
        ["acknowledgement"] = ["within", "from", "by", "contents", "source", "assumed"],
        ["clock"] = ["name", "label", "basis", "kinds", "form", "units", "start", "length", "rollForward", "pausesOnFreeDays", "countsFirstDay",
            "stoppedBy", "pausedBy", "resumedBy", "warnBefore", "delayNotice", "delayNeedsNewDate", "whenNobodyToTell", "unitTimes", "published",
            "source", "assumed"],
        ["unitTime"] = ["unit", "length"],
        ["calendar"] = ["freeEves", "closedDays", "halfDays", "source", "assumed"],
        ["closedDay"] = ["day", "name"],
        ["halfDay"] = ["day", "until"],
        ["responsibility"] = ["moves", "employeesMayAnswer", "atUnit", "roles", "inability", "inabilitySource", "bySubject", "subjectLosesSight",
            "overdueTo", "anothersView", "severalUnits", "source", "assumed"],
        ["duties"] = ["role", "may", "passOnTo", "source", "assumed"],
        ["subjectStep"] = ["about", "scope", "from", "to", "source", "assumed"],
        ["handOver"] = ["noticeRequired", "refusedAfter", "refusalsBeforeCoordinator", "coordinator", "referringAllowed", "tell", "source", "assumed"],
        ["reply"] = ["consultationRequired", "rest", "secondReader", "spokenAllowed", "contents", "internalAnswerOwed", "survey", "source", "assumed"],
        ["content"] = ["code", "label", "onlyComplaints", "singular", "whenUnsolved", "source", "assumed"],
        ["closing"] = ["answerRequired", "measureRequired", "reportRequired", "categoryRequired", "whereToTurnRequired", "by", "source", "assumed"],
        ["tree"] = ["code", "label", "obligatory", "setBy", "categories", "source", "assumed"],
        ["category"] = ["code", "label", "children", "formerly"],
        ["learning"] = ["meetings", "duties", "planAfter", "source", "assumed"],
        ["meeting"] = ["name", "who", "cases", "keptOut", "planWhenNeeded", "source", "assumed"],
        ["duty"] = ["code", "label", "every", "who", "text", "source", "assumed"],
        ["report"] = ["code", "label", "period", "accumulated", "by", "within", "textsFrom", "to", "forms", "source", "assumed"],
        ["publication"] = ["level", "moderator", "removalGrounds", "source", "assumed"],
        ["retention"] = ["part", "keep", "from", "decision", "source", "assumed"],
        ["guidance"] = ["place", "text", "roles", "source", "assumed"],
        ["template"] = ["use", "kind", "language", "subject", "text", "source", "assumed"],
    };

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
        Only(root, "routine");
        var kinds = List(root, "kinds", ReadKind, leastOne: true);
        var channels = List(root, "channels", ReadChannel, leastOne: true);
        var clocks = List(root, "clocks", node => ReadClock(node, kinds), leastOne: false);
        var tracks = Some(root, "tracks", ReadTrack);
        Unique(root["kinds"], kinds.Select(k => k.Code), "sorten");
        Unique(root["channels"], channels.Select(c => c.Code), "kanalen");
        Unique(root["clocks"], clocks.Select(c => c.Name), "klockan");
        Unique(root["tracks"], tracks.Select(t => t.Code), "vägen");
        var regime = root["regime"] is null ? LegalRegimes.General : OneOf(root, "regime", LegalRegimes.Codes.Select(c => (c, c)).ToArray());
        var categories = Some(root, "categories", ReadTree);
        var reports = Some(root, "reports", ReadReport);
        Unique(root["categories"], categories.Select(t => t.Code), "trädet");
        Unique(root["reports"], reports.Select(r => r.Code), "rapporten");
        var routine = new Routine
        {
            Name = Slug(root, "name"),
            Version = Whole(root, "version", 1, 100_000),
            Title = Text(root, "title"),
            Body = Text(root, "body"),
            Document = Text(root, "document"),
            Scope = Part(root, "scope", ReadScope, Scope.Everything),
            Regime = regime,
            Kinds = kinds,
            Tracks = tracks,
            Channels = channels,
            Receiving = Part(root, "receiving", ReadReceiving, new()),
            Registration = Part(root, "registration", ReadRegistration, new()),
            Anonymity = Part(root, "anonymity", ReadAnonymity, new()),
            Acknowledgement = Part<Acknowledgement?>(root, "acknowledgement", ReadAcknowledgement, null),
            Clocks = clocks,
            Responsibility = ReadResponsibility(Object(root, "responsibility")),
            HandOver = ReadHandOver(Object(root, "handOver")),
            Reply = Part(root, "reply", ReadReply, new()),
            Closing = ReadClosing(Object(root, "closing")),
            Calendar = ReadCalendar(root["calendar"]),
            Categories = categories,
            Learning = Part(root, "learning", ReadLearning, new()),
            Reports = reports,
            Publication = Part(root, "publication", ReadPublication, new()),
            Retention = Some(root, "retention", ReadRetention),
            Guidance = Some(root, "guidance", ReadGuidance),
            Templates = Some(root, "templates", ReadTemplate),
        };
        Check(root, routine);
        return LegalRegimes.Complete(routine);
    }

    private Kind ReadKind(JsonTree node)
    {
        Only(node, "kind");
        return new(Text(node, "code"), Text(node, "label"), Text(node, "definition"), Flag(node, "complaint"), Cited(node))
        {
            Track = TextOrNull(node, "track"),
            ForcedBy = SomeTexts(node, "forcedBy"),
        };
    }

    private Track ReadTrack(JsonTree node)
    {
        Only(node, "track");
        return new(Text(node, "code"), Text(node, "label"), Flag(node, "light"), Flag(node, "answerRequired", otherwise: true), Cited(node));
    }

    private Channel ReadChannel(JsonTree node)
    {
        Only(node, "channel");
        return new(Text(node, "code"), Text(node, "label"), Flag(node, "oral"))
        {
            Demands = Some(node, "demands", item => Word(item, "demands", WordsOf<ChannelDemand>())),
            Citation = new(TextOrNull(node, "source"), TextOrNull(node, "assumed")),
        };
    }

    private Scope ReadScope(JsonTree node)
    {
        Only(node, "scope");
        var elsewhere = Some(node, "elsewhere", ReadElsewhere);
        Unique(node["elsewhere"], elsewhere.Select(e => e.Code), "det som lämnas vidare");
        return new(TextOrNull(node, "covers"), elsewhere, Cited(node));
    }

    private Elsewhere ReadElsewhere(JsonTree node)
    {
        Only(node, "elsewhere");
        return new(Text(node, "code"), Text(node, "label"), SomeTexts(node, "signs"), Text(node, "to"), Text(node, "tell"),
            Flag(node, "outsideByLaw"), Flag(node, "sameDay"), Flag(node, "copied"), Cited(node));
    }
}
