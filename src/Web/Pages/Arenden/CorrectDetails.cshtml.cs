using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Puts the person's details right (GDPR article 16). What they are is shown first, which opens the vault and is written down.</summary>
public sealed class CorrectDetailsModel(CaseReading reading, CaseDesk desk, VaultDesk vault) : VerbPage(reading)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>The button that opens the details.</summary>
    [BindProperty(Name = "open")]
    public string? Open { get; set; }

    /// <summary>True when the details are on the screen, or were when somebody saved.</summary>
    public bool IsOpened => Request.Method == "POST" && !(Open is not null && ModelState.ErrorCount > 0);

    protected override bool MayAct() => Case.MayBeCorrectedBy(Viewer) && Case.VaultDisposedAt is null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        if (Open is not null)
        {
            var person = (await vault.OpenAsync(Viewer, Reference, "correct")).Complainant;
            await ShowAsync();
            ModelState.Clear();
            Input = new() { Name = person.Name, Phone = person.Phone, Email = person.Email, Address = person.Address, Protected = Case.IsProtected };
            return Page();
        }

        // A field that is empty on the page takes away what was there.
        await desk.CorrectDetailsAsync(Viewer, Reference, Seen, new(Input.Name ?? "", Input.Phone ?? "", Input.Email ?? "", Input.Address ?? "", Input.Protected));
        return BackToCase("Uppgifterna är rättade.");
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Name { get; set; }
        public string? Phone { get; set; }
        public string? Email { get; set; }
        public string? Address { get; set; }
        public bool Protected { get; set; }
    }
}
