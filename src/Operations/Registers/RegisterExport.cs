using System.Runtime.CompilerServices;
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
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Registers;

/// <summary>
/// Writes cases as a table, a row a case: with Gåva's own columns, or with those of the register that they came from (R-SYS-01,
/// R-SYS-04, R-LEARN-07). The register's part alone: nothing of the vault, and no more cases than the viewer sees.
/// </summary>
public sealed class RegisterExport(Databases databases, CaseSearch search, OrganisationBook organisations, RoutineBook routines)
{
    /// <summary>At most this many rows of a list that somebody has before them; <c>gava export</c> has no end.</summary>
    public const int MostOfAList = 50_000;

    /// <summary>What a column of the vault says instead of what it holds.</summary>
    public const string InTheVault = "[i valvet]";

    private const int CasesATime = 500;

    private static readonly TableColumn[] Columns =
    [
        new("Nummer", Width: 14), new("Inkom", ColumnKind.Moment), new("Registrerat", ColumnKind.Moment), new("Sort", Width: 16), new("Kanal", Width: 16), new("Enhet"), new("Läge", Width: 18),
        new("Ansvarig"), new("Vad som hände", Width: 60), new("Kategorier"), new("Åtgärder", Width: 50), new("Svarat", ColumnKind.Moment), new("Avslutat", ColumnKind.Moment),
        new("Hur det slutade"), new("Närmaste tid", ColumnKind.Date), new("Diarienummer", Width: 16), new("Rutin"),
    ];

    private sealed record Loaded(Case Case, Routine Routine, IReadOnlyList<Event> Lines);

    /// <summary>The list as the viewer has it before them.</summary>
    public Task WriteListAsync(ITableWriter table, Viewer viewer, CaseQuestion question, RegisterMap? map = null, CancellationToken cancellation = default) =>
        WriteAsync(table, NumbersAsync(viewer, question, cancellation), map, cancellation);

    /// <summary>Every case, for whoever runs the program itself.</summary>
    /// <param name="unit">A unit with all below it; null is all.</param>
    public Task WriteAllAsync(ITableWriter table, Unit? unit = null, RegisterMap? map = null, CancellationToken cancellation = default) =>
        WriteAsync(table, NumbersAsync(unit, cancellation), map, cancellation);

    /// <summary>The numbers of every case, some at a time.</summary>
    internal async IAsyncEnumerable<List<long>> NumbersAsync(Unit? unit, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var places = unit is null ? null : (await organisations.NowAsync(cancellation)).Below(unit.Id).Select(u => u.Id).ToList();
        await using var database = databases.ForSystem();
        for (var last = 0L; ;)
        {
            var found = await database.Cases.Where(c => c.Id > last && (places == null || places.Contains(c.UnitId))).OrderBy(c => c.Id).Take(CasesATime).Select(c => c.Id).ToListAsync(cancellation);
            if (found.Count == 0) yield break;
            last = found[^1];
            yield return found;
        }
    }

