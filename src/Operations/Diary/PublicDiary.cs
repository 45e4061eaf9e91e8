using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Diary;

/// <summary>A diary or an ordered store that the installation keeps.</summary>
/// <param name="Code">The series of a diary, the routine's name of a store.</param>
/// <param name="Keeper">The board, or whoever the routine belongs to.</param>
/// <param name="Exempt">What is kept out of the diary and in order beside it, in words.</param>
/// <param name="Years">The years that have rows.</param>
public sealed record KeptRecord(string Code, RegistrationMode Mode, string Keeper, string Title, IReadOnlyList<string> Units, IReadOnlyList<string> Exempt, IReadOnlyList<int> Years);

/// <summary>A row with its recipient, as the public list and other diary systems have it.</summary>
/// <param name="Unit">The unit that it was sent to.</param>
public sealed record DiaryRow(PublicRow Row, string Unit, bool IsClosed);

/// <param name="HasMore">True when more follow after these.</param>
public sealed record DiaryRows(IReadOnlyList<DiaryRow> Rows, bool HasMore);

/// <summary>What somebody asks of a public list.</summary>
/// <param name="Code">The series, or the routine's name of an ordered store.</param>
/// <param name="From">The first day of arrival; null is the year's first.</param>
/// <param name="To">The last day of arrival, included.</param>
public sealed record DiaryQuestion(string Code, int Year, DateOnly? From = null, DateOnly? To = null, int Skip = 0, int Take = 100);

/// <summary>
/// The diary as the public reads it (OSL 5:2). A row is public from the moment it is written, so these lists do not pass the
/// gate of the cases; who may open them here is the registrar, who reads them out or prints them.
/// </summary>
public sealed class PublicDiary(Databases databases, OrganisationBook organisations, RoutineBook routines)
{
    /// <summary>Every diary and store, from the routines of the units (OSL 4:2; law.md SR-2.11).</summary>
    public async Task<IReadOnlyList<KeptRecord>> DescriptionAsync(CancellationToken cancellation = default)
    {
        var organisation = await organisations.NowAsync(cancellation);
        await using var database = databases.ForSystem();
        var years = (await database.DiarySeries.ToListAsync(cancellation)).ToLookup(s => s.Series, s => s.Year);
        List<KeptRecord> all = [];
        foreach (var units in organisation.PlacesWithCases().GroupBy(u => organisation.RoutineAt(u.Id)!))
        {
            if (await routines.NewestAsync(units.Key, cancellation) is not { } routine) continue;
            var names = units.Select(u => u.Name).ToList();
            var store = await StoreYearsAsync(database, routine.Name, cancellation);
            var rule = routine.Registration;
            if (rule.Mode == RegistrationMode.Diary) all.Add(new(rule.Series!, rule.Mode, rule.Board ?? routine.Body, routine.Title, names, Exempt(routine), [.. years[rule.Series!].Order()]));
            // Beside a diary stands what it does not take, kept in order all the same (law.md SR-2.6).
            if (rule.Mode == RegistrationMode.OrderedStore || store.Count > 0) all.Add(new(routine.Name, RegistrationMode.OrderedStore, routine.Body, routine.Title, names, [], store));
        }

        // A series that no routine writes in any more is a diary all the same.
        var gone = years.Select(y => y.Key).Where(series => all.All(r => r.Code != series));
        return [.. all, .. gone.Select(series => new KeptRecord(series, RegistrationMode.Diary, series, "", [], [], [.. years[series].Order()]))];
    }

    /// <summary>The rows of a diary by number, or of an ordered store by day.</summary>
    public async Task<DiaryRows> RowsAsync(DiaryQuestion question, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        var (from, to) = (question.From ?? new DateOnly(question.Year, 1, 1), question.To ?? new DateOnly(question.Year, 12, 31));
        var rows = await database.DiarySeries.AnyAsync(s => s.Series == question.Code, cancellation)
            ? await EntriesAsync(database, question, from, to, cancellation)
            : await StoreAsync(database, question, from, to, cancellation);
        return new([.. rows.Take(question.Take)], rows.Count > question.Take);
    }

