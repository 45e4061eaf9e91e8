using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Web.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>
/// A form or a poster as PDF, for anybody (R-IN-08). It has no number. Arabic cannot be set in a PDF, so it is a page to print instead.
/// </summary>
public sealed class BlankettModel(SheetMaker maker, PdfSheetWriter writer, OrganisationBook book, TimeProvider clock) : SheetPage(maker, book, clock)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (Place is not { } place) return NotFound();
        if (Tongue.Direction == "rtl") return Redirect(At(place, "/blankett/visa"));
        var press = await PressAsync();
        var sheet = press.Of(place, Tongue, Kind);
        Response.Headers.ContentDisposition = $"inline; filename=\"{KindCode}-{place.Slug}-{Tongue.Code}.pdf\"";
        return File(writer.Write([sheet], $"{sheet.Heading}, {place.Name}", Now), "application/pdf");
    }
}
