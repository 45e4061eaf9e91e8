using System.Globalization;
using System.Text.RegularExpressions;
using Gava.Operations.Documents;

namespace Gava.Web.Tests.Operations.Documents;

public sealed class PdfLetterWriterTests
{
    static readonly Letter letter = new()
    {
        Title = "Svar på ditt klagomål 2026-000123",
        Sender = ["Socialförvaltningen", "Enheten för hemtjänst", "Åbrogatan 7", "999 01 Exempelköping"],
        Recipient = ["Desirée Öberg", "c/o Ängström", "Långa Vägen 14 B, lgh 1102", "999 02 Exempelköping"],
        Date = "8 maj 2026",
        Reference = "2026-000123",
        Heading = "Svar på ditt klagomål om uteblivna besök från hemtjänsten",
        Paragraphs =
        [
            "Hej Desirée!",
            "Tack för att du hörde av dig den 21 april. Du skrev att hemtjänsten inte kom på morgonen vid tre tillfällen under april, och att ingen ringde för att berätta det. Så ska det inte gå till, och vi beklagar att du fick vänta.",
            "Vi har gått igenom planeringen och talat med dem som arbetade. Två av besöken föll bort när en medarbetare blev sjuk och schemat lades om för hand. Det tredje besöket gjordes, men först klockan 11.40.",
            "Från och med den 4 maj gör vi så här:\nplaneraren ringer dig om ett besök blir mer än 30 minuter sent\nett besök får inte strykas utan att enhetschefen har godkänt det\nvi följer upp dina besök varje vecka till och med den 30 juni",
            "Är du inte nöjd med svaret kan du be oss att pröva saken igen. Du kan också vända dig till Inspektionen för vård och omsorg (IVO), e-post och telefon finns på ivo.se. Du har alltid rätt att ta del av det vi har antecknat om ditt ärende.",
        ],
        Signature = ["Karl-Åke Lindén", "Enhetschef", "0999-12 34 56"],
        Footer = "Socialförvaltningen · 999 01 Exempelköping · 0999-12 30 00 · socialforvaltningen@exempelkoping.example",
        CreatedAt = new DateTime(2026, 5, 8, 9, 30, 0, DateTimeKind.Utc),
    };

    static byte[] Write(Letter written) => new PdfLetterWriter(Fonts.Loaded).Write(written);

