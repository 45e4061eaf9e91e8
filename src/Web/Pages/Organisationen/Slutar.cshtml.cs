using Gava.Operations.Cases;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Somebody leaves: what hangs on them, and who takes it (R-ESC-01).</summary>
public sealed class SlutarModel(EndingDesk desk) : PersonPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public IReadOnlyList<Hanging> Hanging { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        var moved = await desk.LeaveAsync(Viewer, UserName, TakerOf(Input.To));
        return Back(Address, moved switch
        {
            0 => $"{Person.Name} har slutat.",
            1 => $"{Person.Name} har slutat. Ett ärende har någon annan nu.",
            _ => $"{Person.Name} har slutat. {moved} ärenden har någon annan nu.",
        });
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (!Person.IsActive) throw new NotFound();
        Hanging = await desk.HangingOnAsync(Person.Id, HttpContext.RequestAborted);
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? To { get; set; }
    }
}
