using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>Disposal (gallring): what the routines say, what the boards have decided, what is due; carried out by the registrar.</summary>
public sealed class GallringModel(DisposalDesk desk) : StaffPage
{
    private const int NewestLines = 20;

    public IReadOnlyList<DisposalPlan> Plans { get; private set; } = [];

    public IReadOnlyList<DisposedLine> Protocol { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public static string PartWord(string part) => part switch
    {
        "attachments" => "Bilagor",
        "drafts" => "Utkast",
        _ => "Personuppgifter och allt annat i valvet",
    };

    /// <summary>"2 år" rather than "24 månader".</summary>
    public static string Kept(Length keep) => keep is { Unit: TimeUnit.Months } && keep.Amount % 12 == 0 ? $"{keep.Amount / 12} år" : $"{keep}";

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? routine, string? part, bool sure)
    {
        if (!DisposalDesk.MayDispose(Viewer)) throw new NotFound();
        if (!sure)
        {
            ModelState.AddModelError("", "Kryssa i att du har läst beslutet. Det som gallras går inte att få tillbaka.");
            return await RefuseAsync();
        }

        var count = await desk.CarryOutAsync(Viewer, routine ?? "", part ?? "", HttpContext.RequestAborted);
        Done = count switch { 0 => "Inget fanns att gallra.", 1 => "Ett ärende är gallrat. Det står i protokollet.", _ => $"{count} ärenden är gallrade. Det står i protokollet." };
        return Redirect("/gallring");
    }

    protected override async Task ShowAsync()
    {
        Plans = await desk.PlansAsync(Viewer, HttpContext.RequestAborted);
        Protocol = await desk.ProtocolAsync(Viewer, NewestLines, HttpContext.RequestAborted);
    }
}

/// <summary>The protocol as a file, to be kept with the decisions (law.md SR-10.6).</summary>
public sealed class ProtokollModel(DisposalDesk desk) : StaffPage
{
    private const int AllLines = 1_000_000;

    public async Task<IActionResult> OnGetAsync()
    {
        var lines = await desk.ProtocolAsync(Viewer, AllLines, HttpContext.RequestAborted);
        return File(CsvWriter.Write(["moment", "reference", "part", "decision", "by"], lines.Select(l => new object?[]
        {
            StockholmTime.WithOffset(l.At).ToString("O", CultureInfo.InvariantCulture), l.Reference, l.Part, l.Decision, Organisation.NameOf(l.By),
        })), "text/csv; charset=utf-8", "gallringsprotokoll.csv");
    }
}
