using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Privacy;

namespace Gava.Domain.Disclosure;

/// <summary>How a request came in.</summary>
public enum DisclosureChannel { Email, Letter, Phone, Visit, Other }

public enum DisclosureOutcome
{
    /// <summary>Everything that was picked is given out as it is.</summary>
    Whole,

    /// <summary>Given out, but for what is masked or kept back.</summary>
    Masked,
    Refused,
}

/// <summary>
/// Somebody asks for public documents (TF 2 kap.; law.md SR-2.13–2.15). Who it is and what for is not asked and has no field (TF 2:18).
/// </summary>
public sealed class DisclosureRequest
{
    /// <summary>At most this many characters of what is asked for, and of a reason.</summary>
    public const int LongestText = 2000;

    private DisclosureRequest() { }

    /// <param name="wanted">What is asked for; the register's edition is kept, the other is in the letter or mail itself.</param>
    public DisclosureRequest(long id, Guid unitId, string authority, DateTime receivedAt, DisclosureChannel channel, Words wanted, Change change)
    {
        if (receivedAt > change.At.AddMinutes(1)) throw new RuleBroken("in-the-future", "Tidpunkten ligger i framtiden. Skriv när begäran kom in.", "receivedAt");
        if (receivedAt < change.At.AddYears(-1)) throw new RuleBroken("disclosure-old", "Det är mer än ett år sedan. Se efter att året är rätt.", "receivedAt");
        (Id, UnitId, Authority, ReceivedAt, Channel, Wanted) = (id, unitId, authority, receivedAt, channel, Readable(wanted, "wanted", "disclosure-wanted", "Skriv vad som begärs ut."));
        (RegisteredAt, RegisteredBy) = (change.At, change.By);
    }

    /// <summary>1, 2, 3 … in the installation.</summary>
    public long Id { get; private set; }

    /// <summary>The place whose register it is: those who keep it there or above see the request.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>As the place was called then; a copy that is made again says the same.</summary>
    public string Authority { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    public DisclosureChannel Channel { get; private set; }

    /// <summary>What is asked for, masked.</summary>
    public string Wanted { get; private set; } = "";

    public DateTime RegisteredAt { get; private set; }

    public Guid RegisteredBy { get; private set; }

    /// <summary>Null until it is decided.</summary>
    public DisclosureOutcome? Outcome { get; private set; }

    /// <summary>Masked.</summary>
    public string? Reason { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>How many working days it has waited or did wait: the law says at once, or as soon as it can be (TF 2:15–16).</summary>
    public int WorkingDaysWaited(WorkingCalendar calendar, DateOnly today)
    {
        var last = DecidedAt is { } at ? StockholmTime.DateOf(at) : today;
        var days = 0;
        for (var day = StockholmTime.DateOf(ReceivedAt).AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day)) days++;
        }

        return days;
    }

    /// <exception cref="RuleBroken">It is decided: what was given out stays as it was.</exception>
    public void MustBeOpen()
    {
        if (DecidedAt is not null) throw new RuleBroken("disclosure-decided", "Begäran är redan avgjord. Registrera en ny om något mer begärs ut.");
    }

    /// <summary>Decides it, once. What is kept back must have been looked through and have its reason.</summary>
    public void Decide(DisclosureOutcome outcome, Words reason, IReadOnlyCollection<DisclosureDocument> documents, Change change)
    {
        MustBeOpen();
        if (outcome != DisclosureOutcome.Refused)
        {
            if (documents.Count == 0) throw new RuleBroken("disclosure-empty", "Välj först vilka handlingar som ska lämnas ut.", "outcome");
            if (documents.Any(d => d.ReviewedAt is null)) throw new RuleBroken("disclosure-unread", "Gå först igenom varje handling.", "outcome");
            if (documents.All(d => d.WithheldBy is not null)) throw new RuleBroken("disclosure-all-withheld", "Ingen handling lämnas ut. Välj att avslå begäran.", "outcome");
            var isWhole = documents.All(d => d.IsWhole);
            if (outcome == DisclosureOutcome.Whole && !isWhole) throw new RuleBroken("disclosure-not-whole", "Något är dolt. Välj att lämna ut med maskering.", "outcome");
            if (outcome == DisclosureOutcome.Masked && isWhole) throw new RuleBroken("disclosure-not-masked", "Inget är dolt. Välj att lämna ut allt.", "outcome");
        }

        var said = string.IsNullOrWhiteSpace(reason.Original) && outcome == DisclosureOutcome.Whole ? null
            : Readable(reason, "reason", "disclosure-reason", "Skriv varför något inte lämnas ut.");
        (Outcome, Reason, DecidedAt, DecidedBy) = (outcome, said, change.At, change.By);
    }

    private static string Readable(Words words, string field, string code, string missing)
    {
        if (string.IsNullOrWhiteSpace(words.Original)) throw new RuleBroken(code, missing, field);
        if (words.Original.Length > LongestText) throw new RuleBroken("disclosure-too-long", "Skriv kortare, högst 2 000 tecken.", field);
        if (words.Original.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) throw new RuleBroken("text-unreadable", "Texten innehåller tecken som inte går att läsa. Ta bort dem och försök igen.", field);
        return words.Register;
    }
}

/// <summary>One document of a case that was picked for a request: where it is, and what of it is not given out. Its words stay in the case's vault.</summary>
public sealed class DisclosureDocument
{
    /// <summary>The part of a case that was said first.</summary>
    public const string TextPart = "text";

    private DisclosureDocument() { }

    public DisclosureDocument(long requestId, int number, long caseId, string part, Change change) =>
        (RequestId, Number, CaseId, Part, PickedAt, PickedBy) = (requestId, number, caseId, part, change.At, change.By);

    public long RequestId { get; private set; }

    /// <summary>1, 2, 3 … in the request.</summary>
    public int Number { get; private set; }

    public long CaseId { get; private set; }

    /// <summary>"text", "line:6" or "attachment:2".</summary>
    public string Part { get; private set; } = "";

    public DateTime PickedAt { get; private set; }

    public Guid PickedBy { get; private set; }

    public IReadOnlyList<DisclosureMask> Masks { get; private set; } = [];

    /// <summary>The ground by which all of it is kept back; null when it is given out.</summary>
    public string? WithheldBy { get; private set; }

    /// <summary>When somebody had last gone through it; null until then.</summary>
    public DateTime? ReviewedAt { get; private set; }

    public bool IsWhole => Masks.Count == 0 && WithheldBy is null;

    public int? Line => NumberAfter("line:");

    public int? Attachment => NumberAfter("attachment:");

    /// <param name="text">The document's words; null for a file, which is given out whole or not at all.</param>
    public void Review(string? text, IReadOnlyCollection<DisclosureMask> masks, string? withheldBy, Change change)
    {
        if (text is null && masks.Count > 0) throw new RuleBroken("mask-file", "I en bilaga kan Gåva inte dölja delar. Håll inne den, eller lämna ut den hel.", "masks");
        WithheldBy = string.IsNullOrEmpty(withheldBy) ? null : SecrecyGrounds.Of(withheldBy).Code;
        Masks = WithheldBy is not null || text is null ? [] : DisclosureMasks.Checked(text, masks);
        ReviewedAt = change.At;
    }

    private int? NumberAfter(string prefix) => Part.StartsWith(prefix, StringComparison.Ordinal) ? int.Parse(Part[prefix.Length..], System.Globalization.CultureInfo.InvariantCulture) : null;
}
