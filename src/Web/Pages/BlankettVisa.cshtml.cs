using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Web.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>A form or a poster as a page, to print from the browser: in every language, from right to left too (R-IN-08).</summary>
public sealed class BlankettVisaModel(SheetMaker maker, OrganisationBook book, TimeProvider clock) : SheetPage(maker, book, clock)
{
    public Sheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Place is not { } place) return NotFound();
        Sheet = (await PressAsync()).Of(place, Tongue, Kind);
        return Page();
    }
}
