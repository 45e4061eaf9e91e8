using System.Text.RegularExpressions;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Pages;

/// <summary>
/// Every field of every staff form against everything that should not be in it: the same page, 400, a Swedish sentence, what
/// was typed, and nothing written; or, where it is somebody's words, shown as text.
/// </summary>
public sealed partial class HostileFormsTests(Work work) : IClassFixture<Work>
{
    private enum Takes { Words, PerhapsWords, ShortWords, Secret, Choice, Moment, PerhapsMoment, Day, Coming, Reason }

    private sealed record Form(string Address, string State, (string Field, Takes Takes)[] Fields, (string, string)[] Right);

    private static readonly Form[] Forms =
    [
        new("anteckna", "mine", [("Input.Text", Takes.Words)], [("Input.Text", "Har bett om schemat.")]),
        new("aterkoppla", "mine", [("Input.Text", Takes.Words), ("Input.About", Takes.Choice), ("Input.Way", Takes.Choice), ("Input.HappenedAt", Takes.PerhapsMoment)],
            [("Input.Text", "Vi har börjat utreda."), ("Input.About", "investigation"), ("Input.Way", "phone")]),
        new("atgard", "mine", [("Input.Text", Takes.Words), ("Input.Purpose", Takes.Choice), ("Input.HappenedAt", Takes.PerhapsMoment)],
            [("Input.Text", "Nytt schema."), ("Input.Purpose", "prevents")]),
        new("avsluta", "answered", [("Input.Text", Takes.PerhapsWords), ("Input.NoMeasureBecause", Takes.Words)], [("Input.Text", "Klart."), ("Input.NoMeasureBecause", "Det var ett missförstånd.")]),
        new("bekrafta", "mine", [("Input.Way", Takes.Choice)], [("Input.Way", "letter")]),
        new("del", "mine", [("Input.To", Takes.Choice), ("Input.Text", Takes.Words)], [("Input.To", "traffpunkten"), ("Input.Text", "Dörren.")]),
        new("del/1", "divided", [("Input.Text", Takes.Words)], [("Input.Text", "Låset är bytt.")]),
        new("forsening", "mine", [("Input.Text", Takes.Words), ("Input.Way", Takes.Choice), ("Input.NewDay", Takes.Day)],
            [("Input.Text", "Vi väntar på en medarbetare."), ("Input.Way", "letter"), ("Input.NewDay", "2026-05-15")]),
        new("forslag", "mine", [("Input.Text", Takes.Secret)], [("Input.Text", "Tack. Jag beklagar.")]),
        new("fraga-berord", "mine", [("Input.Person", Takes.Choice), ("Input.Text", Takes.PerhapsWords)], [("Input.Person", "peter"), ("Input.Text", "Hur var det?")]),
        new("fraga-personen", "mine", [("Input.Text", Takes.Words), ("Input.Way", Takes.Choice)], [("Input.Text", "Vilken dag?"), ("Input.Way", "phone")]),
        new("galler-nagon", "mine", [("Input.Subject", Takes.Choice), ("Input.Why", Takes.PerhapsWords)], [("Input.Subject", "organisation"), ("Input.Why", "Det gäller oss alla.")]),
        new("hanvisa", "mine", [("Input.Text", Takes.Words)], [("Input.Text", "Patientnämnden.")]),
        new("hort-av-sig", "mine", [("Input.Text", Takes.Words), ("Input.Way", Takes.Choice), ("Input.HappenedAt", Takes.PerhapsMoment)],
            [("Input.Text", "Det hände igen."), ("Input.Way", "phone")]),
        new("kontakt", "mine", [("Input.Text", Takes.Words), ("Input.Way", Takes.Choice), ("Input.Reached", Takes.Choice), ("Input.HappenedAt", Takes.PerhapsMoment)],
            [("Input.Text", "Vi gick igenom det."), ("Input.Way", "phone"), ("Input.Reached", "yes")]),
        new("lagar", "mine", [("Input.Regime", Takes.Choice), ("Input.Why", Takes.Words)], [("Input.Regime", "lss"), ("Input.Why", "Insatsen ges enligt LSS.")]),
        new("lamna-uppat", "mine", [("Input.Why", Takes.Words), ("Input.Notice", Takes.Choice)], [("Input.Why", "Jag vet inte svaret."), ("Input.Notice", "phone")]),
        new("lamna-vidare", "mine", [("Input.Matter", Takes.Choice), ("Input.To", Takes.ShortWords), ("Input.Text", Takes.PerhapsWords), ("Input.Way", Takes.Choice)],
            [("Input.Matter", "other"), ("Input.To", "Regionen"), ("Input.Text", "De ringer."), ("Input.Way", "phone")]),
        new("lost-direkt", "mine", [("Input.Text", Takes.Words), ("Input.Satisfied", Takes.Choice)], [("Input.Text", "Bytte tid."), ("Input.Satisfied", "yes")]),
        new("lamna-over", "mine", [("Input.Message", Takes.PerhapsWords), ("Input.To", Takes.Choice), ("Input.Notice", Takes.Choice)],
            [("Input.Message", "Det gäller er."), ("Input.To", "traffpunkten"), ("Input.Notice", "phone")]),
        new("lova-ringa", "mine", [("Input.Text", Takes.PerhapsWords), ("Input.DueAt", Takes.Coming)], [("Input.Text", "Om schemat."), ("Input.DueAt", "2026-04-28T10:00")]),
        new("oppna-igen", "closed", [("Input.Why", Takes.Words)], [("Input.Why", "Det hände igen.")]),
        new("redovisa", "mine", [("Input.Text", Takes.Words)], [("Input.Text", "Vi bytte schema.")]),
        new("ring-upp/1", "promised", [("Input.Text", Takes.Words)], [("Input.Text", "Vi talades vid.")]),
        new("sag-nej", "offered", [("Input.Why", Takes.Words)], [("Input.Why", "Det gäller en annan enhet.")]),
        new("sekretess", "mine", [("Input.Provision", Takes.ShortWords), ("Input.Why", Takes.PerhapsWords)], [("Input.Provision", "OSL 26 kap. 1 §"), ("Input.Why", "Hälsa.")]),
        new("sla-ihop", "mine", [("Input.With", Takes.Choice)], [("Input.With", "2026-888888")]),
        new("sort", "mine", [("Input.Kind", Takes.Choice), ("Input.Why", Takes.Words)], [("Input.Kind", "view"), ("Input.Why", "Det var en åsikt.")]),
        new("stod", "mine", [("Input.Text", Takes.PerhapsWords)], [("Input.Text", "Jag vill prata.")]),
        new("svara", "mine", [("Input.Text", Takes.Words), ("Input.Way", Takes.Choice), ("Input.WhereToTurn", Takes.PerhapsWords)], [("Input.Text", "Tack. Jag beklagar."), ("Input.Way", "letter")]),
        new("synpunkter", "consulted", [("Input.Text", Takes.Secret)], [("Input.Text", "Jag var inte där.")]),
        new("uppgifter", "mine", [("Input.Reason", Takes.Choice), ("Input.More", Takes.Reason)], [("Input.Reason", "contact"), ("Input.More", "")]),
    ];

