namespace Gava.Operations.Disclosure;

/// <summary>What Gåva keeps about one person, as it is given to that person: the machine's edition is this record as JSON.</summary>
/// <param name="Author">The public body that gives it.</param>
/// <param name="Identity">How the clerk saw that it is the right person.</param>
public sealed record SubjectAccessExtract(DateTimeOffset MadeAt, string Author, string Identity, IReadOnlyList<ExtractedCase> Cases, IReadOnlyList<string> Rights);

/// <param name="Corrected">Contact details that were wrong and have been put right, the latest first.</param>
/// <param name="Original">In the person's own words; absent when they have been disposed of.</param>
/// <param name="Register">The de-identified edition, which stays.</param>
/// <param name="Kept">How long each part is kept, a sentence each.</param>
public sealed record ExtractedCase(
    string Reference, string Kind, string Channel, string Unit, DateTimeOffset ReceivedAt, DateTimeOffset RegisteredAt, string Status, string? Responsible, string Relation,
    ExtractedContact? Contact, IReadOnlyList<ExtractedContact> Corrected, string? Original, string Register, IReadOnlyList<ExtractedDecision> Decisions, IReadOnlyList<ExtractedWords> Words,
    IReadOnlyList<ExtractedLine> Journal, IReadOnlyList<ExtractedReading> Readings, IReadOnlyList<ExtractedDiaryRow> Diary, IReadOnlyList<ExtractedMail> Mails,
    IReadOnlyList<ExtractedFile> Attachments, IReadOnlyList<string> Kept);

public sealed record ExtractedContact(string? Name, string? Phone, string? Email, string? Address, bool Protected);

/// <summary>Something that was settled: what, and how it was settled.</summary>
public sealed record ExtractedDecision(string What, string How);

/// <summary>Something that was said to the person, or by the person later, as it was said.</summary>
public sealed record ExtractedWords(DateTimeOffset At, string Heading, string Text);

/// <summary>A line of the journal in the register's edition.</summary>
public sealed record ExtractedLine(DateTimeOffset At, string Heading, string By, string? Text, string? Why);

/// <summary>That somebody opened what the vault has: when, as what, why. Who it was is told when the person asks for that.</summary>
public sealed record ExtractedReading(DateTimeOffset At, string By, string? Why);

public sealed record ExtractedDiaryRow(string Number, DateOnly Date, string Party, string Subject);

public sealed record ExtractedMail(DateTimeOffset At, string About);

/// <param name="File">The name of the file in the package; absent when it has been disposed of, or is held back.</param>
/// <param name="IsHeldBack">True when the virus scanner has not called it clean; else absent.</param>
public sealed record ExtractedFile(int Number, string Name, string MediaType, string? File, bool? IsHeldBack = null);

/// <summary>What Gåva keeps about a member of staff as its user.</summary>
/// <param name="Lines">How many lines of the journal they have written, by kind.</param>
public sealed record StaffExtract(
    DateTimeOffset MadeAt, string Author, string UserName, string Name, string Title, string? Email, string? Phone, bool Active, IReadOnlyList<string> SignIns, IReadOnlyList<ExtractedKey> Keys,
    IReadOnlyList<ExtractedRole> Roles, IReadOnlyList<ExtractedCount> Lines, int Received, int AnswersFor, IReadOnlyList<ExtractedDuties> DutiesRead, IReadOnlyList<string> Rights);

public sealed record ExtractedKey(DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);

public sealed record ExtractedRole(string Role, string Place, DateOnly? From, DateOnly? Until);

public sealed record ExtractedCount(string Kind, int Count);

public sealed record ExtractedDuties(string Routine, int Version, DateTimeOffset At);
