using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Opens the vault of the case for a reason of work, and logs it (R-REG-03, R-SEC-02).</summary>
public sealed class VaultModel(CaseReading reading, VaultDesk vault) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public OpenedVault? Opened { get; private set; }

    public IEnumerable<Choice> Reasons => VaultDesk.Reasons.Select(r => new Choice(r.Code, r.Label));

    protected override bool MayAct() => VaultDesk.MayOpen(Viewer, Case);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        Opened = await vault.OpenAsync(Viewer, Reference, Input.Reason ?? "", Input.More);
        await ShowAsync();
        return Page();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Reason { get; set; }
        public string? More { get; set; }
    }
}
