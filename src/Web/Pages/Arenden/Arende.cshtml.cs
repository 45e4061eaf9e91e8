using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Forms;
using Gava.Domain.History;
using Gava.Domain.Learning;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Forms;
using Gava.Operations.Learning;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>One case: what was said, what has happened, what can be done, and when it must be.</summary>
public sealed class ArendeModel(CaseReading reading, SimilarCases similar, SameSender senders, FormDesk forms, ThemeDesk themes) : CasePage(reading)
{
    /// <summary>True right after it was registered, while the person may still be there.</summary>
    [TempData]
    public bool IsNew { get; set; }

    /// <summary>How a code goes to somebody who is on the phone or stands here; null for the rest.</summary>
    public CodeWay? CodeNow => !IsNew || !Case.MayGiveCode(Viewer) ? null : Case.Channel switch { "phone" => CodeWay.ReadOut, "visit" => CodeWay.HandedOver, _ => null };

    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>The numbered form that it came on.</summary>
    public FormNumber? Form { get; private set; }

    public IReadOnlyList<CaseClock> Clocks => [.. Case.Clocks.Where(c => !c.IsGone).OrderBy(c => c.DueAt)];

    public IReadOnlyList<Callback> OpenCallbacks => [.. Case.Callbacks.Where(c => c.KeptAt is null).OrderBy(c => c.DueAt)];

    public bool MayOpenVault => VaultDesk.MayOpen(Viewer, Case);

    /// <summary>What this viewer can do now, the nearest first.</summary>
    public IReadOnlyList<CaseAction> Actions => CaseActions.Now(Case, View.Routine, Viewer);

    /// <summary>What is done more seldom, by what it is for.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<CaseAction> Actions)> MoreActions => CaseActions.More(Case, View.Routine, Viewer);

    /// <summary>What the text seems to be, until somebody has taken a stand on it (R-IN-10, R-IN-11).</summary>
    public IReadOnlyList<IntakeHint> Hints => !MayAct ? [] : [.. IntakeHints.Of(Case.Text, Case.Kind, View.Routine).Where(h => !IsDecided(h))];

    /// <summary>What has likely come in before (R-IN-12).</summary>
    public IReadOnlyList<SimilarCase> Similar { get; private set; } = [];

    /// <summary>What it is part of, with others that say the same (R-LEARN-05).</summary>
    public IReadOnlyList<Theme> Themes { get; private set; } = [];

    /// <summary>Open cases of the same e-mail address, for whoever may open both.</summary>
    public IReadOnlyList<SimilarCase> OfSameSender { get; private set; } = [];

    /// <summary>Whether this one can be joined to another now.</summary>
    public bool MayJoin => MayAct && Case.Offer is null;

    public IReadOnlyList<GiftStep> GiftSteps => View.Routine.Kind(Case.Kind) is { IsComplaint: true } ? Domain.Cases.GiftSteps.Of(View.Journal) : [];

    /// <summary>The reference of the case that this one was joined to.</summary>
    public string? JoinedTo => Case.JoinedTo is null ? null : View.Journal.LastOrDefault(e => e.Kind == EventKind.Joined)?.Subject;

    public LegalRegime Regime => LegalRegimes.On(Case.Regime, StockholmTime.DateOf(Case.ArrivedAt));

    /// <summary>Who the two are that see a protected person's details.</summary>
    public string NamedSentence => (Case.ResponsibleId, Case.NamedReader) switch
    {
        (null, null) => "Den som tar ansvar för ärendet får se dem.",
        ({ } one, { } other) when one != other => $"Bara {Organisation.NameOf(one)} och {Organisation.NameOf(other)} får se dem.",
        (var one, var other) => $"Bara {Organisation.NameOf(one ?? other)} får se dem.",
    };

    private bool MayAct => Case.IsOpen && Case.MayBeHandledBy(Viewer);

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        Attachments = await FilesAsync();
        if (Case.Channel == "form") Form = await forms.OfAsync(Viewer, Case.Reference, HttpContext.RequestAborted);
        OfSameSender = await senders.OfAsync(Viewer, Case, HttpContext.RequestAborted);
        Themes = await themes.OfCaseAsync(Viewer, Case.Id, HttpContext.RequestAborted);
        if (MayAct) Similar = await similar.ToAsync(Viewer, Case.UnitId, Case.Text, Now, Case.Id, HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>When it happened; for a promise, when it was given.</summary>
    public DateTime WhenOf(Event line) => line.HappenedAt is { } then && then < line.At ? then : line.At;

    public string ResponsibleName() => Case.ResponsibleId is { } id ? Organisation.NameOf(id) : "ingen än";

    public string OfferSentence(Offer offer) => offer.PersonId is { } person
        ? $"Väntar på {Organisation.NameOf(person)}, {Organisation.Unit(offer.UnitId)?.Name}"
        : $"Väntar på {Organisation.Unit(offer.UnitId)?.Name}";

    /// <summary>"PDF": what people call it; the unknown is a file.</summary>
    public string SortOf(Attachment file) => FileKinds.EndingOf(file.MediaType) is var ending && ending == ".bin" ? "fil" : ending.TrimStart('.').ToUpperInvariant();

    public string SizeOf(Attachment file) => file.Size < 1024 * 1024
        ? $"{Math.Max(1, file.Size / 1024)} kB"
        : string.Create(CultureInfo.GetCultureInfo("sv-SE"), $"{file.Size / 1024.0 / 1024.0:0.0} MB");

    /// <summary>"Tid: För sent" of each tree that is set.</summary>
    public IEnumerable<(string Tree, string Labels)> Categories => View.Routine.Categories
        .Select(tree => (tree.Label, string.Join(", ", Case.Categories.Where(c => c.Tree == tree.Code).Select(c => tree.LabelOf(c.Code)))))
        .Where(tree => tree.Item2.Length > 0);

    /// <summary>What was judged, point by point.</summary>
    public IReadOnlyList<PointView> Points => PointView.Of(View);

    // A note will do: somebody has seen it and said what they think.
    private bool IsDecided(IntakeHint hint) =>
        View.Journal.Any(e => e.Kind == EventKind.Noted || (e.Kind == (hint.Elsewhere is null ? EventKind.KindChanged : EventKind.Referred)));
}
