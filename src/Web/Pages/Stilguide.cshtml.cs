using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gava.Web.Pages;

/// <summary>Every component in every state. <c>?visa=fel</c> shows the form refused, <c>?visa=publik</c> the public pages, <c>?dir=rtl</c> right to left.</summary>
public sealed class StilguideModel(IHostEnvironment environment, IConfiguration configuration) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Visa { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Dir { get; set; }

    public Sample Input { get; } = new()
    {
        Text = "Jag har ringt fyra gånger. Anna Berg kom för sent varje gång, och ingen hör av sig. Ni når mig på 070-174 06 05.",
        Kind = "complaint",
        ReceivedAt = new DateTime(2026, 4, 24, 14, 10, 0, DateTimeKind.Unspecified),
        Unit = "hemtjanst-norr",
        Topics = ["waiting"],
        Reply = "phone",
    };

    public IReadOnlyList<Choice> Kinds { get; } =
    [
        new("complaint", "Klagomål", "Missnöje som någon behöver svara på."),
        new("suggestion", "Förslag"),
        new("praise", "Beröm"),
        new("view", "Annan synpunkt"),
    ];

    public IReadOnlyList<Choice> Replies { get; } = [new("phone", "Telefon"), new("email", "E-post"), new("letter", "Brev"), new("none", "Inget svar")];

    public IReadOnlyList<Choice> Topics { get; } = [new("manner", "Bemötande"), new("waiting", "Väntetid"), new("access", "Tillgänglighet")];

    public IReadOnlyList<Choice> Units { get; } =
    [
        new("hemtjanst-norr", "Hemtjänst Norr", Group: "Äldre"),
        new("dagverksamhet", "Dagverksamheten Linden", Group: "Äldre"),
        new("socialpsykiatri", "Socialpsykiatri", Group: "Vuxna"),
    ];

    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment() && !configuration.GetValue<bool>("Gava:Demo"))
            return NotFound();

        if (Visa == "fel")
            Refuse();
        return Page();
    }

    private void Refuse()
    {
        Type(nameof(Sample.Text), "", "Skriv vad som har hänt.");
        Type(nameof(Sample.Kind), "", "Välj vad det är.");
        Type(nameof(Sample.ReceivedAt), "2027-01-01T10:00", "Dagen har inte varit än. Välj en tidigare.");
        Type(nameof(Sample.Unit), "", "Välj en enhet.");
        Type(nameof(Sample.Email), "amina@exempel", "Adressen ser inte hel ut. Så här kan den se ut: namn@exempel.se.");
        Type(nameof(Sample.Topics), "", "Välj minst ett ämne.");
        Type(nameof(Sample.Anonymous), "true", "Den som är anonym kan inte få svar med e-post.");
        ModelState.AddModelError("", "Ärendet är stängt. Öppna det igen innan du lämnar över det.");
    }

    private void Type(string field, string typed, string error)
    {
        var key = $"{nameof(Input)}.{field}";
        ModelState.SetModelValue(key, typed, typed);
        ModelState.AddModelError(key, error);
    }

    /// <summary>The answers of the sample form.</summary>
    public sealed class Sample
    {
        public string Text { get; set; } = "";
        public string Kind { get; set; } = "";
        public DateTime? ReceivedAt { get; set; }
        public string? Unit { get; set; }
        public string? Name { get; set; }
        public string? Email { get; set; }
        public string? Phone { get; set; }
        public IReadOnlyList<string> Topics { get; set; } = [];
        public string? Reply { get; set; }
        public bool Anonymous { get; set; }
        public DateOnly? From { get; set; }
    }
}
