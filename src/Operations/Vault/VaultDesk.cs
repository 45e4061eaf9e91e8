using System.Text;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Vault;

/// <summary>What the vault holds of a case, opened.</summary>
/// <param name="Lines">The original words of journal lines, by their number in the case.</param>
/// <param name="People">Whom the register's words stand for.</param>
/// <param name="Before">The details that were put right, by the number of the line that did.</param>
public sealed record OpenedVault(string Text, Complainant Complainant, IReadOnlyDictionary<int, string> Lines, IReadOnlyList<NamedPerson> People, IReadOnlyDictionary<int, Complainant> Before)
{
    /// <summary>Every name that the case knows: they are masked in whatever is written about it.</summary>
    public IReadOnlyCollection<string> Names => [.. People.SelectMany(p => p.Names).Concat(Complainant.Name is { } name ? [name] : []).Distinct()];
}

/// <summary>A file that came with a case, opened.</summary>
/// <param name="Name">As it was called by whoever sent it: personal.</param>
/// <param name="Content">Null when it has been disposed of.</param>
public sealed record OpenedFile(int Number, string Name, string MediaType, byte[]? Content, FileScan? Scan);

/// <summary>A reason of work for opening the vault, chosen from a list (R-REG-03).</summary>
public sealed record VaultReason(string Code, string Label);

/// <summary>
/// Opens what is sealed, for somebody who needs it for their work on this case. The opening is in the journal before anything
/// is shown: if it cannot be logged, it is not opened.
/// </summary>
public sealed class VaultDesk(WriteGate gate, VaultCipher cipher, TimeProvider clock)
{
    public static readonly IReadOnlyList<VaultReason> Reasons =
    [
        new("contact", "Kontakta personen"),
        new("investigate", "Utreda det som hänt"),
        new("letter", "Skriva ut ett brev"),
        new("correct", "Rätta uppgifter"),
        new("disclosure", "Pröva en begäran om utlämnande"),
    ];

    /// <summary>Outside one's own work, since somebody may come to harm.</summary>
    public static readonly VaultReason Emergency = new("emergency", "Nödöppning");

    /// <summary>Everything that is kept about somebody, for that person (GDPR article 15).</summary>
    public static readonly VaultReason Extract = new("extract", "Registerutdrag");

    private static readonly VaultReason ReadingDraft = new("draft", "Läsa förslaget till svar");

    /// <exception cref="RuleBroken">No reason, or the viewer has no work to do in this case.</exception>
    /// <exception cref="NotFound">The case does not exist, or not for this viewer.</exception>
    public Task<OpenedVault> OpenAsync(Viewer viewer, CaseReference reference, string reason, string? more = null) =>
        gate.WriteAsync(viewer, async database =>
        {
            var @case = await FindAsync(database, reference);
            MustNeedIt(viewer, @case);
            var chosen = Reasons.FirstOrDefault(r => r.Code == reason)
                ?? throw new RuleBroken("reason-missing", "Välj varför du behöver se uppgifterna.", "reason");
            var opened = await ReadAsync(database, @case.Id);
            Log(database, viewer, @case, chosen, more, opened.Names);
            return opened;
        });

    /// <summary>Opens for a letter, which is a reason in itself.</summary>
    public Task<OpenedVault> OpenForLetterAsync(Viewer viewer, CaseReference reference, int eventNumber) =>
        gate.WriteAsync(viewer, async database =>
        {
            var @case = await FindAsync(database, reference);
            MustNeedIt(viewer, @case);
            var opened = await ReadAsync(database, @case.Id);
            Log(database, viewer, @case, Reasons.First(r => r.Code == "letter"), null, what: $"{eventNumber}");
            return opened;
        });

