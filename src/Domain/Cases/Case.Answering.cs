using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

public sealed partial class Case
{
    /// <summary>
    /// The receipt has been sent, by whoever answers for the case or whom the routine names (S3: the complaints manager). It is no
    /// feedback and stops no feedback clock (R-DUE-02).
    /// </summary>
    public void Acknowledge(Way way, Viewer viewer, Change change)
    {
        MustBeOpen("bekräftar det");
        if (!MayBeAcknowledgedBy(viewer)) throw new RuleBroken("not-yours", "Det är bara den som ansvarar för ärendet, eller den som rutinen säger, som bekräftar.");
        if (way == Way.None) throw new RuleBroken("way-missing", "Välj hur du har berättat.", "way");
        Acknowledged(way, change);
    }

    /// <summary>The receipt goes by e-mail at once, where the routine leaves it to nobody (R-FLOW-01).</summary>
    public void AcknowledgeAtOnce(Change change)
    {
        MustBeOpen("bekräftar det");
        Acknowledged(Way.Email, change);
    }

    public bool MayBeAcknowledgedBy(Viewer viewer) => MayBeHandledBy(viewer) || (viewer.Id != ConcernsPersonId
        && Routine.Acknowledgement?.By is { } role && viewer.Is(role) && viewer.SeesThePlace(UnitId));

    private void Acknowledged(Way way, Change change)
    {
        AcknowledgedAt ??= change.At;
        Record(EventKind.Acknowledged, change, subject: way.Code());
    }

    /// <summary>First or further feedback: real words to the complainant about what has happened since (S0 Handläggningstid).</summary>
    /// <param name="about">One of <see cref="FeedbackOn"/>.</param>
    public void GiveFeedback(Words words, string about, Way way, DateTime? happenedAt, Viewer viewer, Change change)
    {
        MustBeOpen("ger återkoppling");
        MustBeHandledBy(viewer);
        MustBeReachable(way);
        if (FeedbackOn.All.All(f => f.Code != about)) throw new RuleBroken("about-unknown", "Välj vad återkopplingen gäller.", "about");
        Required(words, "text", "Skriv vad du har sagt till den som klagar.");
        var at = Past(happenedAt, change.At);
        FirstFeedbackAt ??= at;
        Record(EventKind.FeedbackGiven, change, words, $"{about};{way.Code()}", at);
    }

    /// <summary>
    /// An action (åtgärd), with who, when and what (R-FLOW-09), and whether it puts this person's matter right or prevents that
    /// it happens again (R-FLOW-17).
    /// </summary>
    public void RegisterMeasure(Words words, bool prevents, DateTime? happenedAt, Viewer viewer, Change change)
    {
        MustBeOpen("registrerar en åtgärd");
        MustBeHandledBy(viewer);
        Required(words, "text", "Skriv vad som har gjorts.");
        var at = Past(happenedAt, change.At);
        Measures++;
        Record(EventKind.MeasureRegistered, change, words, prevents ? "prevents" : "corrects", at);
    }

    /// <summary>
    /// The complainant is told that it will take longer, and why (S0 Handläggningstid; R-FLOW-10). In time only if it comes
    /// before the clock is out; afterwards it is registered all the same, and the case stays late without notice.
    /// </summary>
    /// <param name="newDay">The day that is promised instead, if one is.</param>
    /// <param name="happenedAt">When it was told, UTC, if that was before it was written down.</param>
    public void NotifyDelay(Words reason, Way way, DateOnly? newDay, Viewer viewer, Change change, DateTime? happenedAt = null)
    {
        MustBeOpen("skriver om förseningen");
        MustBeHandledBy(viewer);
        MustBeReachable(way);
        Required(reason, "text", "Skriv vad förseningen beror på. Den som klagar har rätt att få veta det.");
        if (newDay is null && clocks.Any(c => c.Runs && Routine.Clock(c.Name)?.DelayNeedsNewDate == true)) throw new RuleBroken("newDay-missing", "Skriv vilken dag personen får svar i stället.", "newDay");
        if (newDay <= StockholmTime.DateOf(change.At)) throw new RuleBroken("new-day-past", "Den nya dagen måste ligga framåt i tiden.", "newDay");
        if (newDay > StockholmTime.DateOf(change.At).AddYears(1)) throw new RuleBroken("new-day-far", "Det är mer än ett år dit. Välj en närmare dag.", "newDay");
        var running = clocks.Where(c => c.Runs && Routine.Clock(c.Name)?.DelayNotice == true).ToList();
        if (running.Count == 0) throw new RuleBroken("nothing-late", "Ingen tid går just nu som någon kan vara försenad med.");
        var at = Past(happenedAt, change.At);
        foreach (var clock in running) clock.Notice(at, newDay is { } day ? StockholmTime.EndOf(day) : null);
        Record(EventKind.DelayNotified, change, reason, DelaySubject.Of(way, newDay), at);
        SortAgain();
    }

