using System.Collections;
using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-SEC-01, R-REG-02, R-REG-03: who sees a case, who acts in it, and what nobody sees there.</summary>
public sealed class SeeingTests
{
    [Theory]
    [InlineData("amal", true, true)] // received it, and answers for it
    [InlineData("bodil", false, false)] // a colleague at the same unit
    [InlineData("cecilia", true, true)] // the line
    [InlineData("eva", true, true)]
    [InlineData("david", false, false)] // another unit's manager
    [InlineData("kim", false, false)]
    [InlineData("lena", false, false)]
    [InlineData("frida", true, false)] // the register's people see, but do not handle
    [InlineData("karin", true, false)]
    [InlineData("gun", false, false)]
    [InlineData("hanna", false, false)] // no role
    [InlineData("viktor", false, false)] // has left
    [InlineData("sten", false, false)] // stands in, but not in April
    public void A_case_is_seen_by_those_who_need_it_and_handled_by_the_one_who_answers_for_it_or_the_line(string person, bool sees, bool handles) =>
        AssertSeesAndHandles(Make.Case(), Make.Viewer(person), sees, handles);

    [Fact]
    public void A_stand_in_sees_and_handles_while_standing_in() => // R-ESC-01
        AssertSeesAndHandles(Make.Case(), Make.Viewer("sten", "2026-07-10"), true, true);

