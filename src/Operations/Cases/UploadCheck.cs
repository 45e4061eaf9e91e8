using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Operations.Gateways;

namespace Gava.Operations.Cases;

/// <summary>Every file is looked at before it is kept, where a scanner is set (docs/decisions/0031). Never inside a write: it may take seconds.</summary>
public sealed class UploadCheck(FileScanner scanner)
{
    /// <summary>At a door with a person at it: what is harmful, or could not be looked at, is refused, and the words can be sent without it.</summary>
    /// <exception cref="RuleBroken">A file is harmful, or the scanner does not answer.</exception>
    public async Task<IReadOnlyList<NewFile>> MustBeHarmlessAsync(IReadOnlyList<NewFile> files, CancellationToken cancellation = default)
    {
        // What has been looked at already came by mail, which nobody can be asked about.
        if (files.Count == 0 || files.All(f => f.Scan is not null)) return files;
        var seen = await MarkAsync(files, stopsAtTrouble: true, cancellation);
        if (seen.Any(f => f.Scan == FileScan.Infected)) throw new RuleBroken("file-infected", "Virusskyddet säger att en av filerna kan vara skadlig. Skicka utan den.", "files");
        return seen.Any(f => f.Scan == FileScan.Waiting)
            ? throw new RuleBroken("file-unchecked", "Vi kan inte kontrollera filer just nu. Skicka utan fil, eller försök igen om en stund.", "files") : seen;
    }

    /// <summary>Where nobody is to be asked: what the scanner says is kept with the file, and nothing is refused.</summary>
    public Task<IReadOnlyList<NewFile>> MarkAsync(IReadOnlyList<NewFile> files, CancellationToken cancellation = default) => MarkAsync(files, stopsAtTrouble: false, cancellation);

    private async Task<IReadOnlyList<NewFile>> MarkAsync(IReadOnlyList<NewFile> files, bool stopsAtTrouble, CancellationToken cancellation)
    {
        if (!scanner.IsOn) return files;
        List<NewFile> seen = [];
        var isSilent = false;
        foreach (var file in files)
        {
            await using var content = file.Open();
            // One that did not answer is not waited for ten times.
            var scan = isSilent ? FileScan.Waiting : await scanner.ScanAsync(content, cancellation);
            isSilent |= scan == FileScan.Waiting;
            seen.Add(file with { Scan = scan });
            if (stopsAtTrouble && scan != FileScan.Clean) break;
        }

        return seen;
    }
}
