using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Learning;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rapporter;

/// <summary>Choose a period and a unit; what the routines ask for is first (R-LEARN-02).</summary>
public sealed class IndexModel(RecurringDesk recurring, CompilingDesk compiling) : StaffPage
{
    private const int Years = 3;

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? Period { get; set; }

    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    /// <summary>Reports that the routine wants the viewer to compile.</summary>
    public IReadOnlyList<RecurringState> Asked { get; private set; } = [];

    /// <summary>Reports that are worked on, or signed.</summary>
    public IReadOnlyList<CompiledRow> Compiled { get; private set; } = [];

    public bool SeesState => Organisation.Tree().Any(u => Viewer.SeesThePlace(u.Id));

    public bool LooksForThemes => ImprovementPlan.MayStartSomewhere(Viewer, Organisation);

    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<Choice> Units => PlaceChoices.Of(Organisation);

    public async Task<IActionResult> OnGetAsync()
    {
        if (Period is { Length: > 0 } period) return Redirect($"/rapporter/{Uri.EscapeDataString(period)}{(Enhet is { Length: > 0 } ? $"?enhet={Uri.EscapeDataString(Enhet)}" : "")}");
        Asked = [.. (await recurring.ForAsync(Viewer, HttpContext.RequestAborted)).Where(s => s.Work.IsReport)];
        Compiled = await compiling.AllAsync(Viewer, HttpContext.RequestAborted);
        var only = Viewer.Roles.Any(r => r.Role.SeesThePlace()) ? Enum.GetValues<ReportPeriod>().Except([ReportPeriod.ThreeTimesAYear]) : [ReportPeriod.Tertial, ReportPeriod.Year];
        Periods = [.. only.OrderBy(Order).SelectMany(kind => PeriodsOf(kind).Select(p => new Choice(p.Name, p.Swedish(), Group: Heading(kind))))];
        Enhet = ReportDesk.PlaceOf(Viewer, Organisation).Slug;
        return Page();
    }

    private IEnumerable<Period> PeriodsOf(ReportPeriod kind)
    {
        var oldest = Today.AddYears(-Years);
        for (var period = Domain.Routines.Period.Of(Today, kind); period.From > oldest; period = period.Before()) yield return period;
    }

    private static int Order(ReportPeriod kind) => kind switch { ReportPeriod.Tertial => 0, ReportPeriod.Year => 1, ReportPeriod.HalfYear => 2, ReportPeriod.Quarter => 3, _ => 4 };

    private static string Heading(ReportPeriod kind) => kind switch
    {
        ReportPeriod.Tertial => "Tertial",
        ReportPeriod.Year => "År",
        ReportPeriod.HalfYear => "Halvår",
        ReportPeriod.Quarter => "Kvartal",
        _ => "Månad",
    };
}

/// <summary>Every place, the higher ones first, for a list to choose from.</summary>
internal static class PlaceChoices
{
    public static IReadOnlyList<Choice> Of(Organisation organisation) =>
        [.. organisation.Tree().Select(u => new Choice(u.Slug, organisation.Line(u.Id).Skip(1).FirstOrDefault() is { ParentId: not null } above ? $"{u.Name} ({above.Name})" : u.Name))];
}
