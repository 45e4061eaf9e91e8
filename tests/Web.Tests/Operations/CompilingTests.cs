using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.Learning;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.Learning;
using Gava.Operations.People;
using Gava.Operations.Routines;

namespace Gava.Web.Tests.Operations;

// R-LEARN-02, R-LEARN-03: reports that are written, signed, handed over and decided about
public sealed class CompilingTests
{
    [Fact] // R-REG-02: a draft does not keep what is hidden in the case afterwards
    public async Task What_is_hidden_in_a_case_is_hidden_in_the_draft_that_tells_of_it()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        floor.Clock.MoveTo("2026-07-01 09:00");
        var reference = await ComplainAsync(floor, "Hon som alla kallar kvicksilvret lyssnade inte.");
        floor.Clock.MoveTo("2026-09-07 09:00");
        var kerstin = await floor.ViewerAsync("kerstin");
        var id = await desk.StartAsync(kerstin, "2026-T2", ReportDesk.PlaceOf(kerstin, await floor.OrganisationAsync()).Slug, isAccumulated: false);
        await desk.ShowAsync(kerstin, id, reference, null);
        Assert.True(Domain.Cases.CaseReference.TryParse(reference, out var known));
        await floor.Desk.MaskAsync(kerstin, known, new(null), ["kvicksilvret"]);
        Assert.DoesNotContain("kvicksilvret", Assert.Single((await desk.OpenAsync(kerstin, id)).Report.Examples).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_written_signed_delivered_and_decided_about()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        floor.Clock.MoveTo("2026-07-01 09:00");
        var reference = await ComplainAsync(floor, "Handläggaren Ellinor Brask lyssnade inte.");
        floor.Clock.MoveTo("2026-09-07 09:00");
        var kerstin = await floor.ViewerAsync("kerstin");
        var place = ReportDesk.PlaceOf(kerstin, await floor.OrganisationAsync());
        var id = await desk.StartAsync(kerstin, "2026-T2", place.Slug, isAccumulated: false);
        Assert.Equal(id, await desk.StartAsync(kerstin, "2026-T2", place.Slug, isAccumulated: false)); // the one that somebody has begun goes on

        var unit = (await desk.OpenAsync(kerstin, id)).ToAsk.First(u => u.Slug == "barn-och-familj");
        await desk.AskAsync(kerstin, id, [unit.Slug], Today(floor).AddDays(7));
        var anders = await floor.ViewerAsync("anders");
        Assert.Equal(["TextAsked"], await MailsToAsync(floor, "anders"));
        floor.Clock.MoveTo("2026-09-11 09:00");
        Assert.Equal(1, await floor.Get<LearningReminders>().RemindAsync());
        Assert.Equal(0, await floor.Get<LearningReminders>().RemindAsync());
        Assert.Equal(["TextAsked", "TextOwed"], await MailsToAsync(floor, "anders"));
        Assert.Equal((1, 0), (await desk.WaitingAsync(anders), await desk.WaitingAsync(kerstin)));
        await desk.TellAsync(anders, id, unit.Slug, "Vi lyssnar mer nu, säger Nadia Osman.");
        Assert.Equal(0, await desk.WaitingAsync(anders));
        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => desk.WriteAsync(anders, id, "Min analys."))).Code);

        Assert.Equal("not-ready", (await Assert.ThrowsAsync<RuleBroken>(() => desk.SignAsync(kerstin, id))).Code);
        await desk.WriteAsync(kerstin, id, "Bemötandet är bättre.\n\nRing Ellinor Brask på 070-174 06 61.");
        await desk.ShowAsync(kerstin, id, reference, null);
        await desk.SignAsync(kerstin, id);
        Assert.Equal("signed", (await Assert.ThrowsAsync<RuleBroken>(() => desk.WriteAsync(kerstin, id, "Något annat."))).Code);
        Assert.Equal("signed", (await Assert.ThrowsAsync<RuleBroken>(() => desk.TellAsync(anders, id, unit.Slug, "För sent."))).Code);

        await desk.DeliverAsync(kerstin, id, "Ledningsgruppen", isOpen: false, Today(floor));
        await desk.DeliverAsync(kerstin, id, "Socialnämnden", isOpen: true, Today(floor));
        floor.Clock.MoveTo("2026-09-20 09:00");
        await desk.DecideAsync(kerstin, id, 1, new DateOnly(2026, 9, 14), "Utbildning i bemötande för alla.");
        var view = await desk.OpenAsync(kerstin, id);
        Assert.Equal([("Ledningsgruppen", "Utbildning i bemötande för alla."), ("Socialnämnden", null)], view.Report.Deliveries.Select(d => (d.To, d.Decision)));

        // What is told is masked, on the page and in every file.
        Assert.Equal("Bemötandet är bättre.\n\nRing [namn] på [telefon].", view.Content.Writing!.Analysis);
        Assert.DoesNotContain("Osman", Assert.Single(view.Content.Writing.Texts).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Brask", Assert.Single(view.Content.Writing.Examples), StringComparison.Ordinal);
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    [Fact] // "frozen, reproducible to the byte"
    public async Task Nothing_that_happens_afterwards_changes_a_signed_report()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        floor.Clock.MoveTo("2026-07-01 09:00");
        foreach (var text in Enumerable.Range(0, 12)) await ComplainAsync(floor, $"Ingen svarade, {text} gånger.");
        var (kerstin, id) = await SignedAsync(floor, desk);
        var before = await FilesAsync(desk, kerstin, id);
        Assert.Equal(10, before.Count);

        // Cases change, a unit gets another name, the clock goes on.
        await ComplainAsync(floor, "En som kom in för sent i registret.", arrived: new DateTime(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc));
        floor.Clock.MoveTo("2026-10-01 09:00");
        kerstin = await floor.ViewerAsync("kerstin");
        var place = (await desk.OpenAsync(kerstin, id)).Unit;
        var live = await floor.Get<ReportDesk>().ReadAsync(kerstin, "2026-T2", place.Slug);
        var view = await desk.OpenAsync(kerstin, id);
        Assert.Equal(live.Figures["received", Figures.Total].Value, view.Content.Report.Figures["received", Figures.Total].Value + 1);
        Assert.Equal(before, await FilesAsync(desk, kerstin, id));

        // Made anew from what is kept they are the same, byte for byte.
        var frozen = FrozenReport.Parse((await desk.FileAsync(kerstin, id, "json", isOpen: true)).Content);
        foreach (var (format, file) in await floor.Get<ReportFiles>().WriteAllAsync(frozen)) Assert.Equal(file.Content, (await desk.FileAsync(kerstin, id, format, isOpen: true)).Content);
    }

    [Fact]
    public async Task Files_that_somebody_changed_outside_are_not_shown_as_signed()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        var (kerstin, id) = await SignedAsync(floor, desk);
        await floor.SqlAsync("UPDATE kept_report_file SET content = (SELECT k.content FROM kept_report_file k WHERE k.format = 'json' AND NOT k.is_open) WHERE format = 'csv' AND NOT is_open");

        Assert.Equal("seal-broken", (await Assert.ThrowsAsync<RuleBroken>(() => desk.OpenAsync(kerstin, id))).Code);
        Assert.Equal("seal-broken", (await Assert.ThrowsAsync<RuleBroken>(() => desk.FileAsync(kerstin, id, "pdf", isOpen: false))).Code);
    }

    [Fact] // R-SEC-01, R-LEARN-07: outside the circle small groups are hidden, and a draft is nobody else's
    public async Task Others_read_the_open_edition_and_no_draft()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        floor.Clock.MoveTo("2026-07-01 09:00");
        await ComplainAsync(floor, "Ingen svarade.");
        floor.Clock.MoveTo("2026-09-07 09:00");
        var kerstin = await floor.ViewerAsync("kerstin");
        var slug = ReportDesk.PlaceOf(kerstin, await floor.OrganisationAsync()).Slug;
        var draft = await desk.StartAsync(kerstin, "2026", slug, isAccumulated: true);
        var amal = await floor.ViewerAsync("amal");
        await Assert.ThrowsAsync<NotFound>(() => desk.OpenAsync(amal, draft));
        Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => desk.StartAsync(amal, "2026-T1", slug, false))).Code);

        var (_, id) = await SignedAsync(floor, desk);
        var view = await desk.OpenAsync(amal, id);
        Assert.True(view.IsOpen);
        Assert.True(view.Content.Report.Figures["received", Figures.Total].IsHidden);
        Assert.Equal((await desk.FileAsync(kerstin, id, "csv", isOpen: true)).Content, (await desk.FileAsync(amal, id, "csv", isOpen: false)).Content);
        Assert.Equal([id], (await desk.AllAsync(amal)).Select(r => r.Report.Id));
    }

    [Fact] // R-SEC-03: what everybody may read is not told of a case that somebody may not see
    public async Task A_case_that_somebody_may_not_see_is_no_example()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        floor.Clock.MoveTo("2026-07-01 09:00");
        var (told, hidden) = (await ComplainAsync(floor, "Ingen svarade."), await ComplainAsync(floor, "Hon skrek åt mig."));
        await floor.SqlAsync($"INSERT INTO case_hidden (case_id, person_id) SELECT {hidden.Split('-')[1]}, id FROM person WHERE user_name = 'nadia'");
        floor.Clock.MoveTo("2026-09-07 09:00");
        var kerstin = await floor.ViewerAsync("kerstin");
        var id = await desk.StartAsync(kerstin, "2026-T2", ReportDesk.PlaceOf(kerstin, await floor.OrganisationAsync()).Slug, isAccumulated: false);

        Assert.Equal([told], (await desk.ChoicesAsync(kerstin, await desk.OpenAsync(kerstin, id))).Select(c => $"{c.Reference}"));
        Assert.Equal("case-hidden", (await Assert.ThrowsAsync<RuleBroken>(() => desk.ShowAsync(kerstin, id, hidden, null))).Code);
    }

    [Fact] // R-SEC-01: whoever is asked for one unit's text sees that unit's figures
    public async Task Whoever_writes_for_two_units_sees_the_figures_of_the_one_that_they_write_for()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        await floor.Get<OrganisationDesk>().GiveRoleAsync(await floor.ViewerAsync("admin"), "anders", new RoleDetails("traffpunkten", Role.UnitManager));
        floor.Clock.MoveTo("2026-07-01 09:00");
        await ComplainAsync(floor, "Ingen svarade.");
        floor.Clock.MoveTo("2026-09-07 09:00");
        var (kerstin, anders) = (await floor.ViewerAsync("kerstin"), await floor.ViewerAsync("anders"));
        var id = await desk.StartAsync(kerstin, "2026-T2", "social", isAccumulated: false);
        await desk.AskAsync(kerstin, id, ["barn-och-familj", "traffpunkten", "socialpsykiatri"], Today(floor).AddDays(7));

        foreach (var (asked, received) in new[] { ("barn-och-familj", 1m), ("traffpunkten", 0m), ("socialpsykiatri", 0m) })
        {
            // Another's unit is not chosen by writing its name: then it is the first of one's own.
            var view = await desk.OpenAsync(anders, id, textOf: asked);
            Assert.Equal(["barn-och-familj", "traffpunkten"], view.AskedOfViewer.Select(u => u.Slug).Order(StringComparer.Ordinal));
            Assert.Equal(received, view.Content.Report.Figures["received", Figures.Total].Value);
        }
    }

    [Fact] // nothing that somebody has written is overwritten unseen
    public async Task Two_who_write_the_analysis_at_once_do_not_overwrite_each_other()
    {
        await using var floor = await Floor.StartAsync();
        var desk = floor.Get<CompilingDesk>();
        floor.Clock.MoveTo("2026-09-07 09:00");
        var kerstin = await floor.ViewerAsync("kerstin");
        var id = await desk.StartAsync(kerstin, "2026-T2", ReportDesk.PlaceOf(kerstin, await floor.OrganisationAsync()).Slug, isAccumulated: false);
        var seen = CompilingDesk.MarkOf((await desk.OpenAsync(kerstin, id)).Report);
        await desk.WriteAsync(kerstin, id, "Den ena.", seen);
        await Assert.ThrowsAsync<StaleWrite>(() => desk.WriteAsync(kerstin, id, "Den andra.", seen));
        Assert.Equal("Den ena.", (await desk.OpenAsync(kerstin, id)).Report.Analysis);
    }

    [Fact] // R-LEARN-03: the routine's wish for a report is fulfilled when it has been handed over
    public async Task Handing_it_over_settles_what_the_routine_asks()
    {
        await using var floor = await Floor.StartAsync();
        var (kerstin, id) = await SignedAsync(floor, floor.Get<CompilingDesk>());
        var recurring = floor.Get<RecurringDesk>();
        Assert.Contains(await recurring.ForAsync(kerstin), s => s is { DoneAt: null, Work: { Code: "tertial", Period: "2026-T2" } });
        await floor.Get<CompilingDesk>().DeliverAsync(kerstin, id, "Ledningsgruppen", isOpen: false, Today(floor));
        Assert.Contains(await recurring.ForAsync(kerstin), s => s is { DoneAt: not null, Work: { Code: "tertial", Period: "2026-T2" } });
    }

    private static async Task<(Viewer Kerstin, long Id)> SignedAsync(Floor floor, CompilingDesk desk)
    {
        floor.Clock.MoveTo("2026-09-07 09:00");
        var kerstin = await floor.ViewerAsync("kerstin");
        var id = await desk.StartAsync(kerstin, "2026-T2", ReportDesk.PlaceOf(kerstin, await floor.OrganisationAsync()).Slug, isAccumulated: false);
        await desk.WriteAsync(kerstin, id, "Det är lugnt.");
        await desk.SignAsync(kerstin, id);
        return (kerstin, id);
    }

    private static async Task<List<(string Name, string Content)>> FilesAsync(CompilingDesk desk, Viewer viewer, long id)
    {
        List<(string, string)> files = [];
        foreach (var isOpen in new[] { false, true })
        {
            foreach (var format in ReportFiles.Formats.Append("json"))
            {
                var file = await desk.FileAsync(viewer, id, format, isOpen);
                files.Add((file.Name, Convert.ToBase64String(file.Content)));
            }
        }

        return files;
    }

    private static Task<List<string>> MailsToAsync(Floor floor, string userName) =>
        floor.TextsAsync($"SELECT m.text FROM outbox_mail m JOIN person p ON p.id = m.person_id WHERE m.case_id IS NULL AND p.user_name = '{userName}' ORDER BY m.text");

    private static DateOnly Today(Floor floor) => StockholmTime.Today(floor.Clock);

    private static async Task<string> ComplainAsync(Floor floor, string text, DateTime? arrived = null)
    {
        var news = await floor.NewsAsync("nadia", "barn-och-familj", text);
        var registered = await floor.Desk.RegisterAsync(arrived is { } at ? news with { ArrivedAt = at } : news, await floor.ViewerAsync("nadia"));
        return $"{registered.Reference}";
    }
}