    private async IAsyncEnumerable<List<long>> NumbersAsync(Viewer viewer, CaseQuestion question, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var skip = 0; skip < MostOfAList; skip += CasesATime)
        {
            var page = await search.FindAsync(viewer, question with { Skip = skip, Take = CasesATime }, cancellation);
            if (page.Rows.Count > 0) yield return [.. page.Rows.Select(r => r.Id)];
            if (!page.HasMore) yield break;
        }
    }

    private async Task WriteAsync(ITableWriter table, IAsyncEnumerable<List<long>> numbers, RegisterMap? map, CancellationToken cancellation)
    {
        var organisation = await organisations.NowAsync(cancellation);
        table.Begin("Ärenden", map is null ? Columns : [.. map.Columns.Where(c => c.Field != RegisterField.Skip).Select(ColumnOf)]);
        await foreach (var some in numbers.WithCancellation(cancellation))
        {
            foreach (var one in await LoadAsync(some, cancellation)) table.Row(map is null ? OwnCells(one, organisation) : TheirCells(one, organisation, map));
        }
    }

    /// <summary>The numbers have passed the gate already; what belongs to their cases is not asked again.</summary>
    private async Task<IReadOnlyList<Loaded>> LoadAsync(List<long> numbers, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var cases = await database.Cases.AsSplitQuery().Include(c => c.Clocks).Include(c => c.Categories).Where(c => numbers.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        EventKind[] told = [EventKind.Imported, EventKind.MeasureRegistered, EventKind.Replied, EventKind.Contacted];
        var lines = (await database.Journal.Where(e => e.CaseId != null && numbers.Contains(e.CaseId!.Value) && told.Contains(e.Kind)).OrderBy(e => e.Sequence).ToListAsync(cancellation)).ToLookup(e => e.CaseId!.Value);
        List<Loaded> loaded = [];
        foreach (var @case in numbers.Where(cases.ContainsKey).Select(n => cases[n])) loaded.Add(new(@case, await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion, cancellation), [.. lines[@case.Id]]));
        return loaded;
    }

    private static object?[] OwnCells(Loaded one, Organisation organisation)
    {
        var (@case, routine, _) = one;
        return
        [
            $"{@case.Reference}", @case.ArrivedAt, @case.RegisteredAt, KindOf(one), ChannelOf(one), organisation.Unit(@case.UnitId)?.Name, @case.Status.Swedish(),
            @case.ResponsibleId is null ? null : organisation.NameOf(@case.ResponsibleId), @case.Text, CategoriesOf(one), Texts(one, EventKind.MeasureRegistered), @case.RepliedAt, @case.ClosedAt,
            @case.Ending is { } ending ? Swedish(ending) : null, @case.NextClock is { } clock ? clock.Due.Day : null, @case.DiaryNumber?.ToString(), $"{routine.Title}, version {routine.Version}",
        ];
    }

    private static TableColumn ColumnOf(MappedColumn column) => new(column.Heading, RegisterField.Dates.Contains(column.Field) ? ColumnKind.Date : ColumnKind.Text,
        column.Field is RegisterField.Text or RegisterField.Measure or RegisterField.Reply ? 60 : null);

    /// <summary>The columns of the register that the case came from, with its own words for things; one that was born here is written likewise.</summary>
    private static object?[] TheirCells(Loaded one, Organisation organisation, RegisterMap map) =>
        [.. map.Columns.Where(c => c.Field != RegisterField.Skip).Select(c => Cell(one, organisation, map, c))];

    private static object? Cell(Loaded one, Organisation organisation, RegisterMap map, MappedColumn column)
    {
        var @case = one.Case;
        var kept = KeptLines.Read(one.Lines.FirstOrDefault(l => l.Kind == EventKind.Imported)?.Text, column.Heading);
        return column.Field switch
        {
            RegisterField.Number => kept ?? $"{@case.Reference}",
            RegisterField.ArrivedAt => Day(@case.ArrivedAt),
            RegisterField.RegisteredAt => Day(@case.RegisteredAt),
            RegisterField.ContactedAt => Day(Happened(one, EventKind.Contacted)),
            RegisterField.RepliedAt => Day(@case.RepliedAt),
            RegisterField.ClosedAt => Day(@case.ClosedAt),
            RegisterField.Kind => map.Written(RegisterField.Kind, @case.Kind) ?? KindOf(one),
            RegisterField.Channel => map.Written(RegisterField.Channel, @case.Channel) ?? ChannelOf(one),
            RegisterField.Unit => organisation.Unit(@case.UnitId) is { } unit ? map.Written(RegisterField.Unit, unit.Slug) ?? unit.Name : null,
            RegisterField.Status => map.Written(RegisterField.Status, @case.IsOpen ? RegisterWords.Open : RegisterWords.Closed) ?? @case.Status.Swedish(),
            RegisterField.Text => @case.Text,
            RegisterField.Category => kept ?? (@case.Categories is [var category, ..] ? map.Written(RegisterField.Category, $"{category.Tree}={category.Code}") ?? CategoriesOf(one) : null),
            RegisterField.Measure => Texts(one, EventKind.MeasureRegistered),
            RegisterField.Reply => Texts(one, EventKind.Replied),
            RegisterField.Responsible => kept ?? (@case.ResponsibleId is null ? null : organisation.NameOf(@case.ResponsibleId)),
            RegisterField.ReceivedBy => kept ?? organisation.NameOf(@case.ReceivedBy),
            RegisterField.Name => @case.IsAnonymous ? null : InTheVault,
            RegisterField.Phone or RegisterField.Email or RegisterField.Address => @case.CanBeReached ? InTheVault : null,
            _ => kept,
        };
    }

    /// <summary>A day where nobody wrote the time, else the moment.</summary>
    private static object? Day(DateTime? at) => at is not { } moment ? null : StockholmTime.StartOf(StockholmTime.DateOf(moment)) == moment ? StockholmTime.DateOf(moment) : moment;

    private static DateTime? Happened(Loaded one, EventKind kind) => one.Lines.FirstOrDefault(l => l.Kind == kind) is { } line ? line.HappenedAt ?? line.At : null;

    private static string? Texts(Loaded one, EventKind kind) => one.Lines.Where(l => l.Kind == kind && !string.IsNullOrEmpty(l.Text)).Select(l => l.Text).ToList() is { Count: > 0 } texts ? string.Join('\n', texts) : null;

    private static string KindOf(Loaded one) => one.Routine.Kind(one.Case.Kind)?.Label ?? one.Case.Kind;

    private static string ChannelOf(Loaded one) => one.Routine.Channel(one.Case.Channel)?.Label ?? one.Case.Channel;

    private static string? CategoriesOf(Loaded one) => one.Case.Categories.Count == 0 ? null
        : string.Join(", ", one.Case.Categories.Select(c => one.Routine.Categories.FirstOrDefault(t => t.Code == c.Tree)?.LabelOf(c.Code) ?? c.Code));

    private static string Swedish(Ending ending) => ending switch
    {
        Ending.Answered => "Besvarat",
        Ending.AnswerNotPossible => "Gick inte att svara",
        Ending.AnswerNotWished => "Ville inte ha svar",
        _ => "Lämnat vidare",
    };
}
