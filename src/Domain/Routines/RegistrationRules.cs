using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <summary>In a diary with a series, or in an ordered store where the list itself is the record (law.md SR-2.6).</summary>
public enum RegistrationMode { OrderedStore, Diary }

public sealed record Registration
{
    public RegistrationMode Mode { get; init; }

    /// <summary>The board whose series it is: "SN", "RKSDN". One series per board and year.</summary>
    public string? Series { get; init; }

    /// <summary>The board's name.</summary>
    public string? Board { get; init; }

    /// <summary>At the latest after arrival (OSL 5:1: without delay; the next working day).</summary>
    public Length Within { get; init; } = new(1, TimeUnit.WorkingDays);

    /// <summary>Through whose hands it goes to the registrar (S3: the complaints manager); null is straight.</summary>
    public Role? Through { get; init; }

    /// <summary>Kinds and matters that the routine keeps out of the diary (R-REG-08).</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>The phrases that the public list may say a case is about (law.md SR-3.10).</summary>
    public IReadOnlyList<string> PublicSubjects { get; init; } = [];

    /// <summary>The unit gets its copy as a task when the registrar has registered (R-REG-05).</summary>
    public bool CopyToUnit { get; init; }

    public Citation Citation { get; init; } = new(null, "Registret självt är den ordnade förvaringen.");
}

/// <summary>What is done with what comes without a name (R-IN-05).</summary>
public enum AnonymityMode { Accepted, InternalOnly, Refused }

/// <param name="ReplyBy">code, publicPage, counter: how somebody without a name can read the answer.</param>
public sealed record Anonymity(AnonymityMode Mode, IReadOnlyList<string> ReplyBy, Citation Citation)
{
    public Anonymity() : this(AnonymityMode.Accepted, ["code"], new(null, "Den som är anonym kan läsa svaret med sin kod.")) { }
}

/// <summary>Who is told that it has come, when, and what that must say (R-FLOW-01).</summary>
/// <param name="From">Counted from arrival or registration.</param>
/// <param name="By">The role that sends it; null is the system, at once.</param>
/// <param name="Contents">reference, handler, expectedAnswer, steps, whereToTurn.</param>
public sealed record Acknowledgement(Length Within, Moment From, Role? By, IReadOnlyList<string> Contents, Citation Citation);
