using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Writes a template of the municipality's own.</summary>
public sealed class NyMallModel(TemplateDesk desk, RoutineBook routines) : MallPage(desk, routines)
{
    private readonly TemplateDesk desk = desk;

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        Input = new Answers { Use = "reply", Language = "sv" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Pressed == "granska") return await LookAsync();
        await desk.AddAsync(Viewer, Details);
        return Back("/organisation/mallar", "Mallen är sparad.");
    }
}
