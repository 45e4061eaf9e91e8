using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The code that was just given, as a letter. Only by POST: the code is never in an address.</summary>
public sealed class CodeLetterModel(CaseReading reading, LetterDesk letters, PublicAddress address) : CasePage(reading)
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    public IActionResult OnGet() => Redirect($"/arenden/{Reference}");

    public Task<IActionResult> OnPostAsync() => FileAsync(async () =>
    {
        await ShowAsync();
        var pdf = await letters.PrintCodeAsync(Viewer, Reference, Code ?? "", CodeWords.In(Case.Language, Reference, Code ?? "", address.Url, Today));
        return File(pdf, "application/pdf", $"kod-{Reference}.pdf");
    });
}
