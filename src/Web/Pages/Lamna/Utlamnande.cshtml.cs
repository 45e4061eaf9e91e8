using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Disclosure;
using Gava.Operations.Database;
using Gava.Operations.Disclosure;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Lamna;

/// <summary>Requests for public documents: those that wait, with how long, and those that are decided.</summary>
public sealed class UtlamnandeModel(DisclosureDesk desk) : StaffPage
{
    private const int LongestShown = 140;

    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<DisclosureRow> Waiting { get; private set; } = [];

    public IReadOnlyList<DisclosureRow> Decided { get; private set; } = [];

    public static string Short(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown].TrimEnd()} …";

    public async Task OnGetAsync()
    {
        var all = await desk.ListAsync(Viewer, HttpContext.RequestAborted);
        Waiting = [.. all.Where(r => r.Request.DecidedAt is null)];
        Decided = [.. all.Where(r => r.Request.DecidedAt is not null)];
    }
}

/// <summary>Registers a request. There is no field for who asks, or why (TF 2:18).</summary>
public sealed class NyBegaranModel(DisclosureDesk desk) : StaffPage
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    [TempData]
    public string? Done { get; set; }

    public void OnGet()
    {
        MustDisclose();
        Input = new Answers { ReceivedAt = StockholmTime.ToLocal(Now), Channel = DisclosureChannel.Email.Code() };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        MustDisclose();
        if (Input.ReceivedAt is null && ModelState.GetFieldValidationState("Input.ReceivedAt") != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) ModelState.AddModelError("Input.ReceivedAt", "Skriv när begäran kom in.");
        var channel = Enum.GetValues<DisclosureChannel>().Where(c => c.Code() == Input.Channel).Select(c => (DisclosureChannel?)c).FirstOrDefault();
        if (channel is null) ModelState.AddModelError("Input.Channel", "Välj hur begäran kom in.");
        if (!ModelState.IsValid) return await RefuseAsync();
        var id = await desk.RegisterAsync(Viewer, StockholmTime.ToUtc(Input.ReceivedAt!.Value), channel!.Value, Input.Wanted ?? "");
        Done = "Begäran är registrerad. Välj nu handlingarna.";
        return Redirect($"/utlamnande/{id}");
    }

    private void MustDisclose()
    {
        if (!DisclosureDesk.MayDisclose(Viewer)) throw new NotFound();
    }

    /// <summary>What is typed on the page.</summary>
    public sealed class Answers
    {
        public DateTime? ReceivedAt { get; set; }
        public string? Channel { get; set; }
        public string? Wanted { get; set; }
    }
}

/// <summary>A page about one request.</summary>
public abstract class RequestPage(DisclosureDesk desk) : StaffPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [TempData]
    public string? Done { get; set; }

    public DisclosureView View { get; private set; } = null!;

    protected DisclosureDesk Desk => desk;

    protected override async Task ShowAsync() => View = await desk.OpenAsync(Viewer, Id, HttpContext.RequestAborted);

    protected IActionResult BackToRequest(string? done = null)
    {
        if (done is not null) Done = done;
        return Redirect($"/utlamnande/{Id}");
    }
}

/// <summary>A request, its documents, and the decision.</summary>
public sealed class BegaranModel(DisclosureDesk desk) : RequestPage(desk)
{
    [BindProperty]
    public Answers Input { get; set; } = new();

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = Enum.GetValues<DisclosureOutcome>().Where(o => o.Code() == Input.Outcome).Select(o => (DisclosureOutcome?)o).FirstOrDefault();
        await Desk.DecideAsync(Viewer, Id, outcome, Input.Reason ?? "");
        return BackToRequest("Begäran är avgjord. Hämta kopian och lämna ut den.");
    }

    /// <summary>What is chosen and typed on the page.</summary>
    public sealed class Answers
    {
        public string? Outcome { get; set; }
        public string? Reason { get; set; }
    }
}

/// <summary>Picks documents of a case.</summary>
public sealed class ValjModel(DisclosureDesk desk) : RequestPage(desk)
{
    [BindProperty(SupportsGet = true, Name = "arende")]
    public string? Arende { get; set; }

    [BindProperty(Name = "parts")]
    public List<string> Parts { get; set; } = [];

    public IReadOnlyList<PickableDocument> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        if (!ModelState.IsValid) Response.StatusCode = 400;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Desk.PickAsync(Viewer, Id, CaseReference.TryParse(Arende, out var reference) ? reference : default, Parts);
        return BackToRequest("Handlingarna är valda. Gå igenom dem en i taget.");
    }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (string.IsNullOrWhiteSpace(Arende)) return;
        try
        {
            Documents = await Desk.PickableAsync(Viewer, CaseReference.TryParse(Arende, out var reference) ? reference : default, HttpContext.RequestAborted);
        }
        catch (RuleBroken broken)
        {
            if (ModelState.IsValid) ModelState.AddModelError("arende", broken.Message);
        }
    }

    protected override string FieldOf(RuleBroken broken) => broken.Field switch { "reference" => "arende", "parts" => "parts", _ => "" };
}

/// <summary>A stretch that can be masked.</summary>
/// <param name="Key">Its start and length, "12-5".</param>
public sealed record MaskCandidate(string Key, string Text, string Why, bool IsChosen, string? Ground);

