using Gava.Domain.Cases;
using Gava.Domain.Diary;
using Gava.Domain.People;

namespace Gava.Operations.Database;

/// <summary>A key that a case hangs on, with what sorts lists, so that one index serves rights and order together.</summary>
public sealed class CaseAccess
{
    public long CaseId { get; set; }

    /// <summary>The id of a person or of a place.</summary>
    public Guid Key { get; set; }

    public bool IsOpen { get; set; }

    public DateTime UrgentAt { get; set; }

    public DateTime ArrivedAt { get; set; }
}

/// <summary>Somebody who must not see a case although they carry one of its keys: the one whom it is about (R-SEC-03).</summary>
public sealed class CaseHidden
{
    public long CaseId { get; set; }

    public Guid PersonId { get; set; }
}

/// <summary>A blind mark of the person in a case, to find it by when they call (Vault/CallerIndex).</summary>
public sealed class CallerToken
{
    public long CaseId { get; set; }

    public string Mark { get; set; } = "";

    /// <summary>16 bytes.</summary>
    public byte[] Token { get; set; } = [];
}

/// <summary>A numbered paper form that has been printed (R-IN-08). Nobody knows who took it.</summary>
public sealed class PrintedForm
{
    public int Year { get; set; }

    public int Number { get; set; }

    /// <summary>Those that were printed together.</summary>
    public Guid PrintingId { get; set; }

    /// <summary>The place where it lies.</summary>
    public Guid UnitId { get; set; }

    /// <summary>sv, sv-latt, en, fi, ar, so.</summary>
    public string Language { get; set; } = "";

    public DateTime PrintedAt { get; set; }

    public Guid PrintedBy { get; set; }
}

/// <summary>A form that came back, and its case. One that comes twice is told, and has two.</summary>
public sealed class FormUse
{
    public int Year { get; set; }

    public int Number { get; set; }

    public long CaseId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>What somebody thought of how their case was handled (R-FLOW-13): each grade 1 to 5, one row a case.</summary>
public sealed class Survey
{
    public long CaseId { get; set; }

    /// <summary>The unit that had the case then.</summary>
    public Guid UnitId { get; set; }

    public DateTime At { get; set; }

    public int Clearness { get; set; }

    public int Simplicity { get; set; }

    public int Manner { get; set; }
}

/// <summary>A link by which the person says how it went, and nothing else (R-FLOW-13). The link itself is kept nowhere.</summary>
public sealed class SurveyLink
{
    /// <summary>SHA-256 of what stands in the address.</summary>
    public required byte[] Hash { get; init; }

    public long CaseId { get; init; }

    public DateTime ExpiresAt { get; init; }
}

/// <summary>What a manager thought of an opening of the vault (R-SEC-02).</summary>
public sealed class ReadingVerdict
{
    /// <summary>The journal line that tells of the opening.</summary>
    public long Sequence { get; set; }

    public Guid By { get; set; }

    public DateTime At { get; set; }

    /// <summary>True when it was work; false when it is to be looked into.</summary>
    public bool IsInOrder { get; set; }

    /// <summary>Masked, as everything in the register.</summary>
    public string? Note { get; set; }
}

/// <summary>Something that was said but not wanted as a case: only counted (S3; R-IN-09).</summary>
public sealed class CountedView
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid UnitId { get; set; }

    public string Kind { get; set; } = "";

    public string Channel { get; set; } = "";

    public DateOnly Day { get; set; }
}

/// <summary>That somebody has read their duties in a version of a routine (R-FLOW-16).</summary>
public sealed class DutiesRead
{
    public Guid PersonId { get; set; }

    public string Routine { get; set; } = "";

    public int Version { get; set; }

    public DateTime At { get; set; }
}

/// <summary>The last number that a board has given in a year.</summary>
public sealed class DiarySeries
{
    public string Series { get; set; } = "";

    public int Year { get; set; }

    public int LastNumber { get; set; }
}

/// <summary>A row of a board's diary, as the public reads it, and which case it is. Only the closing comes later.</summary>
public sealed class DiaryEntry
{
    public string Series { get; set; } = "";

    public int Year { get; set; }