    /// <summary>The latest draft of the reply, for those who work with the case and those who were asked; opened and logged.</summary>
    public Task<string> OpenDraftAsync(Viewer viewer, CaseReference reference) =>
        gate.WriteAsync(viewer, async database =>
        {
            var @case = await FindAsync(database, reference);
            if (!@case.IsConsulted(viewer.Id) || (@case.IsProtected && !@case.IsNamed(viewer.Id))) MustNeedIt(viewer, @case);
            var draft = await database.Journal.AsNoTracking().Where(e => e.CaseId == @case.Id && e.Kind == EventKind.Drafted).OrderByDescending(e => e.Number).FirstOrDefaultAsync()
                ?? throw new RuleBroken("draft-missing", "Det finns inget förslag att läsa än.");
            var dataKey = await KeyOfAsync(database, @case.Id);
            var entry = await database.VaultEntries.AsNoTracking().FirstOrDefaultAsync(e => e.CaseId == @case.Id && e.Field == draft.VaultField) ?? throw Gone();
            Log(database, viewer, @case, ReadingDraft, null);
            return Encoding.UTF8.GetString(VaultCipher.OpenField(dataKey, entry));
        });

    /// <summary>A file that came with the case, opened and logged. The stream knows its length; whoever asked disposes of it.</summary>
    public Task<(Stream Content, string MediaType)> OpenAttachmentAsync(Viewer viewer, CaseReference reference, int number) =>
        gate.WriteAsync(viewer, async database =>
        {
            var @case = await FindAsync(database, reference);
            MustNeedIt(viewer, @case);
            var file = await database.Attachments.AsNoTracking().FirstOrDefaultAsync(a => a.CaseId == @case.Id && a.Number == number) ?? throw new NotFound();
            MustBeHarmless(file);
            var dataKey = await KeyOfAsync(database, @case.Id);
            var field = file.ContentField;
            var entry = await database.VaultEntries.AsNoTracking().FirstOrDefaultAsync(e => e.CaseId == @case.Id && e.Field == field) ?? throw Gone();
            Log(database, viewer, @case, Reasons.First(r => r.Code == "investigate"), $"bilaga {number}", what: $"attachment {number}");
            return (VaultCipher.OpenStream(dataKey, entry), file.MediaType);
        });

    private static void MustBeHarmless(Attachment file)
    {
        if (file.Scan == FileScan.Infected) throw new RuleBroken("attachment-infected", "Virusskyddet säger att bilagan kan vara skadlig, så den går inte att hämta. Be den som skickade den om en annan.");
        if (file.Scan == FileScan.Waiting) throw new RuleBroken("attachment-unchecked", "Virusskyddet har inte kontrollerat bilagan än. Försök igen om en stund.");
    }

    /// <summary>True for those who may open it at all: a role that only counts, reads or integrates does not.</summary>
    public static bool MayOpen(Viewer viewer, Case @case) =>
        !viewer.Person.IsService && viewer.Roles.Count > 0 && viewer.Id != @case.ConcernsPersonId
        && (!@case.IsProtected || @case.IsNamed(viewer.Id))
        && (viewer.Id == @case.ResponsibleId || viewer.Id == @case.ReceivedBy || viewer.Id == @case.RegisteredBy || viewer.Leads(@case.UnitId)
            || viewer.Id == @case.NamedReader || viewer.Is(Role.Registrar) || viewer.Is(Role.ComplaintsManager) || @case.MayAccept(viewer));

    internal async Task<OpenedVault> ReadAsync(GavaDatabase database, long caseId)
    {
        var dataKey = await KeyOfAsync(database, caseId);
        var entries = await database.VaultEntries.AsNoTracking()
            .Where(e => e.CaseId == caseId && !e.Field.StartsWith("attachment:")).ToListAsync();
        var opened = entries.ToDictionary(e => e.Field, e => VaultCipher.OpenField(dataKey, e));
        return new(
            opened.TryGetValue(VaultFields.Text, out var text) ? Encoding.UTF8.GetString(text) : "",
            opened.TryGetValue(VaultFields.Complainant, out var person) ? VaultFields.ReadComplainant(person) : new(),
            opened.Where(e => e.Key.StartsWith("event:", StringComparison.Ordinal))
                .ToDictionary(e => int.Parse(e.Key["event:".Length..], System.Globalization.CultureInfo.InvariantCulture), e => Encoding.UTF8.GetString(e.Value)),
            opened.TryGetValue(VaultFields.People, out var people) ? VaultFields.ReadPeople(people) : [],
            opened.Where(e => e.Key.StartsWith(VaultFields.BeforePrefix, StringComparison.Ordinal))
                .ToDictionary(e => int.Parse(e.Key[VaultFields.BeforePrefix.Length..], System.Globalization.CultureInfo.InvariantCulture), e => VaultFields.ReadComplainant(e.Value)));
    }

