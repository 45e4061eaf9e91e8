using System.Text;
using System.Text.RegularExpressions;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Disclosure;
using Gava.Domain.History;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Disclosure;
using Gava.Operations.History;
using Gava.Operations.Routines;
using Gava.Web.Tests.Operations.Documents;
using Microsoft.EntityFrameworkCore;

namespace Gava.Web.Tests.Operations;

/// <summary>law.md SR-2.13–2.15: a request for public documents, from the day it comes to the copy that is given out.</summary>
public sealed class DisclosureTests
{
    private const string Said = "Karin Holmlund kom inte. Ring Elsa Bergström på 070-174 06 05. Min dotter Xantippa är sjuk i epilepsi. Maten var kall.";
    private const string Answer = "Hej Elsa Bergström. Jag beklagar att Karin Holmlund inte kom.";
    private const string Draft = "Utkast som ingen ska se.";
    private static readonly string[] Planted = ["Holmlund", "Bergström", "070-174", "0701740605", "Xantippa", "epilepsi", "Maten"];
    private static readonly Complainant Elsa = new() { Name = "Elsa Bergström", Phone = "070-174 06 05" };

    [Fact]
    public async Task What_is_masked_is_in_no_byte_of_the_copy_and_each_box_says_by_which_provision()
    {
        await using var floor = await Floor.StartAsync();
        var (rut, desk, id, reference) = await ReviewedAsync(floor);
        await desk.DecideAsync(rut, id, DisclosureOutcome.Masked, "Det dolda gäller enskildas personliga förhållanden. Elsa Bergström vill inte.");
        var copy = await desk.CopyAsync(rut, id);

        var text = Flat(PdfTools.Text(copy));
        foreach (var words in new[]
        {
            $"begäran {id}", "handlingarna lämnas ut, men inte det som är dolt", $"Ärende {reference}: Det som kom in", "[26 kap. 1 § OSL]", "[25 kap. 1 § OSL]", "[21 kap. 7 § OSL]",
            "kom inte. Ring", "var kall.", "Jag beklagar att", "kammarrätten", "tre veckor", "Enskildas personliga förhållanden i socialtjänsten", "enskildas personliga förhållanden",
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        // In the text, in the tags and their replacements, in the metadata, and as glyphs: the streams hold only what is drawn.
        var bytes = PdfTools.Uncompressed(copy);
        var information = PdfTools.Information(copy);
        foreach (var word in Planted)
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, information, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(word)), bytes, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("X", Letters(bytes), StringComparison.Ordinal); // Xantippa's letter, nowhere else in the copy: not even in the font's map
        Assert.Matches(" re f", bytes);
        Assert.Matches(@"Tagged:\s+yes", information);
        PdfTools.Check(copy);
    }

    [Fact]
    public async Task The_copy_is_made_again_byte_for_byte_also_when_places_and_people_are_called_something_else()
    {
        await using var floor = await Floor.StartAsync();
        var (rut, desk, id, _) = await ReviewedAsync(floor);
        Assert.Contains("utkast", Flat(PdfTools.Text(await desk.CopyAsync(rut, id))), StringComparison.Ordinal);
        await desk.DecideAsync(rut, id, DisclosureOutcome.Masked, "Sekretess.");
        var first = await desk.CopyAsync(rut, id);

        floor.Clock.MoveTo("2027-01-11 08:00");
        await floor.SqlAsync("UPDATE unit SET name = 'Omdöpt'");
        rut = await floor.ViewerAsync("rut");
        Assert.Equal(first, await desk.CopyAsync(rut, id));
    }

    [Fact]
    public async Task Every_step_is_in_the_journals_of_the_cases_and_no_word_of_a_document_outside_the_vault()
    {
        await using var floor = await Floor.StartAsync();
        var (rut, desk, id, reference) = await ReviewedAsync(floor);
        await desk.DecideAsync(rut, id, DisclosureOutcome.Masked, "Elsa Bergström på 070-174 06 05 vill inte.");
        await desk.CopyAsync(rut, id);

        await using var database = floor.Database();
        var lines = await database.Journal.Where(e => e.CaseId == reference.Number && e.By == rut.Id).OrderBy(e => e.Number).ToListAsync();
        Assert.Matches(@"^1;text,line:\d+$", lines[0].Subject!);
        Assert.Equal(["disclosure;request 1", "disclosure;request 1", "1;masked", "disclosure;request 1"], lines.Skip(1).Select(l => l.Subject));
        Assert.Equal([EventKind.DisclosurePicked, EventKind.VaultOpened, EventKind.VaultOpened, EventKind.DisclosureDecided, EventKind.VaultOpened], lines.Select(l => l.Kind));
        Assert.StartsWith("[namn] på [telefon]", lines.Single(l => l.Kind == EventKind.DisclosureDecided).Why, StringComparison.Ordinal);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
        foreach (var (table, column) in database.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Where(p => p.GetColumnType().Contains("text", StringComparison.OrdinalIgnoreCase)).Select(p => (e.GetTableName(), p.GetColumnName()))))
        {
            foreach (var value in await floor.TextsAsync($"SELECT \"{column}\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL"))
            {
                foreach (var word in new[] { "Holmlund", "Bergström", "070-174" }) Assert.DoesNotContain(word, value, StringComparison.OrdinalIgnoreCase);
            }
        }

        var request = await database.DisclosureRequests.SingleAsync();
        Assert.Equal("Allt som [namn] har klagat på.", request.Wanted);
    }

