using Gava.Domain;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Teman;

/// <summary>What is typed on a theme; which form it was, <see cref="Do"/> says.</summary>
public sealed class ThemeWork
{
    public string? Do { get; set; }
    public string? Finding { get; set; }
    public string? Cases { get; set; }
    public string? Investigator { get; set; }
}

/// <summary>One theme: what was found, and its cases (R-LEARN-05).</summary>
public sealed class TemaModel(ThemeDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "tema")]
    public long Id { get; set; }

    [BindProperty]
    public ThemeWork Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public ThemeView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Investigators => [.. View.Investigators.Select(p => new Choice(p.UserName, p.Name, p.Title))];

    protected override string StaleSentence => "Någon annan har ändrat temat sedan du öppnade sidan. Det du skrev finns kvar här. Läs det nya, och spara sedan igen.";

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        Done = await WorkAsync();
        return Redirect($"/teman/{Id}");
    }

    protected override async Task ShowAsync()
    {
        View = await desk.OpenAsync(Viewer, Id, HttpContext.RequestAborted);
        if (Input.Do != "tell") Input.Finding = View.Theme.Finding;
        if (Input.Do == "remove") Input.Cases = null;
    }

    private async Task<string> WorkAsync()
    {
        var cases = NyModel.Split(Request.Form["Input.Cases"]);
        switch (Input.Do)
        {
            case "tell":
                await desk.TellAsync(Viewer, Id, Input.Finding ?? "");
                return "Sparat. De som svarar i ärendena ser det nu.";
            case "add":
                await desk.AddAsync(Viewer, Id, cases);
                return "De är med i temat.";
            case "remove":
                await desk.RemoveAsync(Viewer, Id, cases.Count == 1 ? cases[0] : "");
                return "Ärendet är inte med i temat längre.";
            case "give":
                await desk.GiveAsync(Viewer, Id, Input.Investigator ?? "");
                return "Sparat. Temat står på den personens sida Att göra.";
            default:
                throw new RuleBroken("choice-unknown", "Välj vad du vill göra.");
        }
    }
}
