namespace Gava.Domain.Cases;

/// <summary>Where a case stands. The moves between are in <see cref="StatusMoves"/>.</summary>
public enum CaseStatus
{
    /// <summary>Registered at a place where nobody has taken it yet.</summary>
    Received,

    /// <summary>Somebody answers for it and works.</summary>
    InProgress,

    /// <summary>Offered to somebody else; the one who offered still answers for it.</summary>
    Offered,
    Answered,
    Closed,
}

/// <summary>Every move that a status can make. What is not in the table cannot happen.</summary>
public static class StatusMoves
{
    private static readonly Dictionary<CaseStatus, CaseStatus[]> Table = new()
    {
        [CaseStatus.Received] = [CaseStatus.InProgress, CaseStatus.Offered, CaseStatus.Answered, CaseStatus.Closed],
        // Back to the beginning only when its place is ended and another place takes it.
        [CaseStatus.InProgress] = [CaseStatus.Received, CaseStatus.Offered, CaseStatus.Answered, CaseStatus.Closed],
        [CaseStatus.Offered] = [CaseStatus.Received, CaseStatus.InProgress, CaseStatus.Answered],
        [CaseStatus.Answered] = [CaseStatus.InProgress, CaseStatus.Offered, CaseStatus.Closed],
        [CaseStatus.Closed] = [CaseStatus.InProgress],
    };

    public static bool CanBecome(this CaseStatus from, CaseStatus to) => from == to || Table[from].Contains(to);

    public static string Swedish(this CaseStatus status) => status switch
    {
        CaseStatus.Received => "Ny",
        CaseStatus.InProgress => "Pågår",
        CaseStatus.Offered => "Väntar på mottagare",
        CaseStatus.Answered => "Besvarat",
        CaseStatus.Closed => "Avslutat",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>In addresses and the API: received, inProgress, offered, answered, closed.</summary>
    public static string Code(this CaseStatus status) => char.ToLowerInvariant(status.ToString()[0]) + status.ToString()[1..];

    public static CaseStatus? Parse(string? code) =>
        Enum.GetValues<CaseStatus>().Where(s => string.Equals(s.ToString(), code, StringComparison.OrdinalIgnoreCase)).Select(s => (CaseStatus?)s).FirstOrDefault();
}
