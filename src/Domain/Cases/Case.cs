using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>
/// A complaint, a view, a suggestion or a word of praise, from arrival to close. This is the register's part: it holds no
/// personal data. What it says unmasked, and who said it, is in the vault under the same number.
/// </summary>
/// <remarks>
/// Every verb writes a journal line, which is a new <see cref="Event"/>; the desk that called it saves case, lines and
/// originals in one transaction. One file an ability: Registering, Clocks, HandingOver, Talking, Answering, Closing.
/// </remarks>
public sealed partial class Case
{
    private readonly List<CaseClock> clocks = [];
    private readonly List<Callback> callbacks = [];
    private readonly List<Event> newEvents = [];
    private readonly List<(string Field, string Original)> secrets = [];
    private Routine? routine;
    private WorkingCalendar? calendar;
    private IReadOnlyCollection<string> unitLine = [];

    private Case() { }

    /// <summary>The running number of the installation.</summary>
    public long Id { get; private set; }

    public CaseReference Reference => new(StockholmTime.DateOf(RegisteredAt).Year, Id);

    public string RoutineName { get; private set; } = "";

    /// <summary>The version that the case began with.</summary>
    public int RoutineVersion { get; private set; }

    public string Kind { get; private set; } = "";

    public string Channel { get; private set; } = "";

    public CaseStatus Status { get; private set; }

    public bool IsOpen => Status != CaseStatus.Closed;

    /// <summary>What was said, masked.</summary>
    public string Text { get; private set; } = "";

