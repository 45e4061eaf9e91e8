using System.Security.Cryptography;
using System.Text.Json;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Registers;

/// <summary>A file that somebody looks through before it is taken in.</summary>
/// <param name="Content">Null when it has been taken in.</param>
public sealed record DraftOfImport(Guid Id, RegisterMap Map, byte[]? Content, ImportReceipt? Receipt);

/// <summary>
/// Keeps a file between the steps of a page, sealed by the installation's key, for the one who chose it and for some hours; it stands
/// in no backup (docs/decisions/0027-registers-in-and-out.md).
/// </summary>
public sealed class ImportDrafts(Databases databases, WriteGate gate, VaultCipher cipher, TimeProvider clock)
{
    /// <summary>How long a file waits, and a receipt can be read.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(4);

    public async Task<Guid> KeepAsync(Viewer viewer, byte[] content, RegisterMap map)
    {
        var draft = new ImportDraft { By = viewer.Id, MadeAt = StockholmTime.Now(clock), Map = map.ToJson() };
        draft.Sealed = cipher.WrapValue(NameOf(draft.Id), content);
        await gate.WriteAsync(null, async database =>
        {
            // One at a time is what somebody works with: the file before is forgotten.
            await database.ImportDrafts.Where(d => d.By == viewer.Id && d.Receipt == null).ExecuteDeleteAsync();
            database.ImportDrafts.Add(draft);
        });
        return draft.Id;
    }

    /// <exception cref="NotFound">It is another's, or its time is out.</exception>
    public async Task<DraftOfImport> OpenAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        var oldest = StockholmTime.Now(clock) - KeptFor;
        await using var database = databases.ForSystem();
        var draft = await database.ImportDrafts.FirstOrDefaultAsync(d => d.Id == id && d.By == viewer.Id && d.MadeAt >= oldest, cancellation) ?? throw new NotFound();
        try
        {
            return new(id, RegisterMap.Parse(draft.Map), draft.Sealed is { } box ? cipher.UnwrapValue(NameOf(id), box) : null, draft.Receipt is { } told ? JsonSerializer.Deserialize<ImportReceipt>(told) : null);
        }
        catch (CryptographicException)
        {
            // The installation has another key since then: the file must be chosen again.
            throw new NotFound();
        }
    }

    public Task ChangeMapAsync(Viewer viewer, Guid id, RegisterMap map) => gate.WriteAsync(null, async database =>
    {
        var draft = await database.ImportDrafts.FirstOrDefaultAsync(d => d.Id == id && d.By == viewer.Id) ?? throw new NotFound();
        draft.Map = map.ToJson();
    });

    /// <summary>The file is forgotten, and what came of it is kept for a while.</summary>
    public Task EndAsync(Viewer viewer, Guid id, ImportReceipt receipt) => gate.WriteAsync(null, async database =>
    {
        if (await database.ImportDrafts.FirstOrDefaultAsync(d => d.Id == id && d.By == viewer.Id) is not { } draft) return;
        (draft.Sealed, draft.Receipt) = (null, JsonSerializer.Serialize(receipt));
    });

    /// <summary>A job's round: forgets what has waited too long. Gives how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation = default) => gate.WriteAsync(null, database =>
    {
        var oldest = StockholmTime.Now(clock) - KeptFor;
        return database.ImportDrafts.Where(d => d.MadeAt < oldest).ExecuteDeleteAsync(cancellation);
    }, cancellation);

    private static string NameOf(Guid id) => $"import:{id:n}";
}
