using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Forms;
using Gava.Web.Sheets;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Blanketter;

/// <summary>The numbered forms of a printing as one PDF.</summary>
public sealed class UtskriftPdfModel(FormDesk desk, SheetMaker maker, PdfSheetWriter writer) : StaffPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var printing = await desk.PrintingAsync(Viewer, Id, HttpContext.RequestAborted);
        if (Tongue.Find(printing.Language).Direction == "rtl") throw new NotFound();
        var press = await maker.OpenAsync(HttpContext.RequestAborted);
        Response.Headers.ContentDisposition = $"inline; filename=\"blanketter-{printing.Forms[0].Number}.pdf\"";
        return File(writer.Write(press.Numbered(printing), $"Blanketter, {printing.Place.Name}", printing.At), "application/pdf");
    }
}