    /// <summary>The newest rows of a diary, the last first.</summary>
    public async Task<IReadOnlyList<DiaryRow>> LatestAsync(string series, int year, int atMost, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return (await database.DiaryEntries.Where(e => e.Series == series && e.Year == year).OrderByDescending(e => e.Number).Take(atMost).ToListAsync(cancellation)).ConvertAll(RowOf);
    }

    // A number belongs to the year of its registration; what came in on New Year's Eve may have the next year's.
    private static async Task<List<DiaryRow>> EntriesAsync(GavaDatabase database, DiaryQuestion question, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var entries = database.DiaryEntries.Where(e => e.Series == question.Code && e.Year == question.Year);
        if (question.From is not null) entries = entries.Where(e => e.ArrivedOn >= from);
        if (question.To is not null) entries = entries.Where(e => e.ArrivedOn <= to);
        return (await entries.OrderBy(e => e.Number).Skip(question.Skip).Take(question.Take + 1).ToListAsync(cancellation)).ConvertAll(RowOf);
    }

    private static DiaryRow RowOf(DiaryEntry entry) => new(entry.Row(), entry.UnitName, entry.ClosedAt is not null);

    private async Task<List<DiaryRow>> StoreAsync(GavaDatabase database, DiaryQuestion question, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var (first, after) = (StockholmTime.StartOf(from), StockholmTime.EndOf(to));
        var organisation = await organisations.NowAsync(cancellation);
        var cases = await database.Cases.Where(c => c.RoutineName == question.Code && c.ArrivedAt >= first && c.ArrivedAt < after)
            .Where(c => c.DiaryState == DiaryState.None || c.DiaryState == DiaryState.Exempt)
            .OrderBy(c => c.ArrivedAt).ThenBy(c => c.Id).Skip(question.Skip).Take(question.Take + 1)
            .Select(c => new { c.Id, c.ArrivedAt, c.RegisteredAt, c.Kind, c.RoutineVersion, c.IsProtected, c.UnitId, c.Status }).ToListAsync(cancellation);
        List<DiaryRow> rows = [];
        foreach (var one in cases)
        {
            var routine = await routines.VersionAsync(question.Code, one.RoutineVersion, cancellation);
            var number = new CaseReference(StockholmTime.DateOf(one.RegisteredAt).Year, one.Id).ToString();
            rows.Add(new(new(StockholmTime.DateOf(one.ArrivedAt), number, PublicRow.PartyOf(null, one.IsProtected, isSecret: true), LabelOf(routine, one.Kind)),
                organisation.Unit(one.UnitId)?.Name ?? "", one.Status == CaseStatus.Closed));
        }

        return rows;
    }

    private static async Task<IReadOnlyList<int>> StoreYearsAsync(GavaDatabase database, string routine, CancellationToken cancellation)
    {
        var store = database.Cases.Where(c => c.RoutineName == routine && (c.DiaryState == DiaryState.None || c.DiaryState == DiaryState.Exempt));
        var first = await store.OrderBy(c => c.ArrivedAt).Select(c => (DateTime?)c.ArrivedAt).FirstOrDefaultAsync(cancellation);
        var last = await store.OrderByDescending(c => c.ArrivedAt).Select(c => (DateTime?)c.ArrivedAt).FirstOrDefaultAsync(cancellation);
        if (first is not { } from || last is not { } to) return [];
        var year = StockholmTime.DateOf(from).Year;
        return [.. Enumerable.Range(year, StockholmTime.DateOf(to).Year - year + 1)];
    }

    private static List<string> Exempt(Routine routine) => [.. routine.Registration.Exempt.Select(code => LabelOf(routine, code))];

    private static string LabelOf(Routine routine, string code) =>
        routine.Kind(code)?.Label ?? routine.Scope.Elsewhere.FirstOrDefault(e => e.Code == code)?.Label ?? code;
}
