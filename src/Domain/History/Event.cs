namespace Gava.Domain.History;

/// <summary>
/// One line of the journal: something that happened, who did it, when and why. Written once; only a name that slipped into it
/// can be hidden, and then a new line says so (R-FLOW-09, R-SEC-02). It holds the register's words only; originals with personal data are in the vault under
/// <see cref="VaultField"/>. A journal line is a public document from the moment it is written (law.md SR-2.4).
/// </summary>
public sealed class Event
{
    private Event() { }

    public Event(EventKind kind, Change change, long? caseId = null, int number = 0, string? text = null,
        string? subject = null, DateTime? happenedAt = null)
    {
        Kind = kind;
        CaseId = caseId;
        Number = number;
        By = change.By;
        At = change.At;
        Why = change.Why;
        Text = text;
        Subject = subject;
        HappenedAt = happenedAt;
    }

    /// <summary>Place in the chain of the whole installation, 1, 2, 3 … without holes.</summary>
    public long Sequence { get; private set; }

    /// <summary>The case it belongs to, or null for what concerns people, units or the installation.</summary>
    public long? CaseId { get; private set; }

    /// <summary>Place in the case's own journal, 1, 2, 3 …; 0 outside cases.</summary>
    public int Number { get; private set; }

    public EventKind Kind { get; private set; }

    public Guid By { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>
    /// When it happened, UTC, where that is another moment than when it was written; for a promise, when it is to be kept.
    /// </summary>
    public DateTime? HappenedAt { get; private set; }

    /// <summary>What was said or done, as the register may show it.</summary>
    public string? Text { get; private set; }

    /// <summary>The thing it was done to, in codes: a unit's slug, a clock's name, a person's user name. Never a citizen.</summary>
    public string? Subject { get; private set; }

    public string? Why { get; private set; }

    /// <summary>SHA-256 over the previous line's hash and this line.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Where the vault keeps the unmasked words of this line, if they differ.</summary>
    public string VaultField => $"event:{Number}";

    /// <summary>Hides words in it, or shows them again. Its link in the chain stays: a line of kind <see cref="EventKind.Masked"/> or <see cref="EventKind.Unmasked"/> vouches for what it says now.</summary>
    public void Mask(string? text, string? why) => (Text, Why) = (text, why);

    /// <summary>Puts the line at its place in the chain. Done once, inside the transaction that writes it.</summary>
    public void Seal(long sequence, byte[] previousHash)
    {
        if (Sequence != 0) throw new InvalidOperationException("A journal line is sealed once.");
        Sequence = sequence;
        Hash = Chain.Link(previousHash, this);
    }
}
