using Gava.Operations.Forms;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Blanketter;

/// <summary>Numbered forms that were printed together: to open, to print again, and to see which have come back (R-IN-08).</summary>
public sealed class UtskriftModel(FormDesk desk) : StaffPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Printing Printing { get; private set; } = null!;

    public string Heading => Printing.Forms.Count == 1 ? "En blankett är klar att skriva ut" : $"{Printing.Forms.Count} blanketter är klara att skriva ut";

    public bool IsSetAsPdf => Tongue.Find(Printing.Language).Direction == "ltr";

    public IReadOnlyList<FormState> Used => [.. Printing.Forms.Where(f => f.Uses > 0)];

    public string When => $"De fick sina nummer {Swedish.Moment(Printing.At)} av {Organisation.NameOf(Printing.By)}.";

    public async Task OnGetAsync() => Printing = await desk.PrintingAsync(Viewer, Id, HttpContext.RequestAborted);
}
