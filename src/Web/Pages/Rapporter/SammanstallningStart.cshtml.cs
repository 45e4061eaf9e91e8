using Gava.Domain.Learning;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rapporter;

/// <summary>Begins a report that somebody writes and signs (R-LEARN-02).</summary>
public sealed class SammanstallningStartModel(CompilingDesk desk) : StaffPage
{
    private const int Years = 3;

    [BindProperty(Name = "period")]
    public string? Period { get; set; }

    [BindProperty(Name = "enhet")]
    public string? Enhet { get; set; }

    [BindProperty(Name = "ackumulerat")]
    public bool Ackumulerat { get; set; }

    /// <summary>Those that have ended: only such can be signed.</summary>
    public IReadOnlyList<Choice> Periods { get; private set; } = [];

    public IReadOnlyList<Choice> Units => [.. PlaceChoices.Of(Organisation).Where(c => Organisation.Unit(c.Value) is { } unit && CompiledReport.MayBeCompiledBy(Viewer, unit.Id))];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        return Redirect($"/rapporter/sammanstallning/{await desk.StartAsync(Viewer, Period ?? "", Enhet ?? "", Ackumulerat)}");
    }

    protected override Task ShowAsync()
    {
        if (Units.Count == 0) throw new NotFound();
        Periods = [.. new[] { ReportPeriod.Tertial, ReportPeriod.Year, ReportPeriod.HalfYear, ReportPeriod.Quarter, ReportPeriod.Month }.SelectMany(PeriodsOf)];
        return Task.CompletedTask;
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field switch { "period" => "period", "unit" => "enhet", _ => "" };

    private IEnumerable<Choice> PeriodsOf(ReportPeriod kind)
    {
        var oldest = Today.AddYears(-Years);
        for (var period = Domain.Routines.Period.Of(Today, kind).Before(); period.From > oldest; period = period.Before()) yield return new(period.Name, period.Swedish());
    }
}
