using Gava.Domain;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Registers;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Importera;

/// <summary>Choose the file with the old register (R-SYS-04).</summary>
public sealed class IndexModel(RegisterImport desk, ImportDrafts drafts) : StaffPage
{
    private const long LargestFile = 20 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Fil { get; set; }

    public string? FileFault => ModelState[nameof(Fil)]?.Errors.FirstOrDefault()?.ErrorMessage;

    public void OnGet() => MustImport();

    public async Task<IActionResult> OnPostAsync()
    {
        MustImport();
        if (Fil is not { Length: > 0 }) ModelState.AddModelError(nameof(Fil), "Välj en fil.");
        else if (Fil.Length > LargestFile) ModelState.AddModelError(nameof(Fil), "Filen är för stor. Den får ha högst 20 MB. Dela den, eller be den som sköter systemet att lägga in den.");
        if (!ModelState.IsValid) return await RefuseAsync();
        using var content = new MemoryStream();
        await Fil!.CopyToAsync(content, HttpContext.RequestAborted);
        var bytes = content.ToArray();
        var file = TableFile.Read(bytes);
        var guess = MapGuess.Of(file, $"Gammal lista, {Viewer.OwnUnit?.Name ?? Viewer.Person.Name}");
        // A list that has been taken in before is read as it was then.
        var known = (await desk.MapsAsync(HttpContext.RequestAborted)).FirstOrDefault(m => m.HeaderRow == guess.HeaderRow && m.Sheet == guess.Sheet && m.Columns.Select(c => c.Heading).SequenceEqual(guess.Columns.Select(c => c.Heading)));
        return Redirect($"/importera/{await drafts.KeepAsync(Viewer, bytes, known ?? guess)}");
    }

    protected override string FieldOf(RuleBroken broken) => nameof(Fil);

    private void MustImport()
    {
        if (!Viewer.MayImport) throw new NotFound();
    }
}
