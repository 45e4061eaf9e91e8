using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>The complaints manager's desk (S3): what came in, what is to be done with it, who is late.</summary>
public sealed class OversiktModel(Desks desks, RecurringDesk recurring, RoutineBook routines) : DeskPage(routines)
{
    public IReadOnlyList<UnitStanding> Units { get; private set; } = [];

    public string Lead { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        MustBe(Viewer.Is(Role.ComplaintsManager));
        var desk = await desks.ForComplaintsManagerAsync(Viewer, HttpContext.RequestAborted);
        Recurring = await recurring.WaitingAsync(Viewer, HttpContext.RequestAborted);
        Units = desk.Units;
        Lead = desk.Late.Total == 0 ? "Inget är försenat just nu." : desk.Late.Total == 1 ? "Ett ärende är försenat." : $"{(desk.Late.Total >= Desks.MostCounted ? $"Minst {Desks.MostCounted}" : $"{desk.Late.Total}")} ärenden är försenade.";
        await AddAsync("Bekräfta att det har kommit", desk.ToAcknowledge, "Du bekräftar innan enheten får ärendet.");
        await AddAsync("Lämna till registratorn", desk.ToForward, "Tiden för svaret räknas från diarieföringen.");
        await AddAsync("Försenat", desk.Late, more: "/arenden?status=open&sort=due");
        await AddAsync("Sätt kategorier", desk.ToCategorise, "Utan kategori syns det inte i sammanställningen.", "/kategorisera");
        await AddAsync("Väntar på att enheten berättar hur det behandlats", desk.ToReport);
        await AddAsync("Nytt den här veckan", desk.New, more: "/arenden?sort=received");
        return Show(UnitTable(Units));
    }
}
