using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Forbattringar;

public sealed class MeetingAnswers
{
    public DateOnly? Day { get; set; }
    public string? Text { get; set; }
}

/// <summary>The workplace meeting: the unit's own complaints since the last one, and what was said of them (S3).</summary>
public sealed class MoteModel(ImprovementDesk desk, RoutineBook routines) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    [BindProperty]
    public MeetingAnswers Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public MeetingView View { get; private set; } = null!;

    public CaseListModel Cases { get; private set; } = null!;

    public IReadOnlyList<Choice> Units => [.. Organisation.Tree().Where(u => u.Ended is null && ImprovementPlan.MayStart(Viewer, u.Id)).Select(u => new Choice(u.Slug, u.Name))];

    /// <summary>What the routine keeps out of the meeting.</summary>
    public string? KeptOut { get; private set; }

    public async Task OnGetAsync()
    {
        Input.Day = Today;
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        await desk.NoteMeetingAsync(Viewer, View.Unit.Slug, Input.Day ?? Today, Input.Text ?? "");
        Done = "Anteckningen är sparad.";
        return Redirect($"/forbattringar/mote?enhet={View.Unit.Slug}");
    }

    protected override async Task ShowAsync()
    {
        View = await desk.MeetingAsync(Viewer, Enhet, HttpContext.RequestAborted);
        Enhet = View.Unit.Slug;
        Cases = await CaseListModel.MakeAsync("Att gå igenom", View.Cases, Organisation, routines, Now);
        var routine = Organisation.RoutineAt(View.Unit.Id) is { } name ? await routines.NewestAsync(name, HttpContext.RequestAborted) : null;
        KeptOut = routine?.Learning.Meetings.SelectMany(m => m.KeptOut).Distinct().ToList() is { Count: > 0 } kept ? string.Join(" och ", kept) : null;
    }
}
