using System.Globalization;
using Gava.Domain.Deadlines;
using Gava.Domain.Disclosure;
using Gava.Domain.History;
using Gava.Operations.Documents;
using Gava.Operations.Vault;

namespace Gava.Operations.Disclosure;

/// <summary>
/// The copy that is given out. Of what is masked nothing goes to the writer but the ground: its words are in no part of the file, and the box is
/// as long as the provision is. Everything else that it says is fixed when the request is decided, so that it can be made again.
/// </summary>
internal static class DisclosurePaper
{
    public const string FirstHeading = "Det som kom in";

    /// <summary>Whoever was not given all can have a decision to appeal (OSL 6:3, 6:7; TF 2:19; three weeks and kammarrätten: FL 44 §, OSL 6:8).</summary>
    public const string Appeal = "Du har inte fått allt du bad om. Du kan begära ett skriftligt beslut av myndigheten, med skälen. Det beslutet kan du överklaga till kammarrätten. "
        + "Överklagandet är skriftligt, skickas till myndigheten och ska ha kommit in inom tre veckor från den dag då du fick del av beslutet. Skriv vilket beslut det gäller och hur du vill att det ändras.";

    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static string HeadingOf(DisclosureDocument document) => document.Attachment is { } number ? FileHeading(number) : FirstHeading;

    public static string FileHeading(int number) => string.Create(CultureInfo.InvariantCulture, $"Bilaga {number}");

    /// <summary>In words that no routine can change.</summary>
    public static string HeadingOf(EventKind kind) => kind switch
    {
        EventKind.Replied => "Svar",
        EventKind.FeedbackGiven => "Återkoppling",
        EventKind.Messaged => "Personen hörde av sig igen",
        EventKind.Asked => "Fråga till personen",
        EventKind.DelayNotified => "Besked om försening",
        EventKind.Noted => "Anteckning",
        EventKind.MeasureRegistered => "Åtgärd",
        EventKind.HandedOver => "Överlämning",
        EventKind.Closed => "Avslutet",
        _ => "Rad i journalen",
    };

    /// <param name="documents">Each with when it was made, its words (null for a file), and a file's media type.</param>
    /// <param name="now">UTC: when a draft is made.</param>
    public static Paper Of(DisclosureRequest request, IReadOnlyList<(PickedDocument Picked, DateTime MadeAt, string? Text, string? MediaType)> documents, DateTime now) => new()
    {
        Title = $"Utlämnande av allmän handling, begäran {Number(request)}",
        Author = request.Authority,
        Footer = $"{request.Authority} · Begäran {Number(request)}{(request.DecidedAt is null ? " · Utkast" : "")}",
        CreatedAt = request.DecidedAt ?? now,
        Blocks =
        [
            PaperBlock.Paragraph($"Begäran kom in {Day(request.ReceivedAt)}. {(request.DecidedAt is { } decided ? $"Beslut {Day(decided)}: {OutcomeOf(request.Outcome)}" : "Det här är ett utkast. Inget är beslutat.")}"),
            .. request.Reason is { } reason ? PaperBlock.Text(reason) : [],
            .. GroundBlocks(documents),
            .. request.Outcome is not null and not DisclosureOutcome.Whole ? [PaperBlock.Heading("Om du inte är nöjd"), PaperBlock.Paragraph(Appeal)] : Array.Empty<PaperBlock>(),
            .. documents.SelectMany((d, i) => DocumentBlocks(i + 1, d.Picked, d.MadeAt, d.Text, d.MediaType)),
        ],
    };

    public static string OutcomeOf(DisclosureOutcome? outcome) => outcome switch
    {
        DisclosureOutcome.Whole => "handlingarna lämnas ut.",
        DisclosureOutcome.Masked => "handlingarna lämnas ut, men inte det som är dolt.",
        DisclosureOutcome.Refused => "begäran avslås.",
        _ => "inget än.",
    };

    private static IEnumerable<PaperBlock> GroundBlocks(IReadOnlyList<(PickedDocument Picked, DateTime MadeAt, string? Text, string? MediaType)> documents)
    {
        var used = documents.SelectMany(d => d.Picked.Document.Masks.Select(m => m.Ground).Append(d.Picked.Document.WithheldBy)).OfType<string>().ToHashSet();
        if (used.Count == 0) yield break;
        yield return PaperBlock.Paragraph("En svart ruta står där något är dolt, med det lagrum som det beror på i offentlighets- och sekretesslagen (2009:400):");
        foreach (var ground in SecrecyGrounds.All.Where(g => used.Contains(g.Code))) yield return PaperBlock.Item($"{ground.Provision}. {ground.Label}");
    }

    private static IEnumerable<PaperBlock> DocumentBlocks(int number, PickedDocument picked, DateTime madeAt, string? text, string? mediaType)
    {
        yield return PaperBlock.Heading($"{number.ToString(CultureInfo.InvariantCulture)}. Ärende {picked.Reference}: {picked.Heading}, {Day(madeAt)}");
        var document = picked.Document;
        if (document.WithheldBy is { } ground)
        {
            yield return new(PaperBlockKind.Paragraph, [Box(ground)]);
        }
        else if (text is null)
        {
            yield return PaperBlock.Paragraph($"Lämnas ut för sig, som filen bilaga-{picked.Reference}-{document.Attachment}{FileKinds.EndingOf(mediaType ?? "")}.");
        }
        else
        {
            foreach (var block in PaperBlock.Text(Pieces(text, document.Masks))) yield return block;
        }
    }

    /// <summary>What stands between the masks, and a box for each of them.</summary>
    private static IEnumerable<PaperPiece> Pieces(string text, IReadOnlyList<DisclosureMask> masks)
    {
        var at = 0;
        foreach (var mask in masks)
        {
            if (mask.Start > at) yield return new(text[at..mask.Start]);
            yield return Box(mask.Ground);
            at = mask.End;
        }

        if (at < text.Length) yield return new(text[at..]);
    }

    private static PaperPiece Box(string ground) => new($"[{SecrecyGrounds.Of(ground).Provision}]", IsBox: true);

    private static string Number(DisclosureRequest request) => request.Id.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTime utc) => StockholmTime.DateOf(utc).ToString("d MMMM yyyy", Swedish);
}
