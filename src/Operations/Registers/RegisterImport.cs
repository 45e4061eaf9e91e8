using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Registers;

/// <summary>What taking in a file would do.</summary>
/// <param name="New">Rows that would become cases.</param>
/// <param name="There">How many rows are cases already, just as they stand.</param>
/// <param name="Changed">Rows that are cases already and say something else now: they are told of and change nothing.</param>
/// <param name="Repeated">Rows that say the same as an earlier row of the file.</param>
/// <param name="Faults">With any, nothing can be taken in.</param>
public sealed record ImportPlan(RegisterMap Map, string FileHash, IReadOnlyList<ReadRow> New, int There, IReadOnlyList<int> Changed, IReadOnlyList<int> Repeated, IReadOnlyList<RowFault> Faults)
{
    internal IReadOnlyList<(string Mark, string Content)> Marks { get; init; } = [];
}

/// <summary>What came of it.</summary>
/// <param name="Added">Cases that were made.</param>
/// <param name="First">The first of them and <paramref name="Last"/>; null when there is none.</param>
public sealed record ImportReceipt(string Register, int Added, int There, IReadOnlyList<int> Changed, IReadOnlyList<int> Repeated, string? First, string? Last);

/// <summary>
/// Takes over an older register by a map (R-SYS-01, R-SYS-04). All rows are read and tried first: with one fault nothing is written.
/// Each row leaves a mark with its case, so that the same file again makes no case twice, and one that was broken off
/// goes on where it stopped. Nobody is mailed of what is old.
/// </summary>
public sealed class RegisterImport(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, VaultCipher cipher, CallerIndex callers, InstallationSecrets secrets, TimeProvider clock)
{
    private const string SecretName = "imported-rows";

    // So many rows share one durable write, and others wait for no more than that.
    private const int RowsATime = 250;
    private const int MostFaults = 500;

    /// <exception cref="RuleBroken">The map names a sheet or a column that the file has not, or the viewer may take in nothing.</exception>
    /// <param name="viewer">Whose rights hold; null is whoever runs the program itself.</param>
    public async Task<ImportPlan> PlanAsync(Viewer? viewer, byte[] content, TableFile file, RegisterMap map, CancellationToken cancellation = default)
    {
        if (viewer is { MayImport: false }) throw new RuleBroken("import-not-yours", "Det är den som arbetar med registret som kan lägga in en gammal lista.");
        map.Checked();
        var sheet = SheetOf(file, map);
        var headings = MapGuess.Headings(sheet, map.HeaderRow);
        MustHaveColumns(map, headings);
        var world = await WorldAsync(viewer, cancellation);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var reading = new RowReading(map, headings, hash, world);
        List<RowFault> faults = [];
        List<ReadRow> rows = [];
        for (var i = map.HeaderRow; i < sheet.Rows.Count && faults.Count < MostFaults; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (reading.Read(i + 1, sheet.Rows[i], faults) is { } row) rows.Add(row);
        }

        if (rows.Count == 0 && faults.Count == 0) faults.Add(new(0, null, "Inga rader finns under rubrikerna. Se efter att rätt blad och rätt rubrikrad är valda."));
        foreach (var twice in rows.Where(r => r.Number is not null).GroupBy(r => r.Number!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1 && g.Select(Everything).Distinct().Count() > 1).Take(MostFaults))
        {
            faults.Add(new(twice.Last().Row, map.Column(RegisterField.Number)?.Heading, $"Samma nummer står på rad {twice.First().Row}. Ge raden ett eget nummer."));
        }

        return faults.Count > 0 ? new(map, hash, [], 0, [], [], faults) : await CompareAsync(map, hash, rows, cancellation);
    }

    /// <summary>Writes what the plan found new. What somebody else wrote in between is not written again.</summary>
    /// <exception cref="RuleBroken">The plan has faults.</exception>
    public async Task<ImportReceipt> ImportAsync(Viewer? viewer, ImportPlan plan, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        if (plan.Faults.Count > 0) throw new RuleBroken("import-faults", $"{plan.Faults[0]} Rätta filen eller kartan. Inget är inlagt.");
        var world = await WorldAsync(viewer, cancellation);
        await StoreMapAsync(plan.Map, world);
        List<CaseReference> made = [];
        var there = plan.There;
        foreach (var batch in plan.New.Zip(plan.Marks).Chunk(RowsATime))
        {
            // Masking and sealing marks take time that others need not wait for.
            List<(OldCase Old, Unit Unit, IReadOnlyList<BlindMark> Callers, string Mark, string Content)> ready = [];
            foreach (var (row, mark) in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                var old = RowReading.Masked(row.Old, world.Organisation, world.Today);
                ready.Add((old, row.Unit, await callers.MarksOfAsync(old.News.Complainant), mark.Mark, mark.Content));
            }

            var references = await gate.WriteAsync(null, database => WriteAsync(database, plan.Map.Register, world, ready), cancellation);
            there += batch.Length - references.Count;
            made.AddRange(references);
            progress?.Invoke(made.Count);
        }

        return new(plan.Map.Register, made.Count, there, plan.Changed, plan.Repeated, made.Count > 0 ? $"{made[0]}" : null, made.Count > 0 ? $"{made[^1]}" : null);
    }

