using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>A journal line as a letter, ready to print. Only by POST, since it opens the vault.</summary>
public sealed class LetterModel(CaseReading reading, LetterDesk letters) : CasePage(reading)
{
    public IActionResult OnGet() => Redirect($"/arenden/{Reference}");

    public Task<IActionResult> OnPostAsync(int number) => FileAsync(async () =>
    {
        var pdf = await letters.PrintAsync(Viewer, Reference, number);
        // The name is the reference's: a file name ends up in download lists.
        return File(pdf, "application/pdf", $"brev-{Reference}-{number}.pdf");
    });
}
