using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Ends a role, and asks who takes over when somebody is left without a right to what they answer for.</summary>
public sealed class AvslutaRollModel(EndingDesk desk) : PersonPage
{
    [FromRoute(Name = "role")]
    public Guid RoleId { get; set; }

    [BindProperty]
    public Answers Input { get; set; } = new();

    public RoleAtPlace Role { get; private set; } = null!;

    public Unit Place => Organisation.Unit(Role.UnitId)!;

    public IReadOnlyList<Hanging> Hanging { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        if (Input.Until is not { } last)
        {
            ModelState.AddModelError("Input.Until", "Skriv rollens sista dag.");
            return await RefuseAsync();
        }

        var moved = await desk.EndRoleAsync(Viewer, UserName, RoleId, last, TakerOf(Input.To));
        return Back(Address, moved == 0 ? "Rollen har fått sin sista dag." : $"Rollen har fått sin sista dag. {moved} ärenden har någon annan nu.");
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Role = Organisation.RolesOf(Person.Id).FirstOrDefault(r => r.Id == RoleId) ?? throw new NotFound();
        Hanging = await desk.HangingOnAsync(Person.Id, HttpContext.RequestAborted);
        if (IsFirst) Input = new Answers { Until = Role.Until ?? Today };
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public DateOnly? Until { get; set; }
        public string? To { get; set; }
    }
}
