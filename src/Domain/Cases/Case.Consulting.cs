using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>Somebody concerned who has been asked what they say (S3; R-SEC-03): sees complaint and draft for that purpose only.</summary>
/// <param name="Number">1, 2, 3 … within the case.</param>
/// <param name="IsReader">Asked to read the draft before it goes, as the routine wants (routines.md: second reader).</param>
public sealed record Consultation(int Number, Guid PersonId, DateTime AskedAt, DateTime? AnsweredAt = null, bool IsReader = false);

/// <summary>A part of a case with an owner of its own (R-LEARN-08): several hands, one answer. What it is stands in the journal's line, where masking reaches it.</summary>
public sealed record CasePart(int Number, Guid UnitId, Guid PersonId, DateTime? DoneAt = null);

public sealed partial class Case
{
    /// <summary>Those who have been asked, in order.</summary>
    public IReadOnlyList<Consultation> Consultations { get; private set; } = [];

    public IReadOnlyList<CasePart> Parts { get; private set; } = [];

    /// <summary>When the latest draft was written; its words are in the vault.</summary>
    public DateTime? DraftedAt { get; private set; }

    /// <summary>Until when the draft rests, so that those concerned can sleep on it (S3: ett dygn).</summary>
    public DateTime? RestsUntil { get; private set; }

    /// <summary>When the complainant last wrote or called again.</summary>
    public DateTime? MessagedAt { get; private set; }

    /// <summary>Asks somebody concerned what they say of it (S3: kontakta och diskutera synpunkten med berörd handläggare).</summary>
    public void Consult(Person person, Words question, Viewer viewer, Change change)
    {
        MustBeOpen("frågar någon");
        MustBeHandledBy(viewer);
        if (person.Id == viewer.Id) throw new RuleBroken("consult-self", "Du kan inte rådfråga dig själv. Välj någon annan.", "person");
        if (IsConsulted(person.Id)) throw new RuleBroken("already-consulted", "Den personen är redan tillfrågad.", "person");
        var said = Optional(question, "text");
        Consultations = [.. Consultations, new(Consultations.Count + 1, person.Id, change.At)];
        Record(EventKind.Consulted, change, said, person.UserName);
    }

    /// <summary>Asks the second reader of the routine to read the draft; one who is asked already reads the newest.</summary>
    public void AskReader(Person reader, Viewer viewer, Change change)
    {
        MustBeOpen("låter någon läsa det");
        MustBeHandledBy(viewer);
        if (reader.Id == viewer.Id || reader.Id == ConcernsPersonId || Consultations.Any(c => c.PersonId == reader.Id && c is { IsReader: true, AnsweredAt: null })) return;
        Consultations = [.. Consultations, new(Consultations.Count + 1, reader.Id, change.At, IsReader: true)];
        Record(EventKind.Consulted, change, subject: reader.UserName);
    }

    /// <summary>The one who was asked answers, or comments on the draft. No public document until it is taken care of (TF 2:12).</summary>
    public void AnswerConsultation(Words words, Viewer viewer, Change change)
    {
        MustBeOpen("lämnar synpunkter på det");
        if (!IsConsulted(viewer.Id)) throw new RuleBroken("not-consulted", "Du är inte tillfrågad i det här ärendet.");
        Required(words, "text", "Skriv vad du tycker att chefen behöver veta.");
        var reads = Consultations.Any(c => c is { IsReader: true, AnsweredAt: null } && c.PersonId == viewer.Id);
        Consultations = [.. Consultations.Select(c => c.PersonId == viewer.Id && c.AnsweredAt is null ? c with { AnsweredAt = change.At } : c)];
        Record(reads ? EventKind.DraftRead : EventKind.ConsultationAnswered, change, Unpublished(words));
    }

    /// <summary>
    /// A draft of the reply. Where the routine lets it rest, the rest begins now for those who were asked; a new draft rests anew.
    /// Drafts are no public documents (law.md SR-2.4): their words are in the vault only.
    /// </summary>
    public void Draft(Words words, Viewer viewer, Change change)
    {
        MustBeOpen("skriver ett förslag till svar");
        MustBeHandledBy(viewer);
        MustBeAnsweredBy(viewer);
        Required(words, "text", "Skriv förslaget.");
        DraftedAt = change.At;
        RestsUntil = Routine.Reply.Rest is { } rest && Consultations.Any(c => !c.IsReader) ? Due.Count(change.At, rest, calendar!).LateFrom : null;
        Record(EventKind.Drafted, change, Unpublished(words));
    }

