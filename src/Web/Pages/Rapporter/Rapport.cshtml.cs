using Gava.Domain;
using Gava.Operations.Learning;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Rapporter;

/// <summary>One report as a page: every figure with its table, its picture and how it is worked out (R-LEARN-02).</summary>
public sealed class RapportModel(ReportDesk desk, ReportFiles files) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "enhet")]
    public string? Enhet { get; set; }

    [BindProperty(SupportsGet = true, Name = "ackumulerat")]
    public bool Ackumulerat { get; set; }

    /// <summary>Small groups hidden, as the board reads it.</summary>
    [BindProperty(SupportsGet = true, Name = "oppen")]
    public bool Oppen { get; set; }

    /// <summary>The forms to fetch it in: what they are called, and the end of their address.</summary>
    public static IReadOnlyList<(string Name, string Format)> Forms { get; } = [("Excel", "xlsx"), ("PDF", "pdf"), ("Word", "docx"), ("CSV", "csv")];

    public ReportView Report { get; private set; } = null!;

    public ReportContent Told { get; private set; } = null!;

    public IReadOnlyList<Choice> Units => PlaceChoices.Of(Organisation);

    /// <summary>True when the viewer may choose between whole and open figures.</summary>
    public bool IsInside => Organisation.Unit(Report.Unit.Slug) is { } unit && Viewer.SeesThePlace(unit.Id);

    /// <summary>True when the viewer may write and sign a report about the place.</summary>
    public bool MayCompile => !Oppen && Organisation.Unit(Report.Unit.Slug) is { } unit && Domain.Learning.CompiledReport.MayBeCompiledBy(Viewer, unit.Id);

    public async Task<IActionResult> OnGetAsync(string period, string? format = null)
    {
        try
        {
            Report = await desk.ReadAsync(Viewer, period, Enhet, Ackumulerat, Oppen, HttpContext.RequestAborted);
        }
        catch (RuleBroken broken) when (broken.Code is "period-unknown" or "unit-unknown")
        {
            return NotFound();
        }
        catch (RuleBroken broken) when (broken.Code == "period-not-open")
        {
            return Refused(broken.Message);
        }

        Enhet = Report.Unit.Slug;
        Told = new(Report, Today);
        if (format is null or "") return Page();
        if (Forms.All(f => f.Format != format)) return Refused("Rapporten finns att hämta som Excel (format=xlsx), PDF (pdf), Word (docx) och CSV (csv).");
        var file = await files.WriteAsync(Report, format, HttpContext.RequestAborted);
        return File(file.Content, file.ContentType, file.Name);
    }

    public string Link(Domain.Routines.Period? period = null, bool? isAccumulated = null, bool? isOpen = null, string? format = null, string? unit = null)
    {
        var address = $"/rapporter/{(period ?? Report.Span.Period).Name}?enhet={unit ?? Report.Unit.Slug}";
        if (isAccumulated ?? Ackumulerat) address += "&ackumulerat=true";
        if (isOpen ?? Oppen) address += "&oppen=true";
        return format is null ? address : $"{address}&format={format}";
    }

    private IActionResult Refused(string why)
    {
        Report = null!;
        ModelState.AddModelError("", why);
        Response.StatusCode = 400;
        return Page();
    }
}
