using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <content>Receiving, registering, answering for, replying, closing.</content>
public sealed partial class RoutineReader
{
    private static readonly string[] KnownContents = ["thanks", "regret", "apology", "eachPoint", "measure", "explanation", "prevention", "whereToTurn"];
    private static readonly string[] KnownAcknowledgements = ["reference", "handler", "expectedAnswer", "steps", "whereToTurn"];
    private static readonly string[] KnownReplyWays = ["code", "publicPage", "counter"];

    private Receiving ReadReceiving(JsonTree node)
    {
        Only(node, "receiving");
        return new() { Register = SomeRoles(node, "register"), Providers = Flag(node, "providers"), Citation = Cited(node) };
    }

    private Registration ReadRegistration(JsonTree node)
    {
        Only(node, "registration");
        return new()
        {
            Mode = OneOf(node, "mode", WordsOf<RegistrationMode>()),
            Series = TextOrNull(node, "series"),
            Board = TextOrNull(node, "board"),
            Within = LengthOrNull(node, "within") ?? new(1, TimeUnit.WorkingDays),
            Through = RoleOrNull(node, "through"),
            Exempt = SomeTexts(node, "exempt"),
            PublicSubjects = SomeTexts(node, "publicSubjects"),
            CopyToUnit = Flag(node, "copyToUnit"),
            Citation = Cited(node),
        };
    }

    private Anonymity ReadAnonymity(JsonTree node)
    {
        Only(node, "anonymity");
        var ways = Some(node, "replyBy", item => Word(item, "replyBy", KnownReplyWays.Select(w => (w, w)).ToArray()));
        return new(OneOf(node, "mode", WordsOf<AnonymityMode>()), ways, Cited(node));
    }

    private Acknowledgement ReadAcknowledgement(JsonTree node)
    {
        Only(node, "acknowledgement");
        return new(ReadLength(node, "within", Length.AtOnce), node["from"] is null ? Moment.Arrival : ReadMoment(node, node["from"], "from"), RoleOrNull(node, "by"),
            Some(node, "contents", item => Word(item, "contents", KnownAcknowledgements.Select(w => (w, w)).ToArray())), Cited(node));
    }

    private Responsibility ReadResponsibility(JsonTree node)
    {
        Only(node, "responsibility");
        return new(OneOf(node, "moves", ("atAcceptance", false), ("atHandOver", true)), Flag(node, "employeesMayAnswer"), Cited(node))
        {
            AtUnit = SomeRoles(node, "atUnit"),
            Roles = Some(node, "roles", ReadDuties),
            Inability = SomeRoles(node, "inability"),
            InabilityCitation = new(TextOrNull(node, "inabilitySource"), null),
            BySubject = Some(node, "bySubject", ReadSubjectStep),
            SubjectLosesSight = Flag(node, "subjectLosesSight", otherwise: true),
            OverdueTo = LengthOrNull(node, "overdueTo"),
            AnothersView = RoleOrNull(node, "anothersView"),
            SeveralUnits = RoleOrNull(node, "severalUnits"),
        };
    }

    private RoleDuties ReadDuties(JsonTree node)
    {
        Only(node, "duties");
        return new(OneOf(node, "role", RoleWords), Some(node, "may", item => Word(item, "may", WordsOf<Duty>())), SomeRoles(node, "passOnTo"), Cited(node));
    }

    private SubjectStep ReadSubjectStep(JsonTree node)
    {
        Only(node, "subjectStep");
        return new(OneOf(node, "about", WordsOf<SubjectOf>()), TextOrNull(node, "scope") ?? "", OneOf(node, "from", RoleWords), OneOf(node, "to", RoleWords), Cited(node));
    }

    private HandOverRule ReadHandOver(JsonTree node)
    {
        Only(node, "handOver");
        return new(Flag(node, "noticeRequired"), Cited(node))
        {
            RefusedAfter = LengthOrNull(node, "refusedAfter"),
            RefusalsBeforeCoordinator = WholeOrNull(node, "refusalsBeforeCoordinator", 1, 10),
            Coordinator = RoleOrNull(node, "coordinator"),
            ReferringAllowed = Flag(node, "referringAllowed"),
            Tell = SomeTexts(node, "tell"),
        };
    }

    private ReplyRule ReadReply(JsonTree node)
    {
        Only(node, "reply");
        return new()
        {
            ConsultationRequired = Flag(node, "consultationRequired"),
            Rest = LengthOrNull(node, "rest"),
            SecondReader = RoleOrNull(node, "secondReader"),
            SpokenAllowed = Flag(node, "spokenAllowed", otherwise: true),
            Contents = Some(node, "contents", ReadContent),
            InternalAnswerOwed = Flag(node, "internalAnswerOwed"),
            Survey = Flag(node, "survey"),
            Citation = Cited(node),
        };
    }

    private ReplyContent ReadContent(JsonTree node)
    {
        Only(node, "content");
        return new(OneOf(node, "code", KnownContents.Select(c => (c, c)).ToArray()), Text(node, "label"), Flag(node, "onlyComplaints"), Flag(node, "singular"),
            Flag(node, "whenUnsolved"), false, Cited(node));
    }

    private ClosingRule ReadClosing(JsonTree node)
    {
        Only(node, "closing");
        return new(Flag(node, "answerRequired"), Flag(node, "measureRequired"), Cited(node))
        {
            ReportRequired = Flag(node, "reportRequired"),
            CategoryRequired = Flag(node, "categoryRequired"),
            WhereToTurnRequired = Flag(node, "whereToTurnRequired"),
            By = RoleOrNull(node, "by"),
        };
    }
}
