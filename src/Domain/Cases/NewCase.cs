using Gava.Domain.Forms;
using Gava.Domain.Privacy;

namespace Gava.Domain.Cases;

/// <summary>
/// Everything that is said when something arrives, whatever door it came through: page, API, mail, paper. Nothing is stored
/// before <see cref="Case.Register"/> has accepted it.
/// </summary>
public sealed record NewCase
{
    /// <summary>At most this many characters in what is said (contract: the public form).</summary>
    public const int LongestText = 20_000;

    public required Words Text { get; init; }

    /// <summary>Who is named in it, and what the register's edition calls each.</summary>
    public IReadOnlyList<NamedPerson> People { get; init; } = [];

    public required string Kind { get; init; }

    public required string Channel { get; init; }

    /// <summary>The unit that it concerns.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>When it reached anybody in the organisation (TF 2:9), UTC.</summary>
    public required DateTime ArrivedAt { get; init; }

    /// <summary>Who received it; responsible until somebody else has accepted it.</summary>
    public required Guid ReceivedBy { get; init; }

    public Complainant Complainant { get; init; } = new();

    /// <summary>What was written down was read back to the one who said it (R-IN-09).</summary>
    public bool ReadBack { get; init; }

    /// <summary>The person was asked to send it in writing too; the case stands all the same (S4; R-IN-09).</summary>
    public bool AskedInWriting { get; init; }

    public Relation Relation { get; init; } = Relation.Self;

    public string Language { get; init; } = "sv";

    /// <summary>The number of the paper form that it came on (R-IN-08).</summary>
    public FormNumber? Form { get; init; }

    public bool IsAnonymous { get; init; }

    public bool WantsReply { get; init; } = true;

    /// <summary>How a reply is wanted; <see cref="Way.None"/> lets Gåva choose among the ways that were left.</summary>
    public Way ReplyWay { get; init; }

    /// <summary>The person gets the secret code and can be told things by it, whatever else they leave (R-IN-05).</summary>
    public bool FollowsByCode { get; init; }

    /// <summary>Made by the form before it is sent, so that the same form sent twice is one case.</summary>
    public Guid? SubmissionId { get; init; }

    /// <summary>What came with it: a scanned form, a photo.</summary>
    public IReadOnlyList<NewFile> Files { get; init; } = [];
}

/// <summary>A file as it came in. Name and content go to the vault as they are.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Open">The content from its beginning, as often as it is asked for; whoever asked closes it.</param>
public sealed record NewFile(string Name, long Size, Func<Stream> Open)
{
    /// <summary>One that is in memory.</summary>
    public NewFile(string name, byte[] content) : this(name, content.Length, () => new MemoryStream(content, writable: false))
    {
    }

    /// <summary>Null where nobody has looked.</summary>
    public FileScan? Scan { get; init; }
}

/// <summary>What a virus scanner says of a file. Only a clean one is handed to anybody.</summary>
public enum FileScan
{
    Clean,
    Infected,

    /// <summary>The scanner did not answer; it is asked again.</summary>
    Waiting,
}
