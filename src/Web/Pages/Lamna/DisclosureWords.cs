using Gava.Domain.Cases;
using Gava.Domain.Disclosure;
using Gava.Operations.Disclosure;
using Gava.Web.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gava.Web.Pages.Lamna;

/// <summary>What the pages about requests call things.</summary>
public static class DisclosureWords
{
    public static readonly IReadOnlyList<Choice> Channels = [.. Enum.GetValues<DisclosureChannel>().Select(c => new Choice(c.Code(), Of(c)))];

    public static readonly IReadOnlyList<Choice> Outcomes =
    [
        new("whole", "Lämna ut allt"), new("masked", "Lämna ut, men inte det som är dolt"), new("refused", "Avslå", "Också när det inte finns någon sådan handling."),
    ];

    public static readonly IReadOnlyList<Choice> Grounds = [.. SecrecyGrounds.All.Select(g => new Choice(g.Code, $"{g.Provision}: {g.Label}"))];

    /// <summary>The provisions as the choices of a select.</summary>
    /// <param name="empty">The text of the first, empty choice.</param>
    public static IHtmlContent Options(string? chosen, string empty)
    {
        var options = new HtmlContentBuilder();
        foreach (var choice in Grounds.Prepend(new Choice("", empty)))
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = choice.Value;
            if (choice.Value.Length > 0 && choice.Value == chosen) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(choice.Label);
            options.AppendHtml(option);
        }

        return options;
    }

    public static string Of(DisclosureChannel channel) => channel switch
    {
        DisclosureChannel.Email => "E-post",
        DisclosureChannel.Letter => "Brev",
        DisclosureChannel.Phone => "Telefon",
        DisclosureChannel.Visit => "Besök",
        _ => "På annat sätt",
    };

    public static string State(DisclosureRequest request) => request.Outcome switch
    {
        DisclosureOutcome.Whole => "Utlämnat",
        DisclosureOutcome.Masked => "Utlämnat med maskering",
        DisclosureOutcome.Refused => "Avslaget",
        _ => "Väntar på beslut",
    };

    public static string Days(int days) => days switch { 0 => "mindre än en arbetsdag", 1 => "en arbetsdag", _ => $"{days} arbetsdagar" };

    /// <summary>What of a document is kept back, by which provisions.</summary>
    public static string Hidden(PickedDocument picked)
    {
        var document = picked.Document;
        if (picked.IsGone) return "Uppgifterna är gallrade";
        if (document.ReviewedAt is null) return "Inte genomgången än";
        if (document.WithheldBy is { } ground) return $"Allt: {SecrecyGrounds.Of(ground).Provision}";
        if (document.Masks.Count == 0) return "Inget";
        return $"{(document.Masks.Count == 1 ? "Ett ställe" : $"{document.Masks.Count} ställen")}: {string.Join(", ", document.Masks.Select(m => SecrecyGrounds.Of(m.Ground).Provision).Distinct())}";
    }
}
