using Gava.Domain.Cases;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Sets the categories of every tree of the routine that the viewer may set (R-LEARN-01).</summary>
public sealed class CategoriseModel(CaseReading reading, CaseDesk desk, CategoryDesk categories) : VerbPage(reading)
{
    [BindProperty(Name = "category")]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<CategoryTree> Trees => [.. View.Routine.Categories.Where(MaySet)];

    /// <summary>What it likely is, from the text and from earlier cases.</summary>
    public IReadOnlyList<CategoryHint> Hints { get; private set; } = [];

    protected override bool MayAct() => Trees.Count > 0;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Hints = await categories.HintsAsync(Viewer, Case, Trees, HttpContext.RequestAborted);
        if (Request.Method == "GET") Chosen = [.. Case.Categories.Select(c => $"{c.Tree}/{Trees.FirstOrDefault(t => t.Code == c.Tree)?.All.FirstOrDefault(k => k.Formerly.Contains(c.Code))?.Code ?? c.Code}")];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Chosen.Count == 0) ModelState.AddModelError("", "Välj minst en kategori.");
        if (!ModelState.IsValid) return await RefuseAsync();
        var trees = Chosen.Select(key => key.Split('/', 2)).GroupBy(parts => parts[0], parts => parts[^1]);
        await desk.CategoriseAsync(Viewer, Reference, Seen, [.. trees.Select(tree => (tree.Key, (IReadOnlyList<string>)[.. tree]))]);
        return BackToCase("Kategorierna är sparade.");
    }

    public string Key(CategoryTree tree, Category category) => $"{tree.Code}/{category.Code}";

    public string IdOf(CategoryTree tree, Category category) => $"category-{tree.Code}-{category.Code}";

    public bool IsChosen(CategoryTree tree, Category category) => Chosen.Contains(Key(tree, category));

    /// <summary>Every category in the order in which people read a tree, and how deep it stands.</summary>
    public IEnumerable<(Category Category, int Depth)> Flat(CategoryTree tree) => tree.Categories.SelectMany(c => Flat(c, 0));

    private static IEnumerable<(Category, int)> Flat(Category category, int depth) => [(category, depth), .. category.Children.SelectMany(c => Flat(c, depth + 1))];

    private bool MaySet(CategoryTree tree) => tree.SetBy is { } role ? Viewer.Is(role) : Case.MayBeHandledBy(Viewer);
}