    public DateTime ArrivedAt { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    public Guid ReceivedBy { get; private set; }

    public Guid RegisteredBy { get; private set; }

    /// <summary>The place that answers for it.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>
    /// The unit that it concerns, where it is counted: the one that last accepted it as its own. Passed upwards it still concerns the
    /// unit below (R-LEARN-02).
    /// </summary>
    public Guid ConcernedUnitId { get; private set; }

    /// <summary>Who answers for it; null while it waits at a unit for somebody to take it.</summary>
    public Guid? ResponsibleId { get; private set; }

    public Relation Relation { get; private set; }

    public string Language { get; private set; } = "sv";

    public bool IsAnonymous { get; private set; }

    public bool CanBeReached { get; private set; }

    public bool WantsReply { get; private set; }

    public Way ReplyWay { get; private set; }

    /// <summary>Skyddade personuppgifter: two named persons see them, nobody else (R-SEC-04).</summary>
    public bool IsProtected { get; private set; }

    /// <summary>
    /// The second of the two who may open what the vault has of a protected person: whoever answers for the case is the first.
    /// To begin with it is the one who was told; a manager may name another (R-SEC-04).
    /// </summary>
    public Guid? NamedReader { get; private set; }

    public DateTime? AcknowledgedAt { get; private set; }

    public DateTime? FirstFeedbackAt { get; private set; }

    public DateTime? RepliedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DateTime? ReopenedAt { get; private set; }

    public Ending? Ending { get; private set; }

    public int Measures { get; private set; }

    /// <summary>How many times it has been accepted by somebody new: passing people around becomes visible (R-FLOW-03).</summary>
    public int HandOvers { get; private set; }

    /// <summary>SHA-256 of the secret follow-up code.</summary>
    public byte[]? FollowUpCodeHash { get; private set; }

    public Guid? SubmissionId { get; private set; }

    /// <summary>The number of the latest journal line; also the version that a stale write is told by.</summary>
    public int LastEventNumber { get; private set; }

    /// <summary>How many times a hand-over was refused since somebody last accepted (R-FLOW-02).</summary>
    public int Refusals { get; private set; }

    public IReadOnlyList<CaseClock> Clocks => clocks;

    public IReadOnlyList<Callback> Callbacks => callbacks;

    /// <summary>Journal lines written since the case was loaded.</summary>
    public IReadOnlyList<Event> NewEvents => newEvents;

    /// <summary>Originals that the vault must take in the same transaction.</summary>
    public IReadOnlyList<(string Field, string Original)> Secrets => secrets;

    /// <summary>The routine that the case follows; the desk gives it when it loads the case.</summary>
    public Routine Routine => routine ?? throw new InvalidOperationException("The desk gives the routine with Follow(…).");

    private Kind KindHere => Routine.Kind(Kind) ?? new Kind(Kind, Kind, "", false, new(null, null));

    /// <summary>Gives the case the routine version that it keeps, and the calendar that counts its days.</summary>
    /// <param name="itsLine">The slugs of its unit and all above, nearest first: a unit may have promised stricter times.</param>
    public Case Follow(Routine itsRoutine, WorkingCalendar itsCalendar, IReadOnlyCollection<string>? itsLine = null)
    {
        (routine, calendar, unitLine) = (itsRoutine, itsCalendar, itsLine ?? []);
        return this;
    }

    /// <summary>
    /// The keys that it hangs on (R-SEC-01): the people who received, registered, answer for or are offered it, and the places
    /// whose line it is in. Whoever carries one of them sees it.
    /// </summary>
    public IReadOnlySet<Guid> KeysIn(Organisation organisation)
    {
        HashSet<Guid> keys = [ReceivedBy, RegisteredBy, .. organisation.Line(UnitId).Select(u => u.Id)];
        if (ResponsibleId is { } responsible) keys.Add(responsible);
        if (Offer is not null)
        {
            keys.Add(Offer.By);
            if (Offer.PersonId is { } person) keys.Add(person);
            keys.UnionWith(organisation.Line(Offer.UnitId).Select(u => u.Id));
        }

        keys.UnionWith(Consultations.Where(c => IsConsulted(c.PersonId)).Select(c => c.PersonId));
        keys.UnionWith(Parts.SelectMany(p => new[] { p.PersonId, p.UnitId }));
        if (ConcernsPersonId is { } concerned) keys.Remove(concerned);
        return keys;
    }

    /// <summary>
    /// True for those who may act in it: the one who answers for it, and the line above. Any employee who answers for a case
    /// may put right, reply and close, where the routine says so (R-FLOW-15).
    /// </summary>
    public bool MayBeHandledBy(Viewer viewer) => (viewer.Leads(UnitId) || viewer.Id == ResponsibleId) && MayBeGivenTo(viewer);

    /// <summary>True for those who could handle it if they answered for it.</summary>
    public bool MayBeGivenTo(Viewer viewer) => viewer.Id != ConcernsPersonId && (viewer.Leads(UnitId) || (viewer.Roles.Count > 0
            && (Routine.Responsibility.EmployeesMayAnswer || viewer.AcceptsFor(UnitId) || viewer.Id == ReceivedBy)));

    /// <summary>True for the two who may open the vault of somebody with protected identity (R-SEC-04).</summary>
    public bool IsNamed(Guid personId) => personId == ResponsibleId || personId == NamedReader;

    /// <summary>A manager names the second of the two, or none.</summary>
    /// <exception cref="RuleBroken">Nobody here is protected, the viewer does not lead the unit, or it is the one whom it concerns.</exception>
    public void NameReader(Person? reader, Viewer viewer, Change change)
    {
        if (!IsProtected) throw new RuleBroken("not-protected", "Ärendet gäller ingen med skyddade personuppgifter. Då behöver ingen utses.");
        if (!viewer.Leads(UnitId) || !MayBeGivenTo(viewer)) throw new RuleBroken("not-yours", "Det är chefen för enheten som utser vem mer som får se skyddade uppgifter.");
        if (reader is { } one && (one.Id == ConcernsPersonId || one.IsService || !one.IsActive)) throw new RuleBroken("person-unknown", "Välj en medarbetare som kan arbeta med ärendet.", "person");
        NamedReader = reader?.Id;
        Record(EventKind.ReaderNamed, change, subject: reader?.UserName);
    }

    /// <summary>Somebody opened the vault; the change says why. Opened cases and closed ones alike.</summary>
    /// <param name="what">In codes: the reason, and the document or journal line that it was about ("letter;6").</param>
    public void OpenVault(Change change, string? what = null) => newEvents.Add(new Event(EventKind.VaultOpened, change, Id, ++LastEventNumber, subject: what));

    private void MustBeOpen(string toDoWhat)
    {
        if (!IsOpen) throw new RuleBroken("case-closed", $"Ärendet är avslutat. Öppna det igen innan du {toDoWhat}.");
    }

    private void MustBeHandledBy(Viewer viewer)
    {
        if (!MayBeHandledBy(viewer))
        {
            throw new RuleBroken("not-yours", "Det är bara den som ansvarar för ärendet, eller chefen, som kan göra det här.");
        }
    }

    private void Become(CaseStatus next)
    {
        if (!Status.CanBecome(next)) throw new InvalidOperationException($"A case cannot go from {Status} to {next}.");
        Status = next;
    }

    /// <summary>Writes the journal line, keeps the original for the vault, and lets the clocks hear of it.</summary>
    private Event Record(EventKind kind, Change change, Words? words = null, string? subject = null, DateTime? happenedAt = null)
    {
        var line = new Event(kind, change, Id, ++LastEventNumber, words?.Register, subject, happenedAt);
        newEvents.Add(line);
        if (words is { HasSecrets: true }) secrets.Add((line.VaultField, words.Original));
        foreach (var moment in Moments.Of(kind, subject)) Pass(moment, happenedAt is { } then && then < change.At ? then : change.At);
        return line;
    }

    private static Words Required(Words words, string field, string sentence)
    {
        if (string.IsNullOrWhiteSpace(words.Original)) throw new RuleBroken($"{field}-missing", sentence, field);
        if (words.Original.Length > NewCase.LongestText)
        {
            throw new RuleBroken($"{field}-too-long", "Texten är för lång. Den får ha högst 20 000 tecken.", field);
        }

        if (words.Original.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            throw new RuleBroken("text-unreadable", "Texten innehåller tecken som inte går att läsa. Ta bort dem och försök igen.", field);
        }

        return words;
    }

    /// <summary>Words that may be left out; null when they are.</summary>
    private static Words? Optional(Words words, string field) =>
        string.IsNullOrWhiteSpace(words.Original) ? null : Required(words, field, "");

    /// <summary>Something that already happened: not later than now, not before the case arrived.</summary>
    private DateTime Past(DateTime? happenedAt, DateTime now)
    {
        var at = happenedAt ?? now;
        if (at > now.AddMinutes(1)) throw new RuleBroken("in-the-future", "Tidpunkten ligger i framtiden. Skriv när det hände.", "happenedAt");
        if (StockholmTime.DateOf(at) < StockholmTime.DateOf(ArrivedAt))
        {
            throw new RuleBroken("before-arrival", "Tidpunkten ligger före den dag då ärendet kom in.", "happenedAt");
        }

        return at > now ? now : at;
    }
}