    /// <summary>The complainant has written or called again: a reply that was under way must take it in.</summary>
    public void ReceiveMessage(Words words, Way way, DateTime? happenedAt, Viewer viewer, Change change)
    {
        Required(words, "text", "Skriv vad personen sa eller skrev.");
        if (way == Way.None) throw new RuleBroken("way-missing", "Välj hur det kom in.", "way");
        MessagedAt = Past(happenedAt, change.At);
        Record(EventKind.Messaged, change, words, way.Code(), MessagedAt);
    }

    /// <summary>A question to the complainant (R-FLOW-17).</summary>
    public void Ask(Words words, Way way, Viewer viewer, Change change)
    {
        MustBeOpen("ställer en fråga");
        MustBeHandledBy(viewer);
        MustBeReachable(way);
        Record(EventKind.Asked, change, Required(words, "text", "Skriv frågan."), way.Code());
    }

    /// <summary>Gives a part of the case to somebody, with what it is (R-LEARN-08).</summary>
    public void AddPart(Unit unit, Person person, Words words, Viewer viewer, Change change)
    {
        MustBeOpen("delar upp det");
        MustBeHandledBy(viewer);
        MustNotConcern(person.Id);
        Required(words, "text", "Skriv vad delen gäller.");
        Parts = [.. Parts, new(Parts.Count + 1, unit.Id, person.Id)];
        Record(EventKind.PartAdded, change, words, $"{Parts.Count};{unit.Slug}/{person.UserName}");
    }

    public void FinishPart(int number, Words words, Viewer viewer, Change change)
    {
        MustBeOpen("avslutar en del");
        var part = Parts.FirstOrDefault(p => p.Number == number && p.DoneAt is null) ?? throw new RuleBroken("part-unknown", "Den delen finns inte, eller är redan klar.");
        if (part.PersonId != viewer.Id) MustBeHandledBy(viewer);
        Required(words, "text", "Skriv vad som är gjort.");
        Parts = [.. Parts.Select(p => p == part ? p with { DoneAt = change.At } : p)];
        Record(EventKind.PartDone, change, words, $"{number}");
    }

    /// <summary>True while somebody's view has been asked for and the reply is not sent: afterwards they see the case no more.</summary>
    public bool IsConsulted(Guid personId) => IsOpen && RepliedAt is null && Consultations.Any(c => c.PersonId == personId);

    /// <summary>
    /// What the routine wants done before the reply goes. Each can be passed by with a reason: a check helps, and never blocks
    /// without a way (R-FLOW-06, -07).
    /// </summary>
    public IReadOnlyList<Missing> MissingBeforeReplying(DateTime now)
    {
        List<Missing> missing = [];
        if (Routine.Reply.ConsultationRequired && KindHere.IsComplaint && Consultations.All(c => c.IsReader))
        {
            missing.Add(new("consultation-missing", "Ingen berörd är tillfrågad än."));
        }

        if (RestsUntil is { } until && now < until)
        {
            missing.Add(new("draft-rests", $"Förslaget vilar till {DueExplanation.LongDay(StockholmTime.DateOf(until))} klockan {StockholmTime.ToLocal(until):HH.mm}, så att de berörda hinner tänka."));
        }

        if (Routine.Reply.SecondReader is { } reader && !(DraftedAt is { } drafted && Consultations.Any(c => c.IsReader && c.AnsweredAt >= drafted)))
        {
            missing.Add(new("second-reader-missing", $"Svaret är inte läst av {reader.Definite()} än. Skriv ett förslag, så blir det läst."));
        }

        if (MessagedAt is { } message && message > DraftedAt && RepliedAt is null)
        {
            missing.Add(new("message-since", "Den som klagade har hört av sig igen sedan förslaget skrevs. Läs det först."));
        }

        return missing;
    }

    /// <summary>Words that the journal only knows of: the register's edition is empty, the words are in the vault.</summary>
    private static Words Unpublished(Words words) => new("", words.Original);
}