    public int Number { get; set; }

    public long CaseId { get; set; }

    public DateTime RegisteredAt { get; set; }

    public DateOnly ArrivedOn { get; set; }

    public string PublicParty { get; set; } = "";

    public string PublicSubject { get; set; } = "";

    /// <summary>The unit that it was sent to, as it was called then.</summary>
    public string UnitSlug { get; set; } = "";

    public string UnitName { get; set; } = "";

    public DateTime? ClosedAt { get; set; }

    public static DiaryEntry Of(Case @case, PublicRow row, Unit unit, DateTime at)
    {
        var number = @case.DiaryNumber!.Value;
        return new()
        {
            Series = number.Series,
            Year = number.Year,
            Number = number.Number,
            CaseId = @case.Id,
            RegisteredAt = at,
            ArrivedOn = row.Date,
            PublicParty = row.Party,
            PublicSubject = row.Subject,
            UnitSlug = unit.Slug,
            UnitName = unit.Name,
        };
    }

    public PublicRow Row() => new(ArrivedOn, new DiaryNumber(Series, Year, Number).ToString(), PublicParty, PublicSubject);
}

/// <summary>Who does a job just now, among several nodes.</summary>
public sealed class JobLease
{
    public string Name { get; set; } = "";

    public Guid HeldBy { get; set; }

    public DateTime Until { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>When the latest round ended, well or not.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>How many things the latest round did.</summary>
    public int Done { get; set; }

    /// <summary>The kind of fault that ended the latest round; null when it went well.</summary>
    public string? Fault { get; set; }
}

/// <summary>A file of a signed report, as it was signed: kept whole, since a newer Gåva may write the same report in other bytes.</summary>
public sealed class KeptReportFile
{
    public long ReportId { get; set; }

    /// <summary>Of the edition in which small groups are hidden.</summary>
    public bool IsOpen { get; set; }

    /// <summary>csv, xlsx, pdf, docx, json.</summary>
    public string Format { get; set; } = "";

    public byte[] Content { get; set; } = [];
}

/// <summary>That a recurring duty of a routine was done at a place, for a period (routines.md, recurring duties).</summary>
public sealed class DutyDone
{
    public string Routine { get; set; } = "";

    public string Code { get; set; } = "";

    public Guid UnitId { get; set; }

    /// <summary>The period as reports are named: "2026", "2026-Q2".</summary>
    public string Period { get; set; } = "";

    public Guid PersonId { get; set; }

    public DateTime At { get; set; }
}

/// <summary>The data key of a case, wrapped by the installation's key. Erasing the row erases the case's vault.</summary>
public sealed class VaultKey
{
    public long CaseId { get; set; }

    public byte[] Wrapped { get; set; } = [];
}

/// <summary>One sealed field of a case: the original text, the complainant, an attachment, the words of a journal line.</summary>
public sealed class VaultEntry
{
    public long CaseId { get; set; }

    public string Field { get; set; } = "";

    public byte[] Sealed { get; set; } = [];
}

/// <summary>A file that came with a case. Its name and content are in the vault.</summary>
public sealed class Attachment
{
    public long CaseId { get; set; }

    public int Number { get; set; }

    /// <summary>Of the content, before sealing, in bytes.</summary>
    public long Size { get; set; }

    /// <summary>As seen from the content, never from the name.</summary>
    public string MediaType { get; set; } = "";

    /// <summary>What the virus scanner said; null when there was none.</summary>
    public FileScan? Scan { get; set; }

    /// <summary>The provision that a mark of secrecy names; null when there is none (R-SEC-06).</summary>
    public string? SecrecyProvision { get; set; }

    public DateTime? SecrecyAt { get; set; }

    public Guid? SecrecyBy { get; set; }

    public string NameField => $"attachment:{Number}:name";

    public string ContentField => $"attachment:{Number}";
}

/// <summary>A mail that waits to be sent, written in the same transaction as what it tells of.</summary>
public sealed class OutboxMail
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public long? CaseId { get; set; }

    /// <summary>Which text it is; see Correspondence/MailTexts.</summary>
    public string Text { get; set; } = "";

