namespace Gava.Domain.Routines;

/// <content>Categories, meetings, reports, publication, retention and texts.</content>
public sealed partial class RoutineReader
{
    private static readonly string[] Places = ["receiving", "handingOver", "answering", "delay", "closing", "meeting"];
    private static readonly string[] Every = ["month", "quarter", "halfYear", "year", "newEmployee", "newManager"];
    private static readonly string[] RetainedParts = ["register", "vault", "attachments", "mail", "drafts", "reports"];
    private static readonly string[] TemplateUses = [.. TemplateWords.Uses];
    private static readonly string[] Languages = [.. TemplateWords.Languages];
    private static readonly string[] ReportForms = ["page", "pdf", "docx", "xlsx", "csv"];

    private string Choice(JsonTree node, string name, string[] words) => OneOf(node, name, words.Select(w => (w, w)).ToArray());

    private CategoryTree ReadTree(JsonTree node)
    {
        Only(node, "tree");
        var tree = new CategoryTree(Text(node, "code"), Text(node, "label"), Flag(node, "obligatory"), RoleOrNull(node, "setBy"),
            List(node, "categories", ReadCategory, leastOne: true), Cited(node));
        Unique(node["categories"], tree.All.Select(c => c.Code), "kategorin");
        return tree;
    }

    private Category ReadCategory(JsonTree node)
    {
        Only(node, "category");
        return new(Text(node, "code"), Text(node, "label"), Some(node, "children", ReadCategory)) { Formerly = SomeTexts(node, "formerly") };
    }

    private Learning ReadLearning(JsonTree node)
    {
        Only(node, "learning");
        var duties = Some(node, "duties", ReadDuty);
        Unique(node["duties"], duties.Select(d => d.Code), "uppgiften");
        return new()
        {
            Meetings = Some(node, "meetings", ReadMeeting),
            Duties = duties,
            PlanAfter = WholeOrNull(node, "planAfter", 1, 1000),
            Citation = Cited(node),
        };
    }

    private Meeting ReadMeeting(JsonTree node)
    {
        Only(node, "meeting");
        return new(Text(node, "name"), OneOf(node, "who", RoleWords), Text(node, "cases"), SomeTexts(node, "keptOut"), Flag(node, "planWhenNeeded"), Cited(node));
    }

    private RecurringDuty ReadDuty(JsonTree node)
    {
        Only(node, "duty");
        return new(Text(node, "code"), Text(node, "label"), Choice(node, "every", Every), OneOf(node, "who", RoleWords), Text(node, "text"), Cited(node));
    }

    private ReportCycle ReadReport(JsonTree node)
    {
        Only(node, "report");
        var to = SomeTexts(node, "to");
        if (to.Count == 0) Fault(node["to"] ?? node, "Rapporten har ingen mottagare.", "Skriv i \"to\" vem som får den, till exempel [\"Ledningsgruppen\"].");
        return new(Text(node, "code"), Text(node, "label"), OneOf(node, "period", WordsOf<ReportPeriod>()), Flag(node, "accumulated"), OneOf(node, "by", RoleWords),
            ReadLength(node, "within", new(0, Deadlines.TimeUnit.Hours)), RoleOrNull(node, "textsFrom"), to,
            Some(node, "forms", item => Word(item, "forms", ReportForms.Select(f => (f, f)).ToArray())), Cited(node));
    }

    private Publication ReadPublication(JsonTree node)
    {
        Only(node, "publication");
        return new(OneOf(node, "level", WordsOf<PublicationLevel>()), RoleOrNull(node, "moderator"), SomeTexts(node, "removalGrounds"), Cited(node));
    }

    private Retention ReadRetention(JsonTree node)
    {
        Only(node, "retention");
        return new(Choice(node, "part", RetainedParts), LengthOrNull(node, "keep"), node["from"] is null ? Moment.Closing : ReadMoment(node, node["from"], "from"),
            TextOrNull(node, "decision"), Cited(node));
    }

    private Guidance ReadGuidance(JsonTree node)
    {
        Only(node, "guidance");
        return new(Choice(node, "place", Places), Text(node, "text"), Cited(node)) { Roles = SomeRoles(node, "roles") };
    }

    private Template ReadTemplate(JsonTree node)
    {
        Only(node, "template");
        return new(Choice(node, "use", TemplateUses), TextOrNull(node, "kind"), node["language"] is null ? "sv" : Choice(node, "language", Languages),
            Text(node, "subject"), Text(node, "text"), Cited(node));
    }
}
