using Gava.Domain.Routines;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Changes a template of the municipality's own, or takes it away.</summary>
public sealed class AndraMallModel(TemplateDesk desk, RoutineBook routines) : MallPage(desk, routines)
{
    private readonly TemplateDesk desk = desk;

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public OwnTemplate Template { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        Input = new Answers { Use = Template.Use, Kind = Template.Kind, Language = Template.Language, Regime = Template.Regime, Subject = Template.Subject, Text = Template.Text };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Pressed == "ta-bort")
        {
            await desk.RemoveAsync(Viewer, Id);
            return Back("/organisation/mallar", "Mallen är borttagen.");
        }

        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "granska") return await LookAsync();
        await desk.ChangeAsync(Viewer, Id, Details, SeenVersion);
        return Back("/organisation/mallar", "Mallen är sparad.");
    }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Template = await desk.FindAsync(Id, HttpContext.RequestAborted);
        if (Request.Method == "GET" || IsStale) SeenVersion = TemplateDesk.MarkOf(Template);
    }
}
