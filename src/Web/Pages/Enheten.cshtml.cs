using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Documents;
using Gava.Operations.Routines;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages;

/// <summary>The unit manager's desk: what nobody has taken, what is late, who has how much, who wants support (R-FLOW-16).</summary>
public sealed class EnhetenModel(Desks desks, RecurringDesk recurring, RoutineBook routines) : DeskPage(routines)
{
    public IReadOnlyList<SupportWish> Support { get; private set; } = [];

    public IReadOnlyList<PersonStanding> People { get; private set; } = [];

    public IReadOnlyList<UnitStanding> Units { get; private set; } = [];

    public string Title => UnitsLabel;

    public bool IsCalm => Heaps.Count == 0 && Support.Count == 0 && People.Count == 0;

    public string Lead => People.Sum(p => p.Late) switch
    {
        0 => "Inget är försenat just nu.",
        1 => "Ett ärende är försenat.",
        var late => $"{late} ärenden är försenade.",
    };

    public async Task<IActionResult> OnGetAsync()
    {
        MustBe(Viewer.Roles.Any(r => r.Role.IsLine()));
        var desk = await desks.ForManagerAsync(Viewer, HttpContext.RequestAborted);
        Recurring = await recurring.WaitingAsync(Viewer, HttpContext.RequestAborted);
        (Support, People, Units) = (desk.Support, desk.People, desk.Units);
        await AddAsync("Ingen har tagit det än", desk.Waiting);
        await AddAsync("Den som ansvarar arbetar inte här nu", desk.Left, "Lämna över till någon som kan, så att inget blir liggande.");
        await AddAsync("Försenat", desk.Late, more: "/arenden?status=open&sort=due");
        return Show(new PageTable("personer", "Vem som har vad", [new("Ansvarar", Width: 30), new("Öppna", ColumnKind.Whole), new("Försenade", ColumnKind.Whole), new("Arbetar här nu")],
            [.. People.Select(p => (object?[])[p.Person.Name, p.Open, p.Late, p.IsHere ? "ja" : "nej"])]), UnitTable(Units));
    }
}
