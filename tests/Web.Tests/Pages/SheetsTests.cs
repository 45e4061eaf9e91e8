using System.Net;
using Gava.Operations.Routines;
using Gava.Web.Tests.Operations.Documents;
using Gava.Web.Tests.Testing;
using Gava.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Pages;

// R-IN-08, R-SYS-05: forms and posters for each place, with its own address and times
public sealed class SheetsTests(Work work) : IClassFixture<Work>
{
    public static TheoryData<string> LeftToRight => [.. Tongue.All.Where(t => t.Direction == "ltr").Select(t => t.Code)];

    public static TheoryData<string> Languages => [.. Tongue.All.Select(t => t.Code)];

    [Theory, MemberData(nameof(LeftToRight))]
    public async Task Every_place_has_a_form_of_one_page_in_every_language(string language)
    {
        var tongue = Tongue.Find(language);
        foreach (var place in new[] { "socialpsykiatri", "barn-och-familj", "stad", "stadsdel", "almvik" })
        {
            var pdf = await PdfAsync($"/blankett?enhet={place}&lang={language}");
            var text = Flat(PdfTools.Text(pdf));

            Assert.Equal(1, PdfTools.Pages(pdf));
            Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf), StringComparison.Ordinal);
            foreach (var key in new[] { "paper.title", "form.kind", "form.text", "form.who", "form.name", "paper.reply.letter", "paper.anonymous", "paper.more", "paper.hand", "receipt.when", "paper.danger", "kind.praise" }) Assert.Contains(Flat(tongue[key]), text, StringComparison.Ordinal);
            Assert.Contains((await PlaceAsync(place)).Name, text, StringComparison.Ordinal);
            foreach (var words in new[] { "123 00 Almvik", Flat(tongue.Of("paper.web", "gava.example/lamna")), "Fylls i av personalen", "Kom in (dag och tid)", "Togs emot av" }) Assert.Contains(words, text, StringComparison.Ordinal);
            // An address may be broken after its slash.
            Assert.Contains("gava.example/personuppgifter", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(language is not "sv", text.Contains(Flat(tongue["state"]) is { Length: > 0 } state ? state : "\0", StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(LeftToRight))]
    public async Task Every_place_has_a_poster_in_every_language_on_a4_and_a3(string language)
    {
        var tongue = Tongue.Find(language);
        foreach (var place in new[] { "traffpunkten", "ekonomiskt-bistand", "stadsdel" })
        {
            var (small, large) = (await PdfAsync($"/blankett?typ=anslag&enhet={place}&lang={language}"), await PdfAsync($"/blankett?typ=anslag-a3&enhet={place}&lang={language}"));
            var text = Flat(PdfTools.Text(small));

            Assert.Equal((1, 1), (PdfTools.Pages(small), PdfTools.Pages(large)));
            Assert.Matches(@"Page size:\s+595.276 x 841.89 pts \(A4\)", PdfTools.Information(small));
            Assert.Matches(@"Page size:\s+841.8\d+ x 1190.6\d* pts \(A3\)", PdfTools.Information(large));
            foreach (var key in new[] { "poster.title", "poster.lead", "poster.anonymous", "poster.step1", "poster.step1.about", "poster.step3.about", "poster.code" }) Assert.Contains(Flat(tongue[key]), text, StringComparison.Ordinal);
            // Nothing is set over anything else: the note at the foot is below the panel, and the panel within the paper.
            Assert.All(PdfTools.Words(small), word => Assert.InRange(word.Bottom, 0, 292));
            Assert.Equal(text, Flat(PdfTools.Text(large)));
        }
    }

    [Theory]
    [InlineData("socialpsykiatri", "sv", "Du hör från oss inom fem arbetsdagar. Du får svar inom tio arbetsdagar. Tiden räknas från att vi har fått det. Det gäller: Klagomål.")]
    [InlineData("socialpsykiatri", "en", "You hear from us within five working days. You get an answer within ten working days. We count from when we received it. This applies to: Complaint.")]
    [InlineData("barn-och-familj", "sv", "Du får veta att vi har fått det inom en arbetsdag. Du får svar inom tio dagar. Tiden räknas från att vi har registrerat det.")]
    [InlineData("barn-och-familj", "fi", "Saat tiedon, että olemme saaneet asian, yhden työpäivän kuluessa. Saat vastauksen 10 päivän kuluessa. Aika lasketaan siitä, kun olemme kirjanneet asian.")]
    [InlineData("park-och-gata", "sv-latt", "Vi hör av oss inom 5 arbetsdagar. Vi räknar från dagen då vi fick det.")]
    [InlineData("stad", "so", "Waxaan kula soo xiriiraynaa 3 maalmood gudahood. Waxaan ka tirinaynaa marka aan helnay.")]
    [InlineData("hemtjanst-norr", "sv", "Vi svarar så snart vi kan.")]
    public async Task A_form_promises_what_the_routine_of_its_place_promises(string place, string language, string promise)
    {
        Assert.Contains(promise, Flat(PdfTools.Text(await PdfAsync($"/blankett?enhet={place}&lang={language}"), "-raw")), StringComparison.Ordinal);
        Assert.Contains(promise, Flat(PdfTools.Text(await PdfAsync($"/blankett?typ=anslag&enhet={place}&lang={language}"), "-raw")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_tagged_its_boxes_are_heard_and_the_part_for_staff_is_in_swedish()
    {
        var pdf = await PdfAsync("/blankett?enhet=traffpunkten&lang=en");
        var structure = PdfTools.Information(pdf, "-struct-text");

        Assert.Matches(@"H1 \(block\)\s+""Tell us""", structure);
        Assert.Matches(@"LBody \(block\)\s+""Complaint""", structure);
        Assert.Contains("Figure", structure, StringComparison.Ordinal);
        Assert.Matches(@"Tagged:\s+yes", PdfTools.Information(pdf));
        var raw = PdfTools.Uncompressed(pdf);
        Assert.Contains("/Lang <feff0065006e>", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/Lang <feff00730076>", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"/ActualText <feff{Convert.ToHexString(System.Text.Encoding.BigEndianUnicode.GetBytes("☐ "))}>", raw, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<pdfaid:part>2</pdfaid:part>", PdfTools.Raw(pdf), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blankett")]
    [InlineData("anslag")]
    [InlineData("anslag-a3")]
    public async Task The_code_leads_to_the_places_own_web_form(string kind)
    {
        var pdf = await PdfAsync($"/blankett?enhet=traffpunkten&lang=fi&typ={kind}");

        Assert.Equal(["https://gava.example/lamna?enhet=traffpunkten&lang=fi"], Codes.In(pdf));
        var form = await work.App.Anonymous().GetAsync("/lamna?enhet=traffpunkten&lang=fi");
        Assert.Equal("traffpunkten", form.Value("unit"));
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task The_page_to_print_says_the_same_in_every_language_and_writing_direction(string language)
    {
        var tongue = Tongue.Find(language);
        var form = await work.App.Anonymous().GetAsync($"/blankett/visa?enhet=barn-och-familj&lang={language}");
        var poster = await work.App.Anonymous().GetAsync($"/blankett/visa?enhet=barn-och-familj&lang={language}&typ=anslag");

        Assert.Equal((tongue.Html, tongue.Direction), (form.Document.DocumentElement.GetAttribute("lang"), form.Document.DocumentElement.GetAttribute("dir")));
        foreach (var key in new[] { "paper.title", "form.text", "paper.anonymous", "paper.danger" }) Assert.Contains(tongue[key], form.Text, StringComparison.Ordinal);
        Assert.Contains(tongue["poster.title"], poster.Text, StringComparison.Ordinal);
        Assert.Equal($"QR: https://gava.example/lamna?enhet=barn-och-familj&lang={language}", form.Document.QuerySelector(".sheet svg.qr")!.GetAttribute("aria-label"));
        Assert.Contains(tongue.Of("promise.answer", tongue.Length(new(10, Gava.Domain.Deadlines.TimeUnit.CalendarDays))), form.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "يوم عمل واحد")]
    [InlineData(2, "يومي عمل")]
    [InlineData(5, "5 أيام عمل")]
    [InlineData(15, "15 يوم عمل")]
    [InlineData(103, "103 أيام عمل")]
    public void Arabic_counts_in_its_own_way(int days, string expected) => Assert.Equal(expected, Tongue.Find("ar").Length(new(days, Gava.Domain.Deadlines.TimeUnit.WorkingDays)));

    [Theory, MemberData(nameof(Languages))]
    public void Every_length_has_words_without_blanks(string language)
    {
        foreach (var unit in Enum.GetValues<Gava.Domain.Deadlines.TimeUnit>())
        {
            foreach (var amount in new[] { 0, 1, 2, 5, 10, 12, 13, 40 })
            {
                var words = Tongue.Find(language).Length(new(amount, unit));
                Assert.True(words.Length > 1 && !words.Contains('{') && !words.Contains('|'), $"{language} {amount} {unit}: {words}");
            }
        }
    }

    [Fact]
    public async Task Arabic_which_the_writer_cannot_set_leads_to_the_page()
    {
        var page = await work.App.Anonymous().GetAsync("/blankett?enhet=traffpunkten&lang=ar&typ=anslag");

        Assert.Equal("/blankett/visa?enhet=traffpunkten&lang=ar&typ=anslag", page.Path);
        Assert.Contains(Tongue.Find("ar")["poster.title"], page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_web_form_offers_its_own_paper_and_never_that_of_an_unknown_place()
    {
        var own = await work.App.Anonymous().GetAsync("/lamna?enhet=stad&lang=en");
        var other = await work.App.Anonymous().GetAsync("/lamna?enhet=finns-inte&lang=en");

        Assert.NotNull(own.Document.QuerySelector("a[href='/blankett?lang=en&enhet=stad']"));
        Assert.NotNull(other.Document.QuerySelector("a[href='/blankett?lang=en']"));
    }

    [Theory]
    [InlineData("enhet=finns-inte")]
    [InlineData("enhet=../../etc/passwd")]
    [InlineData("enhet=%00")]
    [InlineData("enhet=%3Cscript%3E")]
    [InlineData("enhet=%0d%0aSet-Cookie:%20x=1")]
    public async Task A_place_that_does_not_exist_has_no_paper(string query)
    {
        using var client = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        foreach (var address in new[] { "/blankett", "/blankett/visa" }) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{address}?{query}")).StatusCode);
    }

    [Theory]
    [InlineData("lang=xx&typ=%3Cscript%3E")]
    [InlineData("lang=%27%3B--&typ=..%2F")]
    [InlineData("enhet=&lang=&typ=")]
    public async Task An_unknown_language_or_kind_is_the_swedish_form(string query) =>
        Assert.Contains("Berätta för oss", PdfTools.Text(await PdfAsync($"/blankett?{query}")), StringComparison.Ordinal);

    [Fact]
    public async Task The_municipalitys_own_words_stand_on_the_papers_of_that_language_only()
    {
        await using var app = await TestApp.StartAsync();
        var admin = (await app.Services.GetRequiredService<Gava.Operations.People.OrganisationBook>().NowAsync()).Person("admin")!;
        var viewer = await app.Services.GetRequiredService<Gava.Operations.People.OrganisationBook>().ViewerAsync(admin.Id);
        await app.Services.GetRequiredService<TemplateDesk>().AddAsync(viewer, new("form", null, "sv", null, "Säg vad du tycker om {unit}", "Skriv fritt.\n\nDu får svar inom {due}."));
        using var client = new HttpClient { BaseAddress = new Uri(app.Url) };

        var swedish = Flat(PdfTools.Text(await client.GetByteArrayAsync("/blankett?enhet=socialpsykiatri&lang=sv")));
        var english = PdfTools.Text(await client.GetByteArrayAsync("/blankett?enhet=socialpsykiatri&lang=en"));

        foreach (var words in new[] { "Säg vad du tycker om Boendestöd Centrum", "Skriv fritt.", "Du får svar inom tio arbetsdagar." }) Assert.Contains(words, swedish, StringComparison.Ordinal);
        Assert.DoesNotContain("Berätta för oss", swedish, StringComparison.Ordinal);
        Assert.Contains("Tell us", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_template_goes_overleaf_and_loses_nothing_that_is_asked()
    {
        await using var app = await TestApp.StartAsync();
        var book = app.Services.GetRequiredService<Gava.Operations.People.OrganisationBook>();
        var viewer = await book.ViewerAsync((await book.NowAsync()).Person("admin")!.Id);
        await app.Services.GetRequiredService<TemplateDesk>().AddAsync(viewer, new("form", null, "sv", null, new string('Å', 90), string.Join("\n\n", Enumerable.Repeat("En rad som är lång nog för att ta en hel rad på blanketten, och lite till ändå.", 8))));
        using var client = new HttpClient { BaseAddress = new Uri(app.Url) };

        var pdf = await client.GetByteArrayAsync("/blankett?enhet=barn-och-familj&lang=sv");

        Assert.InRange(PdfTools.Pages(pdf), 1, 2);
        foreach (var words in new[] { "Vad vill du berätta?", "Vill du ha svar?", "Fylls i av personalen" }) Assert.Contains(words, PdfTools.Text(pdf), StringComparison.Ordinal);
    }

    private async Task<Gava.Domain.People.Unit> PlaceAsync(string slug) => (await work.App.Services.GetRequiredService<Gava.Operations.People.OrganisationBook>().NowAsync()).Unit(slug)!;

    private async Task<byte[]> PdfAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = new Uri(work.App.Url) };
        using var answer = await client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Without line breaks and with ordinary spaces and hyphens.</summary>
    internal static string Flat(string text) => string.Join(' ', text.Replace('\u00a0', ' ').Replace('\u2011', '-').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