    /// <summary>As <see cref="ReadAsync"/>; null when the vault of the case has been disposed of.</summary>
    internal async Task<OpenedVault?> ReadIfKeptAsync(GavaDatabase database, long caseId) =>
        await database.VaultKeys.AnyAsync(k => k.CaseId == caseId) ? await ReadAsync(database, caseId) : null;

    /// <summary>All files of a case, whole in memory. Whoever asks has logged it, and has seen that they are not too large.</summary>
    internal async Task<IReadOnlyList<OpenedFile>> ReadFilesAsync(GavaDatabase database, long caseId)
    {
        var files = await database.Attachments.AsNoTracking().Where(a => a.CaseId == caseId).OrderBy(a => a.Number).ToListAsync();
        if (files.Count == 0) return [];
        var key = await database.VaultKeys.AsNoTracking().FirstOrDefaultAsync(k => k.CaseId == caseId);
        var entries = key is null ? [] : await database.VaultEntries.AsNoTracking().Where(e => e.CaseId == caseId && e.Field.StartsWith("attachment:")).ToDictionaryAsync(e => e.Field);
        var dataKey = key is null ? [] : cipher.Unwrap(key);
        return files.ConvertAll(f => new OpenedFile(f.Number, Read(f.NameField) is { } name ? Encoding.UTF8.GetString(name) : "", f.MediaType, f.Scan is FileScan.Infected or FileScan.Waiting ? null : Read(f.ContentField), f.Scan));

        byte[]? Read(string field) => entries.TryGetValue(field, out var entry) ? VaultCipher.OpenField(dataKey, entry) : null;
    }

    private async Task<byte[]> KeyOfAsync(GavaDatabase database, long caseId) =>
        cipher.Unwrap(await database.VaultKeys.AsNoTracking().FirstOrDefaultAsync(k => k.CaseId == caseId) ?? throw Gone());

    internal static RuleBroken Gone() => new("disposed", "Uppgifterna är gallrade enligt beslut. Det avidentifierade finns kvar i ärendet.");

    private static async Task<Case> FindAsync(GavaDatabase database, CaseReference reference)
    {
        var @case = await database.Cases.FirstOrDefaultAsync(c => c.Id == reference.Number);
        return @case is not null && @case.Reference == reference ? @case : throw new NotFound();
    }

    internal static void MustNeedIt(Viewer viewer, Case @case)
    {
        if (!MayOpen(viewer, @case))
        {
            if (@case.IsProtected) throw new RuleBroken("vault-not-yours", "Personen har skyddade personuppgifter. Två namngivna personer kan öppna dem: den som ansvarar för ärendet, och den som chefen har utsett.");
            throw new RuleBroken("vault-not-yours", "Uppgifterna är bara till för den som arbetar med ärendet. Be den som ansvarar för det.");
        }
    }

    /// <summary>The line that tells of an opening: who, when, for what reason, and which document.</summary>
    /// <param name="what">In codes, beside the reason's: "attachment 2".</param>
    /// <exception cref="RuleBroken">The words about the reason are too long, or cannot be read.</exception>
    internal void Log(GavaDatabase database, Viewer viewer, Case @case, VaultReason reason, string? more, IReadOnlyCollection<string>? knownNames = null, string? what = null)
    {
        var masked = MaskedReason(more, knownNames);
        var why = reason.Label + (masked.Length == 0 ? "" : $": {masked}");
        @case.OpenVault(new Change(viewer.Id, StockholmTime.Now(clock), why), what is null ? reason.Code : $"{reason.Code};{what}");
        foreach (var line in @case.NewEvents) database.Write(line);
    }

    internal static string MaskedReason(string? more, IReadOnlyCollection<string>? knownNames = null)
    {
        var words = (more ?? "").Trim();
        if (words.Length > 500) throw new RuleBroken("reason-too-long", "Skriv skälet kortare, högst 500 tecken.", "more");
        if (words.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) throw new RuleBroken("text-unreadable", "Skälet innehåller tecken som inte går att läsa. Skriv om det.", "more");
        return Masking.Apply(words, PersonalDataFinder.Default.Find(words, knownNames));
    }
}
