using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>The desk for what waits for categories: each with what it likely is, and why (R-LEARN-01).</summary>
public sealed class KategoriseraModel(CategoryDesk desk, CaseDesk cases) : StaffPage
{
    [BindProperty(Name = "arende")]
    public string? Reference { get; set; }

    /// <summary>Tree and code, with a slash between.</summary>
    [BindProperty(Name = "kategori")]
    public string? Category { get; set; }

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<UncategorisedCase> Waiting { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (!CaseReference.TryParse(Reference, out var reference) || (Category ?? "").Split('/', 2) is not [var tree, var code]) throw new RuleBroken("choice-unknown", "Välj en kategori.");
        await cases.CategoriseAsync(Viewer, reference, new Seen(null), tree, [code]);
        Done = $"{reference} har fått sin kategori.";
        return Redirect("/kategorisera");
    }

    protected override async Task ShowAsync() => Waiting = await desk.WaitingAsync(Viewer, HttpContext.RequestAborted);
}