    public static TheoryData<string, string> EveryField =>
        [.. Forms.SelectMany(form => form.Fields.Select(one => new TheoryDataRow<string, string>(form.Address, one.Field)))];

    // V2.2.1, V2.2.2, V1.2.1
    [Theory, MemberData(nameof(EveryField))]
    public async Task A_field_of_a_verb_refuses_what_it_cannot_take_and_keeps_what_was_typed(string address, string field)
    {
        var form = Forms.Single(f => f.Address == address);
        var reference = await CaseIn(form.State);
        var lines = await work.LinesOf(reference);
        var page = await (await Actor(form)).GetAsync($"/arenden/{reference}/{address}");
        Assert.Equal(200, page.Status);

        foreach (var (name, typed) in Refused(form.Fields.Single(f => f.Field == field).Takes))
        {
            var answer = await page.SubmitAsync([.. form.Right, (field, typed)]);

            // The server reads no form that has a null character in it, and no keyboard writes one.
            if (name == "NUL")
            {
                Assert.Equal(400, answer.Status);
                Assert.Contains("gick inte att läsa", answer.Text, StringComparison.Ordinal);
                continue;
            }

            AssertRefused(answer, $"{address} {field} {name}");
            AssertKept(answer, field, typed, $"{address} {field} {name}");
            foreach (var (other, value) in form.Right.Where(r => r.Item1 != field && answer.Document.QuerySelector($"[name='{r.Item1}']") is not null)) AssertKept(answer, other, value, $"{address} {other} when {field} is {name}");
            Assert.Equal(lines, await work.LinesOf(reference));
        }
    }

