using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.Disclosure;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Lamna;

/// <summary>Cases that may be the person's, and what was ticked and chosen.</summary>
/// <param name="Kinds">What the routines call the kinds, by code.</param>
public sealed record FoundCases(
    IReadOnlyList<ExtractCandidate> Cases, IReadOnlyDictionary<string, string> Kinds, Organisation Organisation, DateOnly Today, IReadOnlyCollection<string> Ticked, string? Identity);

/// <summary>A page about what Gåva keeps about somebody.</summary>
public abstract class ExtractPage(RoutineBook routines) : StaffPage
{
    public IReadOnlyDictionary<string, string> Kinds { get; private set; } = new Dictionary<string, string>();

    public bool MayExtractStaff => ExtractDesk.MayExtractStaff(Viewer);

    protected void MustExtract()
    {
        if (!ExtractDesk.MayExtract(Viewer)) throw new NotFound();
    }

    protected async Task KnowKindsAsync() =>
        Kinds = (await routines.AllAsync()).SelectMany(r => r.Kinds).DistinctBy(k => k.Code).ToDictionary(k => k.Code, k => k.Label);
}

/// <summary>Registerutdrag: finds the person's cases. What is typed is sent in the form's body and never stands in an address.</summary>
public sealed class RegisterutdragModel(ExtractDesk desk, RoutineBook routines) : ExtractPage(routines)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Null until somebody has looked.</summary>
    public IReadOnlyList<ExtractCandidate>? Found { get; private set; }

    public void OnGet() => MustExtract();

    public async Task<IActionResult> OnPostAsync()
    {
        MustExtract();
        if (!ModelState.IsValid) return await RefuseAsync();
        Found = await desk.FindAsync(Viewer, (Input.Said ?? "").Split('\n'));
        await KnowKindsAsync();
        return Page();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Said { get; set; }
    }
}

/// <summary>Makes the package of what was ticked. Only by POST, since it opens the vault.</summary>
public sealed class PaketModel(ExtractDesk desk, RoutineBook routines) : ExtractPage(routines)
{
    /// <summary>Every case that was shown, and those of them that are the person's.</summary>
    [BindProperty(Name = "listed")]
    public List<string> Listed { get; set; } = [];

    [BindProperty(Name = "cases")]
    public List<string> Ticked { get; set; } = [];

    [BindProperty(Name = "identity")]
    public string? Identity { get; set; }

    public IReadOnlyList<ExtractCandidate> Candidates { get; private set; } = [];

    public IActionResult OnGet()
    {
        MustExtract();
        return Redirect("/registerutdrag");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        MustExtract();
        var package = await desk.MakeAsync(Viewer, Read(Ticked), Identity ?? "", Swedish.Title);
        return File(package, "application/zip", "registerutdrag.zip");
    }

    protected override async Task ShowAsync()
    {
        Candidates = await desk.ListAsync(Viewer, Read(Listed.Concat(Ticked)), HttpContext.RequestAborted);
        await KnowKindsAsync();
    }

    protected override string FieldOf(Domain.RuleBroken broken) => broken.Field is "cases" or "identity" ? broken.Field : base.FieldOf(broken);

    // What cannot be read as a number names no case, and is told of as that.
    private static List<CaseReference> Read(IEnumerable<string> references) =>
        [.. references.Take(500).Select(r => CaseReference.TryParse(r, out var known) ? known : default).Distinct()];
}

/// <summary>What Gåva keeps about a member of staff as its user.</summary>
public sealed class MedarbetareModel(ExtractDesk desk) : StaffPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IEnumerable<Choice> People => Organisation.People.Where(p => !p.IsService).OrderBy(p => p.Name, StringComparer.Create(new("sv-SE"), true)).Select(p => new Choice(p.UserName, $"{p.Name}, {p.UserName}"));

    public void OnGet() => MustExtract();

    public async Task<IActionResult> OnPostAsync()
    {
        MustExtract();
        return File(await desk.MakeOfStaffAsync(Viewer, Input.Person ?? ""), "application/zip", "registerutdrag.zip");
    }

    private void MustExtract()
    {
        if (!ExtractDesk.MayExtractStaff(Viewer)) throw new NotFound();
    }

    /// <summary>What is chosen on the page.</summary>
    public sealed class Answers
    {
        public string? Person { get; set; }
    }
}
