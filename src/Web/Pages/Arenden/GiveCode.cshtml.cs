using Gava.Domain.Cases;
using Gava.Operations.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Vault;
using Gava.Web.Components;
using Gava.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>Gives the person a code to follow the case by; it is shown once, here (docs/decisions/0038-a-code-for-everybody.md).</summary>
public sealed class GiveCodeModel(CaseReading reading, CaseDesk desk, PublicAddress address) : VerbPage(reading)
{
    public static readonly IReadOnlyList<Choice> Ways =
    [
        new(CodeWay.ReadOut.Code(), "Jag läser upp den"),
        new(CodeWay.HandedOver.Code(), "Jag lämnar över den"),
        new(CodeWay.Letter.Code(), "I ett brev"),
    ];

    [BindProperty]
    public Answers Input { get; set; } = new();

    /// <summary>Names this giving, so that a double click gives one code and both answers show it.</summary>
    [BindProperty(Name = "giving")]
    public Guid? Giving { get; set; }

    public string? Code { get; private set; }

    /// <summary>Where the person writes the code, in their language.</summary>
    public string Address => CodeWords.AddressOf(address.Url, Tongue.Find(Case.Language));

    protected override bool MayAct() => Case.MayGiveCode(Viewer) && VaultDesk.MayOpen(Viewer, Case) && Case.VaultDisposedAt is null;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        // Shown anew it is a new giving: a double click has sent the same one twice before that.
        Giving = Guid.CreateVersion7();
        Input.Way ??= (Case.ReplyWay == Way.Letter ? CodeWay.Letter : Case.Channel == "visit" ? CodeWay.HandedOver : CodeWay.ReadOut).Code();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        CodeWay? way = Ways.Any(w => w.Value == Input.Way) ? Enum.Parse<CodeWay>(Input.Way!, ignoreCase: true) : null;
        Code = await desk.GiveCodeAsync(Viewer, Reference, Seen, way, Giving ?? Guid.CreateVersion7());
        await ShowAsync();
        return Page();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public string? Way { get; set; }
    }
}