    [Fact]
    public void The_text_comes_out_in_the_order_in_which_it_is_read()
    {
        var text = PdfTools.Text(Write(letter), "-raw");

        string[] expected =
        [
            "Socialförvaltningen", "Enheten för hemtjänst", "8 maj 2026", "2026-000123", "Desirée Öberg", "c/o Ängström",
            "Svar på ditt klagomål om uteblivna besök", "Hej Desirée!", "Tack för att du hörde av dig", "Från och med den 4 maj",
            "Är du inte nöjd", "Karl-Åke Lindén", "Enhetschef",
        ];
        var from = 0;
        foreach (var words in expected)
        {
            var found = text.IndexOf(words, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{words}” is missing or too early in:\n{text}");
            from = found + words.Length;
        }
    }

    [Fact]
    public void The_file_says_that_it_is_tagged_and_what_it_is_called()
    {
        var information = PdfTools.Information(Write(letter), "-isodates");

        Assert.Matches(@"Title:\s+Svar på ditt klagomål 2026-000123", information);
        Assert.Matches(@"Author:\s+Socialförvaltningen", information);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Page size:\s+595.276 x 841.89 pts \(A4\)", information);
        Assert.Matches(@"CreationDate:\s+2026-05-08T", information);
    }

    [Fact]
    public void The_file_names_both_standards_its_language_and_its_colours()
    {
        var pdf = PdfTools.Raw(Write(letter));

        Assert.Contains("<pdfaid:part>2</pdfaid:part>", pdf, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", pdf, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", pdf, StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2026-05-08T09:30:00Z</xmp:CreateDate>", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang <FEFF00730076>", pdf, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf, StringComparison.Ordinal);
        Assert.Contains("/S /GTS_PDFA1", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_of_structure_finds_a_heading_and_paragraphs_and_no_page_numbers()
    {
        var structure = PdfTools.Information(Write(letter), "-struct-text");

        Assert.Matches(@"H1 \(block\)\s+""Svar på ditt klagomål om uteblivna besök från hemtjänsten""", structure);
        Assert.Contains("\"Hej Desirée!\"", structure, StringComparison.Ordinal);
        Assert.Contains("inte gå till, och vi beklagar", structure, StringComparison.Ordinal);
        Assert.Contains("\"Datum 8 maj 2026\"", structure, StringComparison.Ordinal);
        Assert.Contains("gör vi så här: planeraren ringer", structure, StringComparison.Ordinal);
        Assert.DoesNotContain("Sida", structure, StringComparison.Ordinal);
        Assert.DoesNotContain("0999-12 30 00", structure, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fonts_are_embedded_as_subsets_with_a_map_to_unicode()
    {
        var fonts = PdfTools.Fonts(Write(letter)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+SourceSans3-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public void The_file_is_small_and_other_programs_find_no_fault_in_it()
    {
        var pdf = Write(letter);

        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf), StringComparison.Ordinal);
        Assert.InRange(pdf.Length, 5_000, 60_000);
    }

    [Fact]
    public void The_same_letter_is_the_same_bytes()
    {
        Assert.Equal(Write(letter), Write(letter with { Paragraphs = [.. letter.Paragraphs] }));
        Assert.NotEqual(Write(letter), Write(letter with { CreatedAt = letter.CreatedAt.AddSeconds(1) }));
    }

    public static TheoryData<string[]> Addresses => new(
    [
        ["Desirée Öberg", "999 02 Exempelköping"],
        ["Desirée Öberg", "c/o Ängström", "Långa Vägen 14 B", "lgh 1102", "999 02 Exempelköping", "Sverige"],
        ["Stiftelsen Föreningen för äldres boende och trygghet i Exempelköpings östra stadsdelar", "999 02 Exempelköping"],
        [new string('W', 600), "999 02 Exempelköping"],
    ]);

    [Theory]
    [MemberData(nameof(Addresses))]
    public void The_address_and_nothing_else_is_seen_through_the_window_of_the_envelope(string[] address)
    {
        var words = PdfTools.Words(Write(letter with { Recipient = address }));

        // What the window may show when the sheet slides about in the envelope.
        var seen = words.Where(word => word is { Right: > 98, Left: < 205, Bottom: > 40, Top: < 92 }).ToList();
        Assert.Equal(address[0][0], seen[0].Text[0]);
        Assert.All(seen, word => Assert.True(word is { Left: >= 115, Right: <= 191, Top: >= 48, Bottom: <= 82 }, word.ToString()));
        Assert.DoesNotContain(seen, word => word.Text.Contains("2026", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_name_is_wrapped_in_the_window_rather_than_cut_or_set_too_small_for_sorting_machines()
    {
        var words = PdfTools.Words(Write(letter with { Recipient = ["Stiftelsen Föreningen för äldres boende och trygghet i Exempelköping", "Långa Vägen 14 B", "999 02 Exempelköping"] }));

        var last = words.Single(word => word is { Text: "Exempelköping", Left: > 115, Top: > 45 and < 85 } && words.Any(other => other.Text == "02" && Math.Abs(other.Top - word.Top) < 1));
        var name = words.Single(word => word.Text == "Stiftelsen");
        Assert.Equal(3 * 11 * 1.27 * 25.4 / 72, last.Top - name.Top, 0.5);
    }

    [Fact]
    public void A_long_letter_has_several_pages_that_tell_their_case_and_number()
    {
        var sentences = Enumerable.Range(1, 400).Select(number => string.Create(CultureInfo.InvariantCulture, $"Mening {number} om hur ärendet har prövats, vad vi fann och varför."));
        var paragraphs = sentences.Chunk(7).Select(chunk => string.Join(' ', chunk)).ToList();
        var pdf = Write(letter with { Paragraphs = paragraphs });

        Assert.True(paragraphs.Sum(paragraph => paragraph.Length) > 20_000);
        var pages = PdfTools.Pages(pdf);
        Assert.InRange(pages, 5, 12);
        PdfTools.Check(pdf);
        var text = PdfTools.Text(pdf);
        for (var page = 1; page <= pages; page++)
            Assert.Contains($"Sida {page} av {pages}", text, StringComparison.Ordinal);
        Assert.Equal(pages, Regex.Count(text, "2026-000123"));
        var read = Regex.Replace(PdfTools.Information(pdf, "-struct-text"), @"""\s+""", ""); // a paragraph over two pages is told in two parts
        Assert.Equal(400, Regex.Count(read, @"Mening \d+ om"));
        Assert.All(Enumerable.Range(1, pages), page => Assert.All(PdfTools.Words(pdf, page), word =>
            Assert.True(word is { Left: >= 20, Right: <= 191, Top: >= 10, Bottom: <= 287 }, word.ToString())));
    }

    [Fact]
    public void The_signature_is_not_torn_between_pages()
    {
        for (var lines = 26; lines < 37; lines++)
        {
            var pdf = Write(letter with { Paragraphs = [string.Join('\n', Enumerable.Repeat("En rad text.", lines))] });
            Assert.Single(Enumerable.Range(1, PdfTools.Pages(pdf)), page => PdfTools.Words(pdf, page).Any(word => word.Text == "Karl-Åke"));
            var last = PdfTools.Words(pdf, PdfTools.Pages(pdf)).Select(word => word.Text).ToList();
            Assert.Contains("Karl-Åke", last);
            Assert.Contains("Enhetschef", last);
        }
    }

    [Fact]
    public void What_the_font_lacks_is_shown_as_a_sign_and_can_still_be_read()
    {
        var pdf = Write(letter with { Paragraphs = ["Tack 😀 för مرحبا hjälpen."] });

        Assert.Contains("\u25A1 för \u25A1\u25A1\u25A1\u25A1\u25A1 hjälpen.", PdfTools.Text(pdf), StringComparison.Ordinal);
        var structure = PdfTools.Information(pdf, "-struct");
        Assert.Equal(2, Regex.Count(structure, @"Span"));
        Assert.Contains("/ActualText <FEFFD83DDE00>", PdfTools.Raw(pdf), StringComparison.Ordinal);
        Assert.Contains("\"Tack \"", PdfTools.Information(pdf, "-struct-text"), StringComparison.Ordinal);
        Assert.Contains("\" hjälpen.\"", PdfTools.Information(pdf, "-struct-text"), StringComparison.Ordinal);
        PdfTools.Check(pdf);
    }

    [Fact]
    public void A_space_between_words_is_a_space_also_when_a_no_break_space_came_first()
    {
        var text = PdfTools.Text(Write(letter with { Sender = ["Socialförvaltningen"], Paragraphs = ["Klockan 8\u00A030 i morgon."] }));

        Assert.Contains("30 i morgon.", text, StringComparison.Ordinal);
    }

    public static TheoryData<string> HostileTexts => new(
    [
        "", " ", "\n\n\n", "\r\n\t\r", "\0\u0001\u001B[31m\u007F\u0085",
        "\uD83D", "\uDE00 fel ordning \uD83D", "👨‍👩‍👧‍👦🏳️‍🌈🇸🇪", "\uE000\uF8FF\uFFFE\uFFFF", "a\u0301\u0302\u0303\u0304", new string('\u0301', 3000),
        "(\\) <script>]]> %% endobj endstream /Type << >> & \" '", "<?xpacket end='w'?>",
        new string('x', 5000), new string('-', 5000), new string(' ', 5000), new string('\u00A0', 5000), string.Concat(Enumerable.Repeat("ord\n", 300)),
        "عربى עברית 中文 ไทย", "\u202Eomvänd\u202C", "mjukt\u00ADbindestreck",
    ]);

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Any_text_in_any_place_gives_a_sound_file(string text)
    {
        var pdf = Write(letter with
        {
            Title = text,
            Language = text,
            Sender = [text, text],
            Recipient = [text, text],
            Date = text,
            Reference = text,
            Heading = text,
            Paragraphs = [text, "", text],
            Signature = [text],
            Footer = text,
        });

        PdfTools.Check(pdf);
        Assert.Matches(@"Tagged:\s+yes", PdfTools.Information(pdf));
        PdfTools.Information(pdf, "-struct-text");
        Assert.True(PdfTools.Pages(pdf) >= 1);
        System.Xml.Linq.XDocument.Parse(PdfTools.Information(pdf, "-meta").TrimStart('\uFEFF'));
    }

    [Fact]
    public void A_letter_without_anything_is_still_a_page()
    {
        var pdf = Write(letter with { Sender = [], Recipient = [], Paragraphs = [], Signature = [], Footer = null, Heading = "" });

        Assert.Equal(1, PdfTools.Pages(pdf));
        PdfTools.Check(pdf);
    }

    [Fact]
    public void A_missing_font_is_said_by_name()
    {
        var broken = Assert.Throws<FileNotFoundException>(() => PdfFonts.Load(Path.GetTempPath()));

        Assert.Contains("SourceSans3_400Regular.ttf", broken.Message, StringComparison.Ordinal);
    }
}
