using Gava.Domain;
using Gava.Domain.Learning;
using Gava.Operations.Learning;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Teman;

/// <summary>What recurs (R-LEARN-05): complaints that may be one thing, and what has been gathered.</summary>
public sealed class IndexModel(ThemeDesk desk) : StaffPage
{
    public const int MostShown = 4;

    [BindProperty(Name = "gor")]
    public string? Do { get; set; }

    [BindProperty(Name = "arenden")]
    public string? Cases { get; set; }

    [BindProperty(Name = "tema")]
    public long? ThemeId { get; set; }

    [TempData]
    public string? Done { get; set; }

    public ThemesView View { get; private set; } = null!;

    public bool MayStart => ImprovementPlan.MayStartSomewhere(Viewer, Organisation);

    public static string References(ThemeProposal proposal) => string.Join(' ', proposal.Cases.Select(c => c.Reference));

    public static string NewAddress(ThemeProposal proposal) => $"/teman/ny?arenden={Uri.EscapeDataString(References(proposal))}";

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        switch (Do)
        {
            case "nej":
                await desk.DismissAsync(Viewer, NyModel.Split(Cases));
                Done = "Tack. Vi föreslår det inte igen, om det inte kommer fler.";
                return Redirect("/teman");
            case "lagg-till":
                await desk.AddAsync(Viewer, ThemeId ?? 0, NyModel.Split(Cases));
                Done = "De är med i temat.";
                return Redirect($"/teman/{ThemeId}");
            default:
                throw new RuleBroken("choice-unknown", "Välj vad du vill göra.");
        }
    }

    protected override async Task ShowAsync()
    {
        View = await desk.AllAsync(Viewer, HttpContext.RequestAborted);
        if (!MayStart && View.Themes.Count == 0) throw new Operations.Database.NotFound();
    }
}
