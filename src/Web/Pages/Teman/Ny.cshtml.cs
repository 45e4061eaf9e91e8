using Gava.Domain;
using Gava.Domain.Learning;
using Gava.Operations.Database;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Teman;

public sealed class ThemeAnswers
{
    public string? Title { get; set; }
    public string? Cases { get; set; }
    public string? Investigator { get; set; }
}

/// <summary>Gathers cases into a theme, from a proposal or by hand (R-LEARN-05).</summary>
public sealed class NyModel(ThemeDesk desk) : StaffPage
{
    [BindProperty]
    public ThemeAnswers Input { get; set; } = new();

    public IReadOnlyList<Choice> Investigators { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "arenden")] string? cases)
    {
        Input = new() { Cases = cases, Investigator = Viewer.Person.UserName };
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        return Redirect($"/teman/{await desk.StartAsync(Viewer, Input.Title ?? "", Split(Input.Cases), Input.Investigator ?? "")}");
    }

    public static IReadOnlyList<string> Split(string? typed) => [.. (typed ?? "").Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    protected override async Task ShowAsync()
    {
        if (!ImprovementPlan.MayStartSomewhere(Viewer, Organisation)) throw new NotFound();
        try
        {
            Investigators = [.. (await desk.InvestigatorsAsync(Split(Input.Cases), Viewer, HttpContext.RequestAborted)).Select(p => new Choice(p.UserName, p.Name, p.Title))];
        }
        catch (RuleBroken)
        {
            // A number that cannot be read is told when the form is sent.
        }

        if (Investigators.All(c => c.Value != Viewer.Person.UserName)) Investigators = [new(Viewer.Person.UserName, Viewer.Person.Name), .. Investigators];
    }
}