    // V1.2.1, V1.3.1: output is encoded where it is shown
    [Theory, MemberData(nameof(EveryField))]
    public async Task Strange_words_are_taken_as_words_and_shown_as_text(string address, string field)
    {
        var form = Forms.Single(f => f.Address == address);
        if (form.Fields.Single(f => f.Field == field).Takes is not (Takes.Words or Takes.PerhapsWords or Takes.ShortWords or Takes.Reason)) return;

        foreach (var (name, typed) in Hostile.Words)
        {
            var reference = await CaseIn(form.State);
            var answer = await (await (await Actor(form)).GetAsync($"/arenden/{reference}/{address}")).SubmitAsync([.. form.Right, (field, typed)]);
            Assert.True(answer.Status == 200, $"{address} {field} {name}: {answer.Status} {string.Join(" ", answer.Errors)}");

            var shown = await (await work.As("maria")).GetAsync($"/arenden/{reference}");
            Assert.Equal(200, shown.Status);
            Assert.Contains(Words(typed), Words(shown.Document.QuerySelector("main")!.TextContent));
            AssertNoForeignElements(shown);
        }
    }

    // V2.2.2: what stands there twice, or is of another shape, is not half understood
    [Theory]
    [InlineData("Input.Text", "Input.Text")]
    [InlineData("Input.Way", "Input.Way")]
    [InlineData("version", "version")]
    [InlineData("Input.Text", "Input.Text[0]")]
    [InlineData("Input.Text", "Input.Text.Length")]
    [InlineData("Input.Text", "Input[Text]")]
    public async Task A_field_that_comes_twice_or_as_a_list_breaks_nothing(string field, string second)
    {
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        var page = await amal.GetAsync($"/arenden/{reference}/svara");
        var answer = await Raw.PostAsync(amal, page, $"/arenden/{reference}/svara",
            ("Input.Text", "Tack. Jag beklagar."), ("Input.Way", "letter"), (field, field == "version" ? "1" : "letter"), (second, "letter"));

        Assert.True(answer.Status is 200 or 400 or 409, $"{answer.Status}");
        if (answer.Status != 200) Assert.NotEmpty(answer.Errors);
    }

    [Theory]
    [InlineData("anteckna"), InlineData("aterkoppla"), InlineData("atgard"), InlineData("forsening"), InlineData("kontakt"), InlineData("lamna-over"), InlineData("lova-ringa"),
        InlineData("sort"), InlineData("svara"), InlineData("avsluta"), InlineData("uppgifter")]
    public async Task A_version_that_is_no_number_is_refused(string address)
    {
        var form = Forms.Single(f => f.Address == address);
        if (address == "uppgifter") return;
        var reference = await CaseIn(form.State);
        var lines = await work.LinesOf(reference);
        var page = await (await work.As("amal")).GetAsync($"/arenden/{reference}/{address}");
        foreach (var typed in new[] { "abc", "99999999999999999999", "1.5", "<b>" })
        {
            AssertRefused(await page.SubmitAsync([.. form.Right, ("version", typed)]), $"{address} version {typed}");
        }

        Assert.Equal(lines, await work.LinesOf(reference));
    }