    /// <summary>The member of staff it goes to, or null when it goes to the complainant, whose address is in the vault.</summary>
    public Guid? PersonId { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime NextTryAt { get; set; }

    public int Tries { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>The SMTP status of the last refusal, or <see cref="Restored"/>; never the address.</summary>
    public string? LastFault { get; set; }

    /// <summary>It is not tried again.</summary>
    public bool GivenUp { get; set; }

    /// <summary>
    /// Stands as the fault of a mail that waited when the backup was taken which the database came back from. The installation that
    /// it was taken from may have sent it since, so this one never does.
    /// </summary>
    public const string Restored = "restored";
}

/// <summary>A way of signing in: provider <c>local</c> with a password hash now, an identity provider's subject later.</summary>
public sealed class SignIn
{
    public Guid PersonId { get; set; }

    public string Provider { get; set; } = Local;

    /// <summary>What the provider knows the person by; the user name for <c>local</c>.</summary>
    public string Subject { get; set; } = "";

    public string? SecretHash { get; set; }

    public const string Local = "local";
}

/// <summary>What a session carries: it ends when the stamp changes, at a new password or role.</summary>
public sealed class SessionStamp
{
    public Guid PersonId { get; set; }

    public Guid Stamp { get; set; }
}

/// <summary>An API key: only its hash is kept.</summary>
public sealed class ApiKey
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public byte[] Hash { get; set; } = [];

    public DateTime CreatedAt { get; set; }

    public DateTime? RevokedAt { get; set; }
}

/// <summary>A day that the municipality has closed on top of the law's.</summary>
public sealed class ClosedDay
{
    public DateOnly Day { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>A published version of a routine, as it was written.</summary>
public sealed class RoutineVersion
{
    public string Name { get; set; } = "";

    public int Version { get; set; }

    public string Source { get; set; } = "";

    public DateTime PublishedAt { get; set; }
}

/// <summary>Named values of the installation, wrapped by its key: the secret that follow-up codes are derived from.</summary>
public sealed class InstallationValue
{
    public string Name { get; set; } = "";

    public byte[] Value { get; set; } = [];
}

/// <summary>
/// What is over and must not be done again: a request that was carried out under an <c>Idempotency-Key</c>, a session that
/// was signed out.
/// </summary>
public sealed class DoneRequest
{
    public Guid Id { get; set; }

    public DateTime At { get; set; }
}

/// <summary>The one row that every write locks: running numbers, and the end of the journal's chain.</summary>
public sealed class RegisterHead
{
    public int Id { get; set; } = 1;

    public long LastCase { get; set; }

    public long LastSequence { get; set; }

    public byte[] LastHash { get; set; } = new byte[32];

    /// <summary>Rises with every change of people, places, roles or closed days, so that other processes read them again.</summary>
    public long OrganisationVersion { get; set; }

    public RegisterHead Copy() => (RegisterHead)MemberwiseClone();
}

/// <summary>That a row of an older register has become a case (R-SYS-04): the same row again becomes no other.</summary>
public sealed class ImportedRow
{
    /// <summary>What the register is called in its map.</summary>
    public string Register { get; set; } = "";

    /// <summary>Which row: a keyed hash of its number, or of when and what where it has none.</summary>
    public string Mark { get; set; } = "";

    public long CaseId { get; set; }

    /// <summary>A keyed hash of all that stood in it, so that a changed row can be named.</summary>
    public string Content { get; set; } = "";
}

/// <summary>How the columns of an older register are read, as it was read last.</summary>
public sealed class StoredMap
{
    public string Name { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Source { get; set; } = "";

    public DateTime ChangedAt { get; set; }

    public Guid ChangedBy { get; set; }
}

/// <summary>A file between upload and import. Nobody but who chose it sees it.</summary>
public sealed class ImportDraft
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid By { get; set; }

    public DateTime MadeAt { get; set; }

    /// <summary>The file, sealed; null when it has been taken in.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>JSON.</summary>
    public string Map { get; set; } = "";

    /// <summary>What came of it, in numbers, as JSON; null until then.</summary>
    public string? Receipt { get; set; }
}
