using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Forms;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Forms;

/// <summary>One numbered form and what has become of it.</summary>
/// <param name="Uses">How often it has come back; more than once is worth a look.</param>
/// <param name="Cases">Those of its cases that the viewer sees.</param>
public sealed record FormState(FormNumber Number, int Uses, IReadOnlyList<CaseReference> Cases);

/// <summary>Forms that were printed together: one place, one language.</summary>
public sealed record Printing(Guid Id, Unit Place, string Language, DateTime At, Guid By, IReadOnlyList<FormState> Forms);

/// <summary>A line in the list of printings.</summary>
public sealed record PrintingRow(Guid Id, Guid PlaceId, string Language, DateTime At, Guid By, int Year, int First, int Count, int Used)
{
    public FormNumber FirstNumber => new(Year, First);
}

/// <summary>A form that somebody holds in their hand: where it lay, and whether it has come back before.</summary>
public sealed record FoundForm(FormState State, Unit Place, string Language, DateTime PrintedAt, Guid PrintedBy);

/// <summary>Gives paper forms their numbers and knows them again when they come back (R-IN-08). Nothing here is about who fills them in.</summary>
public sealed class FormDesk(Databases databases, WriteGate gate, OrganisationBook organisations, TimeProvider clock)
{
    public const int MostCopies = 200;

    /// <summary>Everybody who registers prints for places where they work and below; the register's people and administrators for all.</summary>
    public static bool MayPrint(Viewer viewer) => viewer.MayRegister || MayPrintAll(viewer);

    public static bool MayPrintAll(Viewer viewer) => viewer.Is(Role.Registrar) || viewer.Is(Role.ComplaintsManager) || viewer.Is(Role.SystemAdministrator);

    public static bool MayPrintFor(Viewer viewer, Organisation organisation, Guid placeId) => MayPrintAll(viewer)
        || organisation.Line(placeId).Any(place => viewer.Roles.Any(r => r.UnitId == place.Id && r.Role.Registers()));

    /// <summary>The places that work and that the viewer may print for, in the order people read them.</summary>
    public static IReadOnlyList<Unit> PlacesOf(Viewer viewer, Organisation organisation) =>
        MayPrint(viewer) ? [.. organisation.PlacesAtWork().Where(u => MayPrintFor(viewer, organisation, u.Id))] : [];

    /// <summary>Gives so many forms their numbers, and returns which printing they are.</summary>
    /// <exception cref="RuleBroken">The place, the language or how many is wrong.</exception>
    /// <exception cref="NotFound">The viewer prints nothing.</exception>
    public async Task<Guid> PrintAsync(Viewer viewer, string? place, string? language, int copies, OneRequest? request = null)
    {
        if (!MayPrint(viewer)) throw new NotFound();
        var organisation = await organisations.NowAsync();
        var unit = organisation.Unit(place ?? "") is { Ended: null } known && MayPrintFor(viewer, organisation, known.Id) ? known
            : throw new RuleBroken("form-place", "Välj en plats som du kan skriva ut för: din egen, eller en under den.", "place");
        if (language is null || !TemplateWords.Languages.Contains(language)) throw new RuleBroken("form-language", "Välj ett språk.", "language");
        if (copies is < 1 or > MostCopies) throw new RuleBroken("form-copies", $"Skriv ut 1 till {MostCopies} blanketter åt gången.", "copies");
        return await gate.WriteAsync(null, async database =>
        {
            var at = StockholmTime.Now(clock);
            var printing = request?.Id ?? Guid.CreateVersion7();
            if (request is { } one && !await one.IsFirstAsync(database, at)) return printing;
            var year = StockholmTime.DateOf(at).Year;
            // The gate's lock keeps others from counting at the same time, in other processes too.
            var last = await database.PrintedForms.Where(f => f.Year == year).MaxAsync(f => (int?)f.Number) ?? 0;
            for (var number = last + 1; number <= last + copies; number++)
            {
                database.PrintedForms.Add(new PrintedForm { Year = year, Number = number, PrintingId = printing, UnitId = unit.Id, Language = language, PrintedAt = at, PrintedBy = viewer.Id });
            }

            return printing;
        });
    }

