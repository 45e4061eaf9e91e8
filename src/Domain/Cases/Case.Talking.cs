using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>A promised call-back: a task with a date (R-FLOW-17).</summary>
public sealed class Callback
{
    private Callback() { }

    internal Callback(long caseId, int number, DateTime dueAt) => (CaseId, Number, DueAt) = (caseId, number, dueAt);

    public long CaseId { get; private set; }

    /// <summary>1, 2, 3 … within the case.</summary>
    public int Number { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? KeptAt { get; private set; }

    internal void Keep(DateTime at) => KeptAt = at;
}

public sealed partial class Case
{
    /// <summary>Somebody spoke with the complainant, or tried to (R-FLOW-17). An attempt stops no clock.</summary>
    public void Contact(bool reached, Way way, Words words, DateTime? happenedAt, Viewer viewer, Change change)
    {
        MustBeOpen("skriver om kontakten");
        MustBeHandledBy(viewer);
        if (way == Way.None) throw new RuleBroken("way-missing", "Välj hur du tog kontakt.", "way");
        var said = reached ? Required(words, "text", "Skriv kort vad ni kom fram till.") : Optional(words, "text");
        Record(reached ? EventKind.Contacted : EventKind.ContactAttempted, change, said, way.Code(), Past(happenedAt, change.At));
    }

    /// <summary>We promised to call back: a date that sorts and reminds like any clock.</summary>
    public void PromiseCallback(DateTime dueAt, Words words, Viewer viewer, Change change)
    {
        MustBeOpen("lovar att ringa upp");
        MustBeHandledBy(viewer);
        if (dueAt <= change.At) throw new RuleBroken("callback-past", "Tiden har redan varit. Välj när du ska ringa.", "dueAt");
        if (dueAt > change.At.AddYears(1)) throw new RuleBroken("callback-far", "Det är mer än ett år dit. Välj en närmare dag.", "dueAt");
        var said = Optional(words, "text");
        callbacks.Add(new Callback(Id, callbacks.Count + 1, dueAt));
        Record(EventKind.CallbackPromised, change, said, $"{callbacks.Count}", dueAt);
        SortAgain();
    }

    public void KeepCallback(int number, Words words, Viewer viewer, Change change)
    {
        MustBeHandledBy(viewer);
        var callback = callbacks.FirstOrDefault(c => c.Number == number && c.KeptAt is null)
            ?? throw new RuleBroken("callback-unknown", "Det finns inget löfte att bocka av. Kanske har någon redan gjort det.");
        Required(words, "text", "Skriv kort hur det gick.");
        callback.Keep(change.At);
        Record(EventKind.CallbackKept, change, words, $"{number}");
        SortAgain();
    }

    /// <summary>A line in the journal by anybody who sees the case. It is a public document at once (TF 2:12).</summary>
    public void Note(Words words, Change change) =>
        Record(EventKind.Noted, change, Required(words, "text", "Skriv vad du vill anteckna."));
}