/// <summary>A document on the table, with what is or could be masked in it.</summary>
public sealed record MaskingSheet(long RequestId, int Number, CaseReference Reference, int? Attachment, string? Text, IReadOnlyList<(string Text, bool IsMask)> Pieces, IReadOnlyList<MaskCandidate> Candidates, MaskAnswers Input)
{
    /// <param name="typed">What was typed when the page comes back; null when the document is opened.</param>
    public static MaskingSheet Of(long requestId, OpenedDocument opened, MaskAnswers? typed, IReadOnlyCollection<string> chosen, Func<string, string?> groundOf)
    {
        var (document, text) = (opened.Picked.Document, opened.Text ?? "");
        // What was kept, and what Gåva finds beside it.
        List<(int Start, int Length, string Why, string? Ground, bool IsKept)> all =
        [
            .. document.Masks.Select(m => (m.Start, m.Length, "Sparat", (string?)m.Ground, true)),
            .. opened.Findings.Where(f => document.Masks.All(m => m.End <= f.Start || m.Start >= f.End)).Select(f => (f.Start, f.Length, $"{Domain.Privacy.PersonalDataTypes.Label(f.Type)}: {f.Why}", (string?)null, false)),
        ];
        all.Sort((a, b) => a.Start.CompareTo(b.Start));
        List<(string, bool)> pieces = [];
        List<MaskCandidate> candidates = [];
        var at = 0;
        foreach (var one in all)
        {
            if (one.Start > at) pieces.Add((text[at..one.Start], false));
            pieces.Add((text.Substring(one.Start, one.Length), true));
            at = one.Start + one.Length;
            var key = string.Create(CultureInfo.InvariantCulture, $"{one.Start}-{one.Length}");
            candidates.Add(new(key, text.Substring(one.Start, one.Length), one.Why, typed is null ? one.IsKept || document.ReviewedAt is null : chosen.Contains(key), typed is null ? one.Ground : groundOf(key)));
        }

        if (at < text.Length) pieces.Add((text[at..], false));
        return new(requestId, document.Number, opened.Picked.Reference, document.Attachment, opened.Text, pieces, candidates, typed ?? new() { Ground = opened.Ground?.Code, WithheldBy = document.WithheldBy });
    }
}

/// <summary>What is typed about a document as a whole.</summary>
public sealed class MaskAnswers
{
    public string? Ground { get; set; }
    public string? AlsoMask { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? AlsoGround { get; set; }
    public string? WithheldBy { get; set; }
}

/// <summary>A page about one document of a request.</summary>
public abstract class DocumentPage(DisclosureDesk desk) : RequestPage(desk)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    public PickedDocument Picked { get; private set; } = null!;

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        Picked = View.Documents.FirstOrDefault(d => d.Document.Number == Number) ?? throw new NotFound();
    }
}

/// <summary>Opens a document to go through it. Only by POST, since it opens the vault.</summary>
public sealed class HandlingModel(DisclosureDesk desk) : DocumentPage(desk)
{
    public MaskingSheet? Sheet { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task OnPostAsync()
    {
        Sheet = MaskingSheet.Of(Id, await Desk.OpenDocumentAsync(Viewer, Id, Number), null, [], _ => null);
        await ShowAsync();
    }
}

/// <summary>Keeps what was marked in a document.</summary>
public sealed class MaskeraModel(DisclosureDesk desk) : DocumentPage(desk)
{
    [BindProperty]
    public MaskAnswers Input { get; set; } = new();

    [BindProperty(Name = "mask")]
    public List<string> Chosen { get; set; } = [];

    public MaskingSheet? Sheet { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Redirect($"/utlamnande/{Id}/handling/{Number}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var also = string.IsNullOrEmpty(Input.AlsoGround) ? Input.Ground : Input.AlsoGround;
        var words = (Input.AlsoMask ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (from, to) = ((Input.From ?? "").Trim(), (Input.To ?? "").Trim());
        await Desk.ReviewAsync(Viewer, Id, Number, new(
            [.. Chosen.Select(Read)], [.. words.Select(w => (w, also ?? ""))], from.Length + to.Length == 0 ? [] : [(from, to, also ?? "")], string.IsNullOrEmpty(Input.WithheldBy) ? null : Input.WithheldBy));
        return BackToRequest($"Handling {Number} är genomgången.");
    }

    // Again after a refusal: the document is opened once more, and that is logged.
    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        if (Request.Method == "POST") Sheet = MaskingSheet.Of(Id, await Desk.OpenDocumentAsync(Viewer, Id, Number), Input, Chosen, key => Request.Form[$"ground-{key}"].ToString());
    }

    protected override string FieldOf(RuleBroken broken) => broken.Field switch { "ground" => "Input.Ground", "alsoMask" => "Input.AlsoMask", "from" => "Input.From", _ => "" };

    private DisclosureMask Read(string key)
    {
        var ground = Request.Form[$"ground-{key}"].ToString();
        // What cannot be read is no place in any text, and is refused as that.
        return key.Split('-') is [var start, var length] && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? new(from, size, ground.Length > 0 ? ground : Input.Ground ?? "") : new(-1, 0, SecrecyGrounds.All[0].Code);
    }
}

/// <summary>Takes a document that was picked by mistake out of the request.</summary>
public sealed class TaBortModel(DisclosureDesk desk) : DocumentPage(desk)
{
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return Redirect($"/utlamnande/{Id}/handling/{Number}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Desk.DropAsync(Viewer, Id, Number);
        return BackToRequest("Handlingen är borttagen ur begäran.");
    }
}

/// <summary>The copy. Only by POST, since it opens the vault.</summary>
public sealed class KopiaModel(DisclosureDesk desk) : RequestPage(desk)
{
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        return BackToRequest();
    }

    public async Task<IActionResult> OnPostAsync() => File(await Desk.CopyAsync(Viewer, Id), "application/pdf", string.Create(CultureInfo.InvariantCulture, $"begaran-{Id}.pdf"));
}