    /// <summary>The answer (svar). Where the routine leaves answering to managers, others hand over instead.</summary>
    /// <param name="happenedAt">When it was given, UTC, if that was before it was written down.</param>
    /// <param name="because">Why it goes although something that the routine wants is not done (R-FLOW-06); null when all is.</param>
    /// <param name="isUnsolved">What it is about could not be put right (S2).</param>
    /// <param name="whereToTurn">The bodies that the person was told of, if they were (R-FLOW-08).</param>
    public void Reply(Words words, Way way, Viewer viewer, Change change, DateTime? happenedAt = null, Words? because = null, bool isUnsolved = false, Words? whereToTurn = null)
    {
        MustBeOpen("svarar");
        MustBeHandledBy(viewer);
        MustBeAnsweredBy(viewer);
        MustBeReachable(way);
        Required(words, "text", "Skriv svaret.");
        if (way is Way.Phone or Way.InPerson && !Routine.Reply.SpokenAllowed) throw new RuleBroken("reply-in-writing", "I den här rutinen ges svaret skriftligt. Välj e-post eller brev.", "way");
        var passedBy = because is null ? null : Optional(because, "because");
        if (passedBy is null && MissingBeforeReplying(change.At) is { Count: > 0 } missing)
        {
            throw new RuleBroken(missing[0].Code, string.Join(" ", missing.Select(m => m.Sentence)) + " Vänta, eller skriv varför svaret måste gå nu.", "because");
        }

        if (passedBy is not null) Record(EventKind.PassedBy, change, passedBy);
        IsUnsolved = isUnsolved;
        if (whereToTurn is not null) TellWhereToTurn(whereToTurn, viewer, change);
        var at = Past(happenedAt, change.At);
        RepliedAt = at;
        if (Status != CaseStatus.Offered) Become(CaseStatus.Answered);
        Record(EventKind.Replied, change, words, way.Code(), at);
    }

    private void MustBeAnsweredBy(Viewer viewer)
    {
        if (!Routine.Responsibility.EmployeesMayAnswer && !viewer.AcceptsFor(UnitId))
        {
            throw new RuleBroken("managers-answer", "I den här rutinen är det chefen som svarar. Lämna över ärendet till chefen.");
        }

        // A title that the routine names does what it says there, and nothing else (S4, the table of roles; R-ESC-03).
        if (!viewer.Roles.Any(r => Routine.Responsibility.Allows(r.Role, Duty.Answer)))
        {
            throw new RuleBroken("title-passes-on", $"I den här rutinen lämnar {viewer.Roles[0].Role.Definite()} ärendet vidare till den chef som det gäller, i stället för att svara.");
        }
    }

    private void MustBeReachable(Way way)
    {
        if (way == Way.None) throw new RuleBroken("way-missing", "Välj hur du har berättat.", "way");
        if (way == Way.Web && !FollowsByCode) throw new RuleBroken("no-code", "Personen följer inte ärendet på webben. Välj ett annat sätt.", "way");
        if (!CanBeReached && way is (Way.Email or Way.Letter))
        {
            throw new RuleBroken("cannot-be-reached", "Personen har inte lämnat någon adress. Välj telefon eller möte, om ni ändå har talats vid.", "way");
        }
    }
}

/// <summary>What the journal line of a delay notice was done to: how it was told, and the day that was promised instead.</summary>
public static class DelaySubject
{
    public static string Of(Way way, DateOnly? newDay) =>
        newDay is { } day ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{way.Code()};{day:yyyy-MM-dd}") : way.Code();

    /// <summary>The promised day, or null when none was.</summary>
    public static DateOnly? NewDayOf(string? subject) =>
        DateOnly.TryParseExact(subject?.Split(';')[^1], "yyyy-MM-dd", out var day) ? day : null;
}