    private async Task<List<CaseReference>> WriteAsync(GavaDatabase database, string register, RegisterWorld world,
        List<(OldCase Old, Unit Unit, IReadOnlyList<BlindMark> Callers, string Mark, string Content)> ready)
    {
        var organisation = await organisations.WithinAsync(database);
        var marks = ready.ConvertAll(r => r.Mark);
        var taken = await database.ImportedRows.Where(r => r.Register == register && marks.Contains(r.Mark)).Select(r => r.Mark).ToHashSetAsync();
        List<CaseReference> made = [];
        foreach (var (old, unit, marked, mark, content) in ready.Where(r => !taken.Contains(r.Mark)))
        {
            var (routine, calendar) = world.Routines[world.Organisation.RoutineAt(unit.Id)!];
            var @case = Case.Import(database.NextCaseNumber(), old, routine, calendar, new Change(world.By, world.Now), organisation.SlugsAbove(unit.Id));
            CaseSaving.Add(database, @case, old.News, cipher, marked, organisation);
            database.Put(new ImportedRow { Register = register, Mark = mark, CaseId = @case.Id, Content = content });
            made.Add(@case.Reference);
        }

        return made;
    }

    private async Task<RegisterWorld> WorldAsync(Viewer? viewer, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        Dictionary<string, (Routine, WorkingCalendar)> followed = [];
        foreach (var routine in await routines.AllAsync(cancellation)) followed[routine.Name] = (routine, await routines.CalendarAsync(routine, cancellation));
        return new(organisation, followed, unit => viewer?.ImportsTo(unit.Id) ?? true, viewer?.Id ?? Person.System, StockholmTime.Now(clock));
    }

    private static TableSheet SheetOf(TableFile file, RegisterMap map) => map.Sheet is not { Length: > 0 } name ? file.Sheets[0]
        : file.Sheets.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RuleBroken("sheet-unknown", $"Filen har inget blad som heter som i kartan. Den har {string.Join(", ", file.Sheets.Take(10).Select(s => s.Name))}.", "sheet");

    private static void MustHaveColumns(RegisterMap map, IReadOnlyList<(string Heading, int Column)> headings)
    {
        var missing = map.Columns.Where(c => c.Field is not (RegisterField.Keep or RegisterField.Skip) && headings.All(h => h.Heading != c.Heading)).Select(c => c.Heading).ToList();
        if (missing.Count > 0) throw new RuleBroken("columns-missing", $"Rubrikraden saknar {string.Join(", ", missing.Take(10))}. Se efter att rätt blad och rätt rubrikrad är valda.", "headerRow");
        if (map.Column(RegisterField.ArrivedAt) is null) throw new RuleBroken("column-missing", "Välj vilken kolumn som säger vilken dag det kom in.", "columns");
        if (map.Column(RegisterField.Text) is null) throw new RuleBroken("column-missing", "Välj vilken kolumn som säger vad som hände.", "columns");
    }

    /// <summary>Which rows are cases already.</summary>
    private async Task<ImportPlan> CompareAsync(RegisterMap map, string hash, List<ReadRow> rows, CancellationToken cancellation)
    {
        var secret = await secrets.OfAsync(SecretName);
        await using var database = databases.ForSystem();
        var known = await database.ImportedRows.Where(r => r.Register == map.Register).ToDictionaryAsync(r => r.Mark, r => r.Content, cancellation);
        List<ReadRow> added = [];
        List<(string, string)> marks = [];
        List<int> changed = [], repeated = [];
        var there = 0;
        Dictionary<string, HashSet<string>> seen = [];
        foreach (var row in rows)
        {
            var content = Keyed(secret, Everything(row));
            var key = row.Number is { } number ? $"n\n{number.ToUpperInvariant()}" : $"t\n{row.Old.News.ArrivedAt:O}\n{row.Old.News.Text.Original}";
            var before = seen.TryGetValue(key, out var same) ? same : seen[key] = [];
            // Two cases may say the same on the same day; a row that is the same all through is one row twice.
            if (!before.Add(content))
            {
                repeated.Add(row.Row);
                continue;
            }

            var mark = Keyed(secret, before.Count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}\n{before.Count}"));
            if (!known.TryGetValue(mark, out var stored))
            {
                added.Add(row);
                marks.Add((mark, content));
            }
            else if (stored == content) there++;
            else changed.Add(row.Row);
        }

        return new(map, hash, added, there, changed, repeated, []) { Marks = marks };
    }

    private static string Everything(ReadRow row) => string.Join('\u001f', row.Cells.Select(c => $"{c.Heading}\u001e{c.Words}"));

    internal static string Keyed(byte[] secret, string plain) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(plain)).AsSpan(0, 16));

    private Task StoreMapAsync(RegisterMap map, RegisterWorld world) => gate.WriteAsync(null, async database =>
    {
        var source = map.ToJson();
        var stored = await database.RegisterMaps.FindAsync(map.Register);
        if (stored is null) database.RegisterMaps.Add(new StoredMap { Name = map.Register, Source = source, ChangedAt = world.Now, ChangedBy = world.By });
        else if (stored.Source != source) (stored.Source, stored.ChangedAt, stored.ChangedBy) = (source, world.Now, world.By);
    });

    /// <summary>The maps that registers have been read by, the newest first.</summary>
    public async Task<IReadOnlyList<RegisterMap>> MapsAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return [.. (await database.RegisterMaps.OrderByDescending(m => m.ChangedAt).Select(m => m.Source).ToListAsync(cancellation)).Select(RegisterMap.Parse)];
    }
}