    [Fact]
    public async Task Only_registrar_and_complaints_manager_handle_requests_and_each_only_those_of_their_places()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var elsewhere = await floor.RegisterAsync(by: "oskar", unit: "park-och-gata", text: Said, complainant: Elsa);
        var (rut, kerstin, desk) = (await floor.ViewerAsync("rut"), await floor.ViewerAsync("kerstin"), floor.Get<DisclosureDesk>());
        var ruts = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Email, "Allt.");
        var kerstins = await desk.RegisterAsync(kerstin, Now(floor), DisclosureChannel.Phone, "Allt om maten.");
        foreach (var who in new[] { "amal", "maria", "birgitta", "gunnar", "vera", "admin", "e-tjanst" })
        {
            var viewer = await floor.ViewerAsync(who);
            await Assert.ThrowsAsync<NotFound>(() => desk.ListAsync(viewer));
            await Assert.ThrowsAsync<NotFound>(() => desk.RegisterAsync(viewer, Now(floor), DisclosureChannel.Email, "Allt."));
            await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(viewer, ruts));
            await Assert.ThrowsAsync<NotFound>(() => desk.PickableAsync(viewer, reference));
            await Assert.ThrowsAsync<NotFound>(() => desk.PickAsync(viewer, ruts, reference, ["text"]));
            await Assert.ThrowsAsync<NotFound>(() => desk.CopyAsync(viewer, ruts));
        }

        // Kerstin's place lies below Rut's: Rut sees both, Kerstin only her own.
        Assert.Equal([ruts, kerstins], (await desk.ListAsync(rut)).Select(r => r.Request.Id).Order());
        Assert.Equal([kerstins], (await desk.ListAsync(kerstin)).Select(r => r.Request.Id));
        var hers = await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(kerstin, ruts));
        Assert.Equal(hers.Message, (await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(kerstin, 999))).Message);

        // A case that is not hers and one that does not exist are the same.
        var theirs = await Assert.ThrowsAsync<RuleBroken>(() => desk.PickAsync(kerstin, kerstins, elsewhere, ["text"]));
        var nobodys = await Assert.ThrowsAsync<RuleBroken>(() => desk.PickAsync(kerstin, kerstins, new(2026, 999_999), ["text"]));
        Assert.Equal(("disclosure-case-unknown", theirs.Message), (theirs.Code, nobodys.Message));
        Assert.Equal(theirs.Message, (await Assert.ThrowsAsync<RuleBroken>(() => desk.PickableAsync(kerstin, new(2025, reference.Number)))).Message);

        // What Rut picks of a case that Kerstin may not open is counted for her, and she cannot decide over it.
        await desk.PickAsync(kerstin, kerstins, reference, ["text"]);
        await desk.PickAsync(rut, kerstins, elsewhere, ["text"]);
        var seen = await desk.OpenAsync(kerstin, kerstins);
        Assert.Equal((1, 1), (seen.Documents.Count, seen.Hidden));
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenDocumentAsync(kerstin, kerstins, 2));
        await Assert.ThrowsAsync<NotFound>(() => desk.DropAsync(kerstin, kerstins, 2));
        Assert.Equal("disclosure-not-all", (await Assert.ThrowsAsync<RuleBroken>(() => desk.DecideAsync(kerstin, kerstins, DisclosureOutcome.Refused, "Sekretess."))).Code);
        Assert.Equal("disclosure-not-all", (await Assert.ThrowsAsync<RuleBroken>(() => desk.CopyAsync(kerstin, kerstins))).Code);
    }

    // R-SEC-04
    [Fact]
    public async Task Of_somebody_protected_only_one_of_the_two_named_gives_anything_out()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa with { Protected = true });
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisclosureDesk>());
        var id = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Email, "Allt.");
        Assert.Equal("disclosure-case-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => desk.PickAsync(rut, id, reference, ["text"]))).Code);

        await floor.Desk.NameReaderAsync(await floor.ViewerAsync("maria"), reference, new(null), "rut");
        await desk.PickAsync(rut, id, reference, ["text"]);
        Assert.Equal(Said, (await desk.OpenDocumentAsync(rut, id, 1)).Text);
        // Named no more: the document is out of reach again.
        await floor.Desk.NameReaderAsync(await floor.ViewerAsync("maria"), reference, new(null), "");
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenDocumentAsync(rut, id, 1));
        Assert.Equal("disclosure-not-all", (await Assert.ThrowsAsync<RuleBroken>(() => desk.CopyAsync(rut, id))).Code);
    }

    [Fact]
    public async Task What_is_asked_for_is_not_disposed_of_while_it_waits_and_is_gone_from_here_when_it_has_been()
    {
        await using var floor = await Floor.StartAsync();
        var (_, desk, id, reference) = await ReviewedAsync(floor);
        await floor.Desk.CloseAsync(await floor.ViewerAsync("amal"), reference, new(null), "Klart.", "Ett missförstånd.");
        var routines = floor.Get<RoutineDesk>();
        var source = await routines.SourceAsync("nacka-socialpsykiatri", 1);
        Assert.Empty((await routines.PublishAsync(null, source.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal).Replace("\"part\": \"vault\",", "\"part\": \"vault\", \"decision\": \"SN § 12/2027\",", StringComparison.Ordinal))).Faults);
        floor.Clock.MoveTo("2036-05-05 09:00");
        var (rut, disposal) = (await floor.ViewerAsync("rut"), floor.Get<DisposalDesk>());
        var plan = (await disposal.PlansAsync(rut)).Single(p => p.Routine == "nacka-socialpsykiatri" && p.Part == DisposablePart.Vault);
        Assert.Equal((0, 1), (plan.Ripe, plan.Held));
        Assert.Equal(0, await disposal.CarryOutAsync(rut, "nacka-socialpsykiatri", "vault"));

        await desk.DecideAsync(rut, id, DisclosureOutcome.Masked, "Sekretess.");
        Assert.Equal(1, await disposal.CarryOutAsync(rut, "nacka-socialpsykiatri", "vault"));

        Assert.All((await desk.OpenAsync(rut, id)).Documents, d => Assert.True(d.IsGone));
        Assert.Equal("disposed", (await Assert.ThrowsAsync<RuleBroken>(() => desk.CopyAsync(rut, id))).Code);
        Assert.Equal("disposed", (await Assert.ThrowsAsync<RuleBroken>(() => desk.OpenDocumentAsync(rut, id, 1))).Code);

        // The de-identified case is a public document still.
        floor.Clock.MoveTo("2036-05-06 09:00");
        var again = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Email, "Det som finns kvar.");
        await desk.PickAsync(rut, again, reference, ["text"]);
        Assert.StartsWith("[namn] kom inte.", (await desk.OpenDocumentAsync(rut, again, 1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_decided_that_has_not_been_gone_through_nor_twice()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        var amal = await floor.ViewerAsync("amal");
        await floor.Desk.DraftAsync(amal, reference, new(null), Draft);
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisclosureDesk>());
        var id = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Letter, "Allt.");
        await RefusedAsync("disclosure-empty", DisclosureOutcome.Whole);
        await RefusedAsync("disclosure-outcome", null);
        await RefusedAsync("disclosure-reason", DisclosureOutcome.Refused, " ");
        // Own drafts are no public documents (law.md SR-2.4).
        Assert.DoesNotContain(await desk.PickableAsync(rut, reference), p => p.Words == Draft);
        foreach (var part in new[] { "line:4", "line:999", "attachment:1", "complainant", "event:4", "text ", "" }) await PickRefusedAsync(part);
        Assert.Equal("disclosure-part", (await Assert.ThrowsAsync<RuleBroken>(() => desk.PickAsync(rut, id, reference, []))).Code);

        await desk.PickAsync(rut, id, reference, ["text", "text"]);
        await desk.PickAsync(rut, id, reference, ["text"]);
        Assert.Single((await desk.OpenAsync(rut, id)).Documents);
        await RefusedAsync("disclosure-unread", DisclosureOutcome.Whole);
        foreach (var (masks, code) in new (DisclosureMask[], string)[]
        {
            ([new(0, 5, "26-1"), new(3, 5, "26-1")], "masking-range"), ([new(0, 5000, "26-1")], "masking-range"), ([new(-1, 3, "26-1")], "masking-range"), ([new(int.MaxValue, int.MaxValue, "26-1")], "masking-range"),
            ([new(0, 5, "99-9")], "ground-unknown"), ([new(0, 5, "")], "ground-unknown"),
        })
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => desk.ReviewAsync(rut, id, 1, new(masks)))).Code);
        }

        Assert.Equal("ground-unknown", (await Assert.ThrowsAsync<RuleBroken>(() => desk.ReviewAsync(rut, id, 1, new([], WithheldBy: "x")))).Code);
        Assert.Equal("mask-words", (await Assert.ThrowsAsync<RuleBroken>(() => desk.ReviewAsync(rut, id, 1, new([], [("finns inte", "26-1")])))).Code);
        foreach (var (start, length) in new[] { (-1, 4), (0, 0), (0, 99_999), (int.MaxValue, 1), (2, int.MaxValue) }) Assert.Equal("masking-range", (await Assert.ThrowsAsync<RuleBroken>(() => desk.ReviewAsync(rut, id, 1, new([], InCodePoints: [(start, length, "26-1")])))).Code);

        await desk.ReviewAsync(rut, id, 1, new([], WithheldBy: "26-1"));
        await RefusedAsync("disclosure-all-withheld", DisclosureOutcome.Masked);
        await desk.ReviewAsync(rut, id, 1, new([]));
        await RefusedAsync("disclosure-not-masked", DisclosureOutcome.Masked);
        await desk.ReviewAsync(rut, id, 1, new([new(0, 14, "26-1")]));
        await RefusedAsync("disclosure-not-whole", DisclosureOutcome.Whole);
        await RefusedAsync("disclosure-reason", DisclosureOutcome.Masked, "");
        await desk.DropAsync(rut, id, 1);
        Assert.Empty((await desk.OpenAsync(rut, id)).Documents);

        await desk.DecideAsync(rut, id, DisclosureOutcome.Refused, "Det finns ingen sådan handling.");
        var copy = Flat(PdfTools.Text(await desk.CopyAsync(rut, id)));
        Assert.Contains("begäran avslås", copy, StringComparison.Ordinal);
        Assert.Contains("kammarrätten", copy, StringComparison.Ordinal);
        await RefusedAsync("disclosure-decided", DisclosureOutcome.Refused);
        Assert.Equal("disclosure-decided", (await Assert.ThrowsAsync<RuleBroken>(() => desk.PickAsync(rut, id, reference, ["text"]))).Code);

        async Task RefusedAsync(string code, DisclosureOutcome? outcome, string reason = "Sekretess.") =>
            Assert.Equal(code, (await Assert.ThrowsAsync<RuleBroken>(() => desk.DecideAsync(rut, id, outcome, reason))).Code);

        async Task PickRefusedAsync(string part) => Assert.Equal("disclosure-part", (await Assert.ThrowsAsync<RuleBroken>(() => desk.PickAsync(rut, id, reference, [part]))).Code);
    }

    [Fact]
    public async Task A_request_counts_the_working_days_that_it_waits_until_it_is_decided()
    {
        await using var floor = await Floor.StartAsync();
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisclosureDesk>());
        var id = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Visit, "Allt.");
        Assert.Equal(0, (await desk.OpenAsync(rut, id)).DaysWaited);
        floor.Clock.MoveTo("2026-04-27 09:00"); // after the weekend
        Assert.Equal(1, (await desk.OpenAsync(rut, id)).DaysWaited);
        floor.Clock.MoveTo("2026-05-04 09:00"); // första maj lies between
        Assert.Equal(5, (await desk.OpenAsync(rut, id)).DaysWaited);
        await desk.DecideAsync(rut, id, DisclosureOutcome.Refused, "Det finns ingen sådan handling.");
        floor.Clock.MoveTo("2026-06-01 09:00");
        Assert.Equal(5, Assert.Single(await desk.ListAsync(rut)).DaysWaited);
        Assert.Equal("in-the-future", (await Assert.ThrowsAsync<RuleBroken>(() => desk.RegisterAsync(rut, Now(floor).AddDays(1), DisclosureChannel.Visit, "Allt."))).Code);
        Assert.Equal("disclosure-old", (await Assert.ThrowsAsync<RuleBroken>(() => desk.RegisterAsync(rut, Now(floor).AddYears(-2), DisclosureChannel.Visit, "Allt."))).Code);
        Assert.Equal("disclosure-wanted", (await Assert.ThrowsAsync<RuleBroken>(() => desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Visit, " "))).Code);
    }

    [Fact]
    public async Task A_file_is_given_out_whole_or_not_at_all()
    {
        await using var floor = await Floor.StartAsync();
        var news = await floor.NewsAsync(text: Said, complainant: Elsa) with { Files = [new NewFile("holmlund.jpg", [0xFF, 0xD8, 0xFF, 1, 2]), new NewFile("bergstrom.png", [1, 2, 3])] };
        var reference = (await floor.Desk.RegisterAsync(news, await floor.ViewerAsync("amal"))).Reference;
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisclosureDesk>());
        var id = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Other, "Bilderna.");
        await desk.PickAsync(rut, id, reference, ["attachment:1", "attachment:2"]);
        Assert.Null((await desk.OpenDocumentAsync(rut, id, 1)).Text);
        Assert.Equal("mask-file", (await Assert.ThrowsAsync<RuleBroken>(() => desk.ReviewAsync(rut, id, 1, new([new(0, 1, "26-1")])))).Code);
        await desk.ReviewAsync(rut, id, 1, new([]));
        await desk.ReviewAsync(rut, id, 2, new([], WithheldBy: "21-7"));
        await desk.DecideAsync(rut, id, DisclosureOutcome.Masked, "Bilden visar någon annan.");
        var copy = Flat(PdfTools.Text(await desk.CopyAsync(rut, id)));
        Assert.Contains($"bilaga-{reference}-1.jpg", copy, StringComparison.Ordinal);
        Assert.Contains($"Bilaga 2, 24 april 2026 [21 kap. 7 § OSL]", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("holmlund", copy, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A request of which two documents have been gone through: what Gåva found, one word more, one stretch more.</summary>
    private static async Task<(Gava.Domain.People.Viewer Rut, DisclosureDesk Desk, long Id, CaseReference Reference)> ReviewedAsync(Floor floor)
    {
        var reference = await floor.RegisterAsync(text: Said, complainant: Elsa);
        await floor.Desk.ReplyAsync(await floor.ViewerAsync("amal"), reference, new(null), Answer, Way.Phone);
        var (rut, desk) = (await floor.ViewerAsync("rut"), floor.Get<DisclosureDesk>());
        var id = await desk.RegisterAsync(rut, Now(floor), DisclosureChannel.Email, "Allt som Elsa Bergström har klagat på.");
        var pickable = await desk.PickableAsync(rut, reference);
        await desk.PickAsync(rut, id, reference, ["text", pickable.Single(p => p.Heading == "Svar").Part]);
        var opened = await desk.OpenDocumentAsync(rut, id, 1);
        Assert.Equal((Said, "26-1"), (opened.Text, opened.Ground?.Code));
        await desk.ReviewAsync(rut, id, 1, new([.. opened.Findings.Select(f => new DisclosureMask(f.Start, f.Length, "26-1"))], [("xantippa", "26-1"), ("maten", "21-7")], [("är sjuk", "epilepsi", "25-1")]));
        var answer = await desk.OpenDocumentAsync(rut, id, 2);
        Assert.Equal(Answer, answer.Text);
        await desk.ReviewAsync(rut, id, 2, new([.. answer.Findings.Select(f => new DisclosureMask(f.Start, f.Length, "26-1"))]));
        return (rut, desk, id, reference);
    }

    /// <summary>What the fonts of the file can say: the right-hand sides of their maps to Unicode.</summary>
    private static string Letters(string uncompressed) => string.Concat(Regex.Matches(uncompressed, @"^<[0-9A-F]{4}> <([0-9A-F]{4})>\s*$", RegexOptions.Multiline)
        .Select(m => (char)Convert.ToInt32(m.Groups[1].Value, 16)));

    private static DateTime Now(Floor floor) => StockholmTime.Now(floor.Clock);

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