    [Theory]
    [InlineData("david", true, false)] // must see it to accept it
    [InlineData("kim", true, false)]
    [InlineData("amal", true, true)]
    [InlineData("cecilia", true, true)]
    [InlineData("lena", false, false)]
    public void An_offered_case_is_seen_at_both_places_and_handled_by_the_one_who_offered_it(string person, bool sees, bool handles)
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        AssertSeesAndHandles(@case, Make.Viewer(person), sees, handles);
    }

    [Theory]
    [InlineData("david", true, true)]
    [InlineData("kim", true, false)]
    [InlineData("amal", true, false)] // received it, and may follow it
    [InlineData("cecilia", false, false)] // no longer in her line
    [InlineData("eva", true, true)]
    public void An_accepted_case_is_seen_and_handled_where_it_went(string person, bool sees, bool handles)
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        @case.Accept(Make.Viewer("david"), Make.Change("david"));
        AssertSeesAndHandles(@case, Make.Viewer(person), sees, handles);
    }

    [Fact]
    public void An_employee_to_whom_it_is_offered_sees_it_and_handles_it_once_accepted() // R-FLOW-15
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("boendestod"), Make.Person("bodil"), Make.Told(), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        AssertSeesAndHandles(@case, Make.Viewer("bodil"), true, false);
        @case.Accept(Make.Viewer("bodil"), Make.Change("bodil"));
        AssertSeesAndHandles(@case, Make.Viewer("bodil"), true, true);
    }

    [Fact]
    public void Where_employees_do_not_answer_one_who_accepted_a_case_does_not_handle_it() // S3: unit manager or team leader
    {
        var @case = Make.Case("nacka-socialtjanst");
        @case.HandOver(Make.Unit("boendestod"), Make.Person("bodil"), Make.Told(), Make.Nothing, Make.Viewer("amal"), Make.Change("amal"));
        @case.Accept(Make.Viewer("bodil"), Make.Change("bodil"));
        AssertSeesAndHandles(@case, Make.Viewer("bodil"), true, false);
    }

    [Fact]
    public void Whoever_registered_for_a_colleague_sees_it_too()
    {
        var routine = Make.Routine();
        var @case = Case.Register(1, Make.NewCase(receiver: "amal"), routine, routine.Calendar, Make.Person("amal"), Make.Change("bodil"));
        AssertSeesAndHandles(@case, Make.Viewer("bodil"), true, false);
        AssertSeesAndHandles(@case, Make.Viewer("amal"), true, true);
    }

    [Fact]
    public void Nothing_of_the_originals_is_anywhere_but_among_the_secrets() // R-REG-02, R-REG-03
    {
        var @case = Make.Case(text: Masked(), by: new() { Name = "Hemlis Person", Email = "hemlis@exempel.se", Phone = "070-111 11 11", Address = "Hemlisgatan 1" });
        var (amal, change) = (Make.Viewer("amal"), Make.Change("amal"));
        @case.ChangeKind("view", Masked(), amal, change);
        @case.ChangeKind("complaint", Masked(), amal, change);
        @case.Contact(true, Way.Phone, Masked(), null, amal, change);
        @case.PromiseCallback(Make.At("2026-04-28 10:00"), Masked(), amal, change);
        @case.KeepCallback(1, Masked(), amal, change);
        @case.GiveFeedback(Masked(), FeedbackOn.Measure, Way.Phone, null, amal, change);
        @case.RegisterMeasure(Masked(), true, null, amal, change);
        @case.NotifyDelay(Masked(), Way.Phone, null, amal, change);
        @case.Note(Masked(), change);
        @case.HandOver(Make.Unit("traffpunkten"), null, new(Way.Phone, "Hemlis Handläggare"), Masked(), amal, change);
        @case.Decline(Masked(), amal, change);
        @case.Reply(Masked(), Way.Phone, amal, change);
        @case.Close(Masked(), Masked(), amal, change);
        @case.Reopen(Masked(), amal, change);

        var texts = Texts(@case).ToList();
        Assert.Contains("Det gällde [namn].", texts);
        Assert.DoesNotContain(texts, text => text.Contains("hemlis", StringComparison.OrdinalIgnoreCase) || text.Contains("111", StringComparison.Ordinal));
        Assert.All(@case.Secrets, secret => Assert.Contains("Hemlis", secret.Original, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_line_with_masked_words_has_its_original_under_its_own_number_and_no_other_line_has_one()
    {
        var @case = Make.Case();
        @case.Note(Masked(), Make.Change("amal"));
        @case.Note(Make.Words("Inget att dölja"), Make.Change("amal"));
        @case.Note(Masked(), Make.Change("amal"));
        Assert.Equal(["event:3", "event:5"], @case.Secrets.Select(s => s.Field));
        Assert.Equal(@case.Secrets.Select(s => s.Field), @case.NewEvents.Where(e => e.Text == "Det gällde [namn].").Select(e => e.VaultField));
    }

    [Fact]
    public void A_refusal_never_repeats_what_was_written()
    {
        var broken = Assert.Throws<RuleBroken>(() => Make.Case(text: new("[namn]", "Hemlis\0")));
        Assert.Equal("text-unreadable", broken.Code);
        Assert.DoesNotContain("Hemlis", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_is_numbered_without_holes_also_when_something_is_refused() // R-FLOW-09
    {
        var (@case, amal) = (Make.Case(), Make.Viewer("amal"));
        @case.Note(Make.Words("Ett"), Make.Change("amal"));
        Assert.Throws<RuleBroken>(() => @case.Close(Make.Nothing, Make.Nothing, amal, Make.Change("amal")));
        Assert.Throws<RuleBroken>(() => @case.Note(Make.Nothing, Make.Change("amal")));
        @case.OpenVault(Make.Change("amal") with { Why = "Ringa upp" });
        @case.Reply(Make.Words("Jag beklagar."), Way.Phone, amal, Make.Change("amal"));
        Assert.Equal(Enumerable.Range(1, 5), @case.NewEvents.Select(e => e.Number));
        Assert.Equal(5, @case.LastEventNumber);
        Assert.All(@case.NewEvents, line => Assert.Equal((@case.Id, Make.Person("amal").Id), (line.CaseId, line.By)));
    }

    private static Words Masked() => new("Det gällde [namn].", "Det gällde Hemlis Hemligsson.");

    private static void AssertSeesAndHandles(Case @case, Viewer viewer, bool sees, bool handles) =>
        Assert.Equal((sees, handles), (@case.KeysIn(Make.Organisation()).Overlaps(viewer.Keys), @case.MayBeHandledBy(viewer)));

    /// <summary>Every text that any property of the case, its clocks, call-backs or lines gives away, the secrets left out.</summary>
    private static IEnumerable<string> Texts(object? thing) => thing switch
    {
        null or Routine => [],
        string text => [text],
        byte[] bytes => [Convert.ToHexString(bytes), System.Text.Encoding.UTF8.GetString(bytes)],
        IEnumerable all => all.Cast<object>().SelectMany(Texts),
        _ when thing.GetType().Namespace!.StartsWith("Gava", StringComparison.Ordinal) && !thing.GetType().IsEnum =>
            thing.GetType().GetProperties().Where(p => p.Name is not (nameof(Case.Secrets) or nameof(Case.Routine))).SelectMany(p => Texts(p.GetValue(thing))).Append($"{thing}"),
        _ => [$"{thing}"],
    };
}
