using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Gateways;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Intake;

/// <summary>Asks again about files that came by mail while the scanner was silent. Until it has answered nobody can fetch them.</summary>
public sealed class FileRescan(Databases databases, CaseDesk desk, VaultCipher cipher, FileScanner scanner)
{
    private const int AtATime = 50;

    /// <summary>What the case says of it; the file's name may be anything and is not told.</summary>
    internal static readonly Words Harmful = new(HarmfulText, HarmfulText);

    private const string HarmfulText = "Virusskyddet säger att en bilaga i mejlet kan vara skadlig. Den är sparad men går inte att hämta. Be den som skrev att skicka den på nytt om du behöver den.";

    /// <summary>Where the last round ended. The next goes on with what is older, and then begins with the newest again: files that never get an answer hold up no others.</summary>
    private (long Case, int File) reached = Newest;

    private static (long Case, int File) Newest => (long.MaxValue, int.MaxValue);

    /// <summary>A job's round; gives how many files have an answer.</summary>
    public async Task<int> ScanAsync(CancellationToken cancellation = default)
    {
        if (!scanner.IsOn) return 0;
        var done = 0;
        foreach (var files in (await WaitingAsync(cancellation)).GroupBy(w => w.Case))
        {
            Dictionary<int, FileScan> answers = [];
            foreach (var (number, _, file) in files)
            {
                if (await ContentAsync(number, file, cancellation) is not { } content) continue;
                await using var reading = content;
                if (await scanner.ScanAsync(reading, cancellation) is var scan && scan != FileScan.Waiting) answers[file] = scan;
            }

            if (answers.Count == 0) continue;
            await desk.ChangeAsync(null, new CaseReference(StockholmTime.DateOf(files.First().Registered).Year, files.Key), new Seen(null), async (work, change) =>
            {
                var rows = await work.Database.Attachments.Where(a => a.CaseId == files.Key && a.Scan == FileScan.Waiting).ToListAsync();
                foreach (var row in rows.Where(r => answers.ContainsKey(r.Number))) row.Scan = answers[row.Number];
                if (rows.Any(r => r.Scan == FileScan.Infected)) work.Case.Note(Harmful, change);
            });
            done += answers.Count;
        }

        return done;
    }

    private async Task<List<(long Case, DateTime Registered, int File)>> WaitingAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var (number, last) = reached;
        var waiting = await (from file in database.Attachments
                             join @case in database.Cases on file.CaseId equals @case.Id
                             where file.Scan == FileScan.Waiting && (file.CaseId < number || (file.CaseId == number && file.Number < last))
                             orderby file.CaseId descending, file.Number descending
                             select new { file.CaseId, @case.RegisteredAt, file.Number }).Take(AtATime).ToListAsync(cancellation);
        reached = waiting.Count < AtATime ? Newest : (waiting[^1].CaseId, waiting[^1].Number);
        return waiting.ConvertAll(w => (w.CaseId, w.RegisteredAt, w.Number));
    }

    /// <summary>The program's own reading, for the scanner; null when it has been disposed of.</summary>
    private async Task<Stream?> ContentAsync(long number, int file, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var field = new Attachment { CaseId = number, Number = file }.ContentField;
        var entry = await database.VaultEntries.AsNoTracking().FirstOrDefaultAsync(e => e.CaseId == number && e.Field == field, cancellation);
        var key = await database.VaultKeys.AsNoTracking().FirstOrDefaultAsync(k => k.CaseId == number, cancellation);
        return entry is null || key is null ? null : VaultCipher.OpenStream(cipher.Unwrap(key), entry);
    }
}
