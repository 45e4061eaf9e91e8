using Gava.Domain.People;
using Gava.Operations.People;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>Changes somewhere to turn, or takes it away.</summary>
public sealed class AndraMottagareModel(RecipientDesk desk) : ChangePage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    public RecipientAnswers Input { get; set; } = new();

    /// <summary>The button that was pressed: null is the main one.</summary>
    [BindProperty(Name = "do")]
    public string? Pressed { get; set; }

    public Recipient Recipient { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Pressed == "ta-bort")
        {
            await desk.RemoveAsync(Viewer, Id);
            return Back("/organisation/mottagare", $"{Recipient.Name} är borttagen.");
        }

        if (!ModelState.IsValid) return await RefuseAsync();
        await desk.ChangeAsync(Viewer, Id, Input.Details, SeenVersion);
        return Back("/organisation/mottagare", "Ändringarna är sparade.");
    }

    protected override async Task LoadAsync()
    {
        Recipient = await desk.FindAsync(Id, HttpContext.RequestAborted);
        Show(Administration.MarkOf(Recipient));
        if (IsFirst) Input = new RecipientAnswers { Name = Recipient.Name, WhatFor = Recipient.WhatFor, Phone = Recipient.Phone, Web = Recipient.Web, Position = Recipient.Position };
    }
}