    /// <summary>What was printed together, to print again or to see what has come back.</summary>
    /// <exception cref="NotFound">There is none, or the viewer does not print for that place.</exception>
    public async Task<Printing> PrintingAsync(Viewer viewer, Guid id, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var forms = await database.PrintedForms.AsNoTracking().Where(f => f.PrintingId == id).OrderBy(f => f.Number).ToListAsync(cancellation);
        var organisation = await organisations.NowAsync(cancellation);
        if (forms.Count == 0 || !MayPrintFor(viewer, organisation, forms[0].UnitId)) throw new NotFound();
        var (year, first, last) = (forms[0].Year, forms[0].Number, forms[^1].Number);
        var uses = await UsesAsync(database, year, first, last, cancellation);
        var seen = await SeenAsync(viewer, uses, cancellation);
        var own = uses.Where(u => seen.ContainsKey(u.CaseId)).ToLookup(u => u.Number, u => seen[u.CaseId]);
        var counts = uses.CountBy(u => u.Number).ToDictionary();
        return new(id, organisation.Unit(forms[0].UnitId)!, forms[0].Language, forms[0].PrintedAt, forms[0].PrintedBy,
            [.. forms.Select(f => new FormState(new(f.Year, f.Number), counts.GetValueOrDefault(f.Number), [.. own[f.Number]]))]);
    }

    /// <summary>The newest printings for the viewer's places.</summary>
    public async Task<IReadOnlyList<PrintingRow>> LatestAsync(Viewer viewer, int most = 20, CancellationToken cancellation = default)
    {
        var places = PlacesOf(viewer, await organisations.NowAsync(cancellation)).Select(u => u.Id).ToList();
        await using var database = databases.ForSystem();
        var rows = await database.PrintedForms.Where(f => places.Contains(f.UnitId))
            .GroupBy(f => new { f.PrintingId, f.UnitId, f.Language, f.PrintedAt, f.PrintedBy, f.Year })
            .Select(g => new { g.Key, First = g.Min(f => f.Number), Count = g.Count() })
            .OrderByDescending(r => r.Key.PrintedAt).ThenByDescending(r => r.First).Take(most).ToListAsync(cancellation);
        var shown = rows.ConvertAll(r => r.Key.PrintingId);
        var used = await database.FormUses.Join(database.PrintedForms.Where(f => shown.Contains(f.PrintingId)), u => new { u.Year, u.Number }, f => new { f.Year, f.Number }, (u, f) => new { f.PrintingId, f.Number })
            .Distinct().GroupBy(u => u.PrintingId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return rows.ConvertAll(r => new PrintingRow(r.Key.PrintingId, r.Key.UnitId, r.Key.Language, r.Key.PrintedAt, r.Key.PrintedBy, r.Key.Year, r.First, r.Count, used.GetValueOrDefault(r.Key.PrintingId)));
    }

    /// <summary>The form that has the number, as somebody typed or scanned it.</summary>
    /// <exception cref="RuleBroken">It is no number, a digit is wrong, or no form has it.</exception>
    /// <exception cref="NotFound">The viewer registers nothing.</exception>
    public async Task<FoundForm> FindAsync(Viewer viewer, string? typed, CancellationToken cancellation = default)
    {
        if (!viewer.MayRegister) throw new NotFound();
        var number = FormNumber.Parse(typed);
        await using var database = databases.ForSystem();
        var form = await database.PrintedForms.AsNoTracking().FirstOrDefaultAsync(f => f.Year == number.Year && f.Number == number.Number, cancellation) ?? throw FormNumber.Unknown(number);
        var uses = await UsesAsync(database, number.Year, number.Number, number.Number, cancellation);
        return new(new(number, uses.Count, [.. (await SeenAsync(viewer, uses, cancellation)).Values.OrderBy(r => r.Number)]), (await organisations.NowAsync(cancellation)).Unit(form.UnitId)!, form.Language, form.PrintedAt, form.PrintedBy);
    }

    /// <summary>The form that a case came on, if it did and the viewer sees the case.</summary>
    public async Task<FormNumber?> OfAsync(Viewer viewer, CaseReference reference, CancellationToken cancellation = default)
    {
        await using var database = databases.For(viewer);
        return await database.FormUses.Where(u => u.CaseId == reference.Number).Select(u => (FormNumber?)new FormNumber(u.Year, u.Number)).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Those of the cases that pass the gate for this viewer.</summary>
    private async Task<Dictionary<long, CaseReference>> SeenAsync(Viewer viewer, IReadOnlyList<FormUse> uses, CancellationToken cancellation)
    {
        if (uses.Count == 0) return [];
        var cases = uses.Select(u => u.CaseId).Distinct().ToList();
        await using var database = databases.For(viewer);
        return (await database.Cases.Where(c => cases.Contains(c.Id)).Select(c => new { c.Id, c.RegisteredAt }).ToListAsync(cancellation))
            .ToDictionary(c => c.Id, c => new CaseReference(StockholmTime.DateOf(c.RegisteredAt).Year, c.Id));
    }

    private static Task<List<FormUse>> UsesAsync(GavaDatabase database, int year, int first, int last, CancellationToken cancellation) =>
        database.FormUses.AsNoTracking().Where(u => u.Year == year && u.Number >= first && u.Number <= last).OrderBy(u => u.CaseId).ToListAsync(cancellation);
}