    // V4.1.1, V2.2.2
    [Theory]
    [InlineData("application/json", "{\"Input\":{\"Text\":\"hej\"}}")]
    [InlineData("text/plain", "Input.Text=hej")]
    [InlineData("application/xml", "<x/>")]
    [InlineData("multipart/form-data", "utan gräns")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nutan slut")]
    [InlineData("application/x-www-form-urlencoded", "%%%&&&===%ZZ&Input.Text=%ED%A0%80&%FF=%FE")]
    [InlineData("hej", "hej")]
    public async Task A_form_in_another_format_is_refused_without_a_fault(string type, string content)
    {
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        foreach (var address in new[] { $"/arenden/{reference}/anteckna", "/arenden/nytt", "/logga-in", $"/arenden/{reference}/uppgifter" })
        {
            using var body = new StringContent(content);
            body.Headers.Remove("Content-Type");
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await amal.Http.PostAsync(address, body);
            Assert.True((int)answer.StatusCode is 400 or 415, $"{address} {type}: {(int)answer.StatusCode}");
        }
    }

    // V2.2.1: half a surrogate pair has no meaning, and becomes the sign for that
    [Fact]
    public async Task Half_a_character_is_shown_as_unreadable_and_breaks_nothing()
    {
        var reference = await work.CaseOfAmal();
        var amal = await work.As("amal");
        var page = await amal.GetAsync($"/arenden/{reference}/anteckna");
        var token = page.Value("__RequestVerificationToken");
        using var body = new StringContent($"Input.Text=ett%ED%A0%80tv%C3%A5%FF&__RequestVerificationToken={token}");
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var answer = await amal.Http.PostAsync($"/arenden/{reference}/anteckna", body);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("två", (await amal.GetAsync($"/arenden/{reference}")).Text);
    }

    private static IEnumerable<KeyValuePair<string, string>> Refused(Takes takes) => takes switch
    {
        Takes.Words or Takes.ShortWords or Takes.Secret => Hostile.Nothing.Concat(Hostile.NoWords),
        Takes.PerhapsWords or Takes.Reason => Hostile.NoWords,
        Takes.Choice => Hostile.Nothing.Concat(Hostile.NoChoice).Where(v => v.Key != "line breaks"),
        Takes.PerhapsMoment => Hostile.NoMoment,
        Takes.Day => Hostile.NoMoment.Append(new("the past", "2026-04-01")).Append(new("year 9999", "9999-12-31")).Append(new("year 1", "0001-01-01")),
        Takes.Coming => Hostile.Nothing.Concat(Hostile.NoMoment).Append(new("the past", "2026-04-01T10:00")),
        _ => Hostile.Nothing.Concat(Hostile.NoMoment),
    };

    internal static void AssertRefused(HtmlPage answer, string what)
    {
        Assert.True(answer.Status == 400, $"{what}: {answer.Status} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        Assert.True(answer.Errors.Count > 0, $"{what}: no sentence");
        Assert.All(answer.Errors, sentence => Assert.Matches(Sentence(), sentence));
        Assert.All(answer.Errors, sentence => Assert.DoesNotMatch(English(), sentence));
        AssertNoForeignElements(answer);
    }

    /// <summary>Text stands as it was typed; a choice that does not exist cannot be shown as chosen.</summary>
    internal static void AssertKept(HtmlPage answer, string field, string typed, string what)
    {
        var element = answer.Document.QuerySelector($"[name='{field}']");
        Assert.True(element is not null, $"{what}: {field} is gone");
        if (element is AngleSharp.Html.Dom.IHtmlSelectElement or AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" or "checkbox" })
        {
            if (answer.Document.QuerySelector($"[name='{field}'] option[value='{Css(typed)}'], input[name='{field}'][value='{Css(typed)}']") is not null) Assert.True(typed == answer.Value(field), $"{what}: {field} was not kept");
            return;
        }

        // A one-line field of a browser has no line breaks.
        static string Plain(string? text) => Hostile.Visible(text).Replace("\n", "", StringComparison.Ordinal);
        Assert.True(Plain(typed) == Plain(answer.Value(field)), $"{what}: {field} was not kept");
    }

    private static string Css(string typed) => typed.Length < 60 && typed.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/') ? typed : "-";

    /// <summary>Nothing that was typed has become part of the page.</summary>
    internal static void AssertNoForeignElements(HtmlPage page)
    {
        Assert.Empty(page.Document.QuerySelectorAll("main script, main b, main svg:not([aria-hidden]), main img, main iframe, [onerror], [onload], [onclick], a[href^='javascript:' i]"));
        Assert.Single(page.Document.QuerySelectorAll("main"));
    }

    private static string Words(string text) => string.Join(' ', Hostile.Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Task<HtmlClient> Actor(Form form) => work.As(form.State switch { "offered" => "karin", "consulted" => "peter", _ => "amal" });

    private async Task<string> CaseIn(string state)
    {
        var reference = await work.CaseOfAmal();
        if (state is "answered" or "closed") await work.Do("amal", reference, "reply", new { text = "Tack. Jag beklagar.", way = "phone" });
        if (state == "closed") await work.Do("amal", reference, "close", new { text = "Klart.", noMeasureBecause = "Det var ett missförstånd." });
        if (state == "offered") await work.Do("amal", reference, "handover", new { unit = "traffpunkten", told = "phone", text = "Det gäller er." });
        if (state == "divided") await work.Do("amal", reference, "part", new { unit = "socialpsykiatri", person = "amal", text = "Dörren." });
        if (state == "consulted") await work.Do("amal", reference, "consult", new { person = "peter" });
        if (state == "promised") await (await (await work.As("amal")).GetAsync($"/arenden/{reference}/lova-ringa")).SubmitAsync(("Input.DueAt", "2026-04-28T10:00"));
        return reference;
    }

    [GeneratedRegex(@"^[A-ZÅÄÖ].*[.?]$", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(the|value|field|invalid|required|is not|must)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
