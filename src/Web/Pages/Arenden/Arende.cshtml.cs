using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Pages.Arenden;

/// <summary>One case: what was said, what has happened, what can be done, and when it must be.</summary>
public sealed class ArendeModel(CaseReading reading, Databases databases) : CasePage(reading)
{
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    public IReadOnlyList<CaseClock> Clocks => [.. Case.Clocks.Where(c => !c.IsGone).OrderBy(c => c.DueAt)];

    public IReadOnlyList<Callback> OpenCallbacks => [.. Case.Callbacks.Where(c => c.KeptAt is null).OrderBy(c => c.DueAt)];

    public bool MayOpenVault => VaultDesk.MayOpen(Viewer, Case);

    /// <summary>What this viewer can do now, the nearest first.</summary>
    public IReadOnlyList<(string Address, string Label)> Actions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        await using var database = databases.For(Viewer);
        Attachments = await database.Attachments.Where(a => a.CaseId == Case.Id).OrderBy(a => a.Number).ToListAsync(HttpContext.RequestAborted);
        Actions = [.. Possible()];
        return Page();
    }

    /// <summary>When it happened; for a promise, when it was given.</summary>
    public DateTime WhenOf(Event line) => line.HappenedAt is { } then && then < line.At ? then : line.At;

    public string ResponsibleName() => Case.ResponsibleId is { } id ? Organisation.NameOf(id) : "ingen än";

    public string OfferSentence(Offer offer) => offer.PersonId is { } person
        ? $"Väntar på {Organisation.NameOf(person)}, {Organisation.Unit(offer.UnitId)?.Name}"
        : $"Väntar på {Organisation.Unit(offer.UnitId)?.Name}";

    public string SizeOf(Attachment file) => file.Size < 1024 * 1024
        ? $"{Math.Max(1, file.Size / 1024)} kB"
        : string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{file.Size / 1024.0 / 1024.0:0.0} MB");

    private IEnumerable<(string, string)> Possible()
    {
        if (Case.MayBeHandledBy(Viewer))
        {
            if (Case.IsOpen)
            {
                yield return ("aterkoppla", "Ge återkoppling");
                yield return ("atgard", "Registrera en åtgärd");
                yield return ("kontakt", "Anteckna kontakt");
                if (Case.Offer is null) yield return ("lamna-over", "Lämna över");
                if (Case.Clocks.Any(c => c.Runs && View.Routine.Clock(c.Name)?.DelayNotice == true)) yield return ("forsening", "Berätta om försening");
                yield return ("svara", "Svara");
                yield return ("lova-ringa", "Lova att höra av dig");
                yield return ("sort", "Ändra sort");
                yield return ("avsluta", "Avsluta");
            }
            else
            {
                yield return ("oppna-igen", "Öppna igen");
            }
        }

        if (!Viewer.Person.IsService) yield return ("anteckna", "Skriv en anteckning");
    }
}
