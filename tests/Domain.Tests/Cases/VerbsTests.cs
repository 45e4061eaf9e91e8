using System.Collections;
using System.Reflection;
using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>What may be done when, and by whom: tables of every verb.</summary>
public sealed class VerbsTests
{
    private const string Later = "2026-04-27 09:00";

    private static readonly Words Some = Make.Words("Några ord");

    /// <summary>Every verb, done rightly by whoever may do it.</summary>
    private static readonly Dictionary<string, Action<Case>> Verbs = new()
    {
        ["ChangeKind"] = c => c.ChangeKind("praise", Some, Cecilia, By("cecilia")),
        ["HandOver"] = c => c.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Cecilia, By("cecilia")),
        ["Accept"] = c => c.Accept(David, By("david")),
        ["Decline"] = c => c.Decline(Some, David, By("david")),
        ["Take"] = c => c.Take(Cecilia, By("cecilia")),
        ["Acknowledge"] = c => c.Acknowledge(Way.Phone, By("cecilia")),
        ["Contact"] = c => c.Contact(reached: true, Way.Phone, Some, null, Cecilia, By("cecilia")),
        ["PromiseCallback"] = c => c.PromiseCallback(Make.At("2026-04-28 10:00"), Some, Cecilia, By("cecilia")),
        ["KeepCallback"] = c => c.KeepCallback(1, Some, Cecilia, By("cecilia")),
        ["GiveFeedback"] = c => c.GiveFeedback(Some, FeedbackOn.Other, Way.Phone, null, Cecilia, By("cecilia")),
        ["RegisterMeasure"] = c => c.RegisterMeasure(Some, prevents: true, null, Cecilia, By("cecilia")),
        ["NotifyDelay"] = c => c.NotifyDelay(Some, Way.Phone, Make.Day("2026-05-20"), Cecilia, By("cecilia")),
        ["Reply"] = c => c.Reply(Some, Way.Phone, Cecilia, By("cecilia")),
        ["Close"] = c => c.Close(Make.Nothing, Some, Cecilia, By("cecilia")),
        ["Reopen"] = c => c.Reopen(Some, Cecilia, By("cecilia")),
        ["Note"] = c => c.Note(Some, By("amal")),
        ["Escalate"] = c => c.Escalate(Make.Unit("traffpunkten"), Make.Person("david"), Make.Told(), Some, Cecilia, By("cecilia")),
        ["MoveBySubject"] = c => c.MoveBySubject(OwnPerson, Make.Person("cecilia"), Make.Unit("traffpunkten"), Make.Person("eva"), Some, Cecilia, By("cecilia")),
        ["AskForSupport"] = c => c.AskForSupport(Some, Cecilia, By("cecilia")),
        ["GiveToCoordinator"] = c => c.GiveToCoordinator(Make.Unit("boendestod"), Make.Person("eva"), By("cecilia")),
        ["LapseOffer"] = c => c.LapseOffer(By("cecilia")),
        ["Consult"] = c => c.Consult(Make.Person("bodil"), Some, Cecilia, By("cecilia")),
        ["AnswerConsultation"] = c => c.AnswerConsultation(Some, Make.Viewer("bodil"), By("bodil")),
        ["Draft"] = c => c.Draft(Some, Cecilia, By("cecilia")),
        ["Ask"] = c => c.Ask(Some, Way.Phone, Cecilia, By("cecilia")),
        ["ReceiveMessage"] = c => c.ReceiveMessage(Some, Way.Phone, null, Cecilia, By("cecilia")),
        ["AddPart"] = c => c.AddPart(Make.Unit("traffpunkten"), Make.Person("david"), "Maten", Cecilia, By("cecilia")),
        ["FinishPart"] = c => c.FinishPart(1, Some, Cecilia, By("cecilia")),
        ["Solve"] = c => c.Solve(Some, isSatisfied: true, Cecilia, By("cecilia")),
        ["Refer"] = c => c.Refer(null, "Kundtjänst", Some, Way.Phone, Cecilia, By("cecilia")),
        ["Report"] = c => c.Report(Some, Cecilia, By("cecilia")),
        ["JoinTo"] = c => c.JoinTo(Make.Case(number: 77), Some, Cecilia, By("cecilia")),
        ["TellWhereToTurn"] = c => c.TellWhereToTurn(Make.Words("IVO"), Cecilia, By("cecilia")),
        ["Categorise"] = c => c.Categorise("amne", ["stod"], Cecilia, By("cecilia")),
        ["MarkSecrecy"] = c => c.MarkSecrecy("OSL 26 kap. 1 §", Some, Cecilia, By("cecilia")),
        ["ChangeRegime"] = c => c.ChangeRegime("lss", Some, Cecilia, By("cecilia")),
        ["MoveTo"] = c => c.MoveTo(c.Routine with { Version = 2 }, Some, Cecilia, By("cecilia")),
        ["OpenVault"] = c => c.OpenVault(By("amal")),
        ["MarkExempt"] = c => c.MarkExempt(Some, Make.Viewer("frida"), By("frida")),
        ["CloseInDiary"] = c => c.CloseInDiary(Some, Make.Viewer("frida"), By("frida")),
    };

    [Theory] // the status that follows, or the rule that is broken
    [InlineData("ChangeKind", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("HandOver", "Offered", "Offered", "already-offered", "Offered", "case-closed")]
    [InlineData("Accept", "nothing-offered", "nothing-offered", "InProgress", "nothing-offered", "case-closed")]
    [InlineData("Decline", "nothing-offered", "nothing-offered", "InProgress", "nothing-offered", "nothing-offered")]
    [InlineData("Take", "InProgress", "already-taken", "already-taken", "already-taken", "case-closed")]
    [InlineData("Acknowledge", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("Contact", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("PromiseCallback", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("KeepCallback", "callback-unknown", "callback-unknown", "callback-unknown", "callback-unknown", "callback-unknown")]
    [InlineData("GiveFeedback", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("RegisterMeasure", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("NotifyDelay", "Received", "InProgress", "Offered", "nothing-late", "case-closed")]
    [InlineData("Reply", "Answered", "Answered", "Offered", "Answered", "case-closed")]
    [InlineData("Close", "Closed", "Closed", "offer-waiting", "Closed", "case-closed")]
    [InlineData("Reopen", "case-open", "case-open", "case-open", "case-open", "InProgress")]
    [InlineData("Note", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("Escalate", "Offered", "Offered", "already-offered", "Offered", "case-closed")]
    [InlineData("MoveBySubject", "InProgress", "InProgress", "InProgress", "Answered", "case-closed")]
    [InlineData("AskForSupport", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("GiveToCoordinator", "InProgress", "InProgress", "InProgress", "Answered", "InProgress")]
    [InlineData("LapseOffer", "Received", "InProgress", "InProgress", "Answered", "Closed")]
    [InlineData("Consult", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("AnswerConsultation", "not-consulted", "not-consulted", "not-consulted", "not-consulted", "case-closed")]
    [InlineData("Draft", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("Ask", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("ReceiveMessage", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("AddPart", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("FinishPart", "part-unknown", "part-unknown", "part-unknown", "part-unknown", "case-closed")]
    [InlineData("Solve", "Closed", "Closed", "already-offered", "Closed", "case-closed")]
    [InlineData("Refer", "Closed", "Closed", "already-offered", "Closed", "case-closed")]
    [InlineData("Report", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("JoinTo", "Closed", "Closed", "already-offered", "Closed", "case-closed")]
    [InlineData("TellWhereToTurn", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("Categorise", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("MarkSecrecy", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("ChangeRegime", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("MoveTo", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("OpenVault", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("MarkExempt", "diary-none", "diary-none", "diary-none", "diary-none", "diary-none")]
    [InlineData("CloseInDiary", "diary-none", "diary-none", "diary-none", "diary-none", "diary-none")]
    public void Each_verb_leads_from_each_status_to_another_or_is_refused(string verb, params string[] outcomes)
    {
        foreach (var (status, outcome) in Enum.GetValues<CaseStatus>().Zip(outcomes))
        {
            var @case = In(status);
            Assert.Equal($"{status}: {outcome}", $"{status}: {Outcome(@case, Verbs[verb])}");
        }
    }

    [Fact]
    public void Every_verb_of_a_case_is_in_the_tables() =>
        Assert.Equal(
            typeof(Case).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.ReturnType == typeof(void) && !m.IsSpecialName).Select(m => m.Name).Except([nameof(Case.Recount)]).Order(),
            Verbs.Keys.Order());

    [Theory]
    [InlineData(CaseStatus.Received, "InProgress Offered Answered Closed")]
    [InlineData(CaseStatus.InProgress, "Offered Answered Closed")]
    [InlineData(CaseStatus.Offered, "Received InProgress Answered")]
    [InlineData(CaseStatus.Answered, "InProgress Offered Closed")]
    [InlineData(CaseStatus.Closed, "InProgress")] // only opened again
    public void A_status_moves_only_as_the_table_says(CaseStatus from, string to) =>
        Assert.Equal(to.Split(' ').Append($"{from}").Order(), Enum.GetValues<CaseStatus>().Where(next => from.CanBecome(next)).Select(s => $"{s}").Order());

    [Theory]
    [MemberData(nameof(HandlersVerbs))]
    public void What_changes_a_case_is_done_by_the_one_who_answers_for_it_or_the_line_above(string verb) // R-SEC-01, R-FLOW-15
    {
        Assert.Equal("not-yours", Outcome(Ready(verb), c => Act(c, verb, "bodil")));
        // The registrar marks secrecy and chooses the law that applies (R-SEC-06, law.md SR-1.1).
        if (verb is not ("MarkSecrecy" or "ChangeRegime")) Assert.Equal("not-yours", Outcome(Ready(verb), c => Act(c, verb, "frida")));
        Assert.Equal("not-yours", Outcome(Ready(verb), c => Act(c, verb, "karin")));
        Assert.Equal("not-yours", Outcome(Ready(verb), c => Act(c, verb, "david")));
        Assert.Equal("not-yours", Outcome(Ready(verb), c => Act(c, verb, "hanna")));
        Assert.DoesNotContain("-", Outcome(Ready(verb), c => Act(c, verb, "amal")), StringComparison.Ordinal);
        Assert.DoesNotContain("-", Outcome(Ready(verb), c => Act(c, verb, "cecilia")), StringComparison.Ordinal);
        Assert.DoesNotContain("-", Outcome(Ready(verb), c => Act(c, verb, "eva")), StringComparison.Ordinal);
    }

    public static TheoryData<string> HandlersVerbs => ["ChangeKind", "HandOver", "Contact", "PromiseCallback", "KeepCallback",
        "GiveFeedback", "RegisterMeasure", "NotifyDelay", "Reply", "Close", "Reopen", "Escalate", "Consult", "Draft", "Ask", "AddPart", "Solve", "Refer",
        "Report", "TellWhereToTurn", "MarkSecrecy", "ChangeRegime", "MoveTo"];

    [Theory]
    [MemberData(nameof(Guards))]
    public void A_rule_about_to_be_broken_is_told_by_code_and_field_in_a_sentence_and_leaves_no_trace(string what)
    {
        var (code, field, act) = GuardTable[what];
        var @case = In(CaseStatus.InProgress);
        if (what.Contains("offered", StringComparison.Ordinal)) Verbs["HandOver"](@case);
        var before = Everything(@case);
        var broken = Assert.Throws<RuleBroken>(() => act(@case));
        Assert.Equal((code, field), (broken.Code, broken.Field));
        Assert.Matches("^[A-ZÅÄÖ].*[.]$", broken.Message);
        Assert.Equal(before, Everything(@case));
    }

    public static TheoryData<string> Guards => [.. GuardTable.Keys];

    private static readonly Words TooLong = Make.Words(new string('a', NewCase.LongestText + 1));

    private static Dictionary<string, (string Code, string? Field, Action<Case> Act)> GuardTable => new()
    {
        ["another kind that the routine does not know"] = ("kind-unknown", "kind", c => c.ChangeKind("idea", Some, Cecilia, By("cecilia"))),
        ["the kind that it has already"] = ("kind-same", "kind", c => c.ChangeKind("complaint", Some, Cecilia, By("cecilia"))),
        ["another kind without a reason"] = ("why-missing", "why", c => c.ChangeKind("praise", Make.Words(" \n"), Cecilia, By("cecilia"))),
        ["a hand-over to the one who answers for it"] = ("same-person", "to", c => c.HandOver(Make.Unit("boendestod"), Make.Person("amal"), Make.Told(), Make.Nothing, Cecilia, By("cecilia"))),
        ["a hand-over with an endless message"] = ("message-too-long", "message", c => c.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), TooLong, Cecilia, By("cecilia"))),
        ["what is offered to a unit is accepted by another's manager"] = ("not-offered-to-you", null, c => c.Accept(Make.Viewer("lena"), By("lena"))),
        ["what is offered to a unit is accepted by an employee there"] = ("not-offered-to-you", null, c => c.Accept(Make.Viewer("amal"), By("amal"))),
        ["what is offered is declined by somebody else"] = ("not-offered-to-you", null, c => c.Decline(Some, Make.Viewer("lena"), By("lena"))),
        ["what is offered is declined without a reason"] = ("why-missing", "why", c => c.Decline(Make.Nothing, David, By("david"))),
        ["contact in no way"] = ("way-missing", "way", c => c.Contact(true, Way.None, Some, null, Cecilia, By("cecilia"))),
        ["contact without a word of what was said"] = ("text-missing", "text", c => c.Contact(true, Way.Phone, Make.Nothing, null, Cecilia, By("cecilia"))),
        ["an attempt with endless words"] = ("text-too-long", "text", c => c.Contact(false, Way.Phone, TooLong, null, Cecilia, By("cecilia"))),
        ["contact tomorrow"] = ("in-the-future", "happenedAt", c => c.Contact(true, Way.Phone, Some, Make.At("2026-04-28 09:00"), Cecilia, By("cecilia"))),
        ["contact before it arrived"] = ("before-arrival", "happenedAt", c => c.Contact(true, Way.Phone, Some, Make.At("2026-04-23 23:59"), Cecilia, By("cecilia"))),
        ["a call-back promised for yesterday"] = ("callback-past", "dueAt", c => c.PromiseCallback(Make.At("2026-04-26 10:00"), Some, Cecilia, By("cecilia"))),
        ["a call-back promised in two years"] = ("callback-far", "dueAt", c => c.PromiseCallback(Make.At("2028-04-26 10:00"), Some, Cecilia, By("cecilia"))),
        ["a call-back promised with endless words"] = ("text-too-long", "text", c => c.PromiseCallback(Make.At("2026-04-28 10:00"), TooLong, Cecilia, By("cecilia"))),
        ["a call-back kept that nobody promised"] = ("callback-unknown", null, c => c.KeepCallback(7, Some, Cecilia, By("cecilia"))),
        ["feedback in no way"] = ("way-missing", "way", c => c.GiveFeedback(Some, FeedbackOn.Other, Way.None, null, Cecilia, By("cecilia"))),
        ["feedback about nothing known"] = ("about-unknown", "about", c => c.GiveFeedback(Some, "weather", Way.Phone, null, Cecilia, By("cecilia"))),
        ["feedback without words"] = ("text-missing", "text", c => c.GiveFeedback(Make.Nothing, FeedbackOn.Other, Way.Phone, null, Cecilia, By("cecilia"))),
        ["feedback tomorrow"] = ("in-the-future", "happenedAt", c => c.GiveFeedback(Some, FeedbackOn.Other, Way.Phone, Make.At("2026-04-28 09:00"), Cecilia, By("cecilia"))),
        ["a measure without words"] = ("text-missing", "text", c => c.RegisterMeasure(Make.Nothing, true, null, Cecilia, By("cecilia"))),
        ["a measure with endless words"] = ("text-too-long", "text", c => c.RegisterMeasure(TooLong, true, null, Cecilia, By("cecilia"))),
        ["a measure tomorrow"] = ("in-the-future", "happenedAt", c => c.RegisterMeasure(Some, true, Make.At("2026-04-28 09:00"), Cecilia, By("cecilia"))),
        ["a delay without its reason"] = ("text-missing", "text", c => c.NotifyDelay(Make.Nothing, Way.Phone, null, Cecilia, By("cecilia"))),
        ["a delay told in no way"] = ("way-missing", "way", c => c.NotifyDelay(Some, Way.None, null, Cecilia, By("cecilia"))),
        ["a delay until today"] = ("new-day-past", "newDay", c => c.NotifyDelay(Some, Way.Phone, Make.Day("2026-04-27"), Cecilia, By("cecilia"))),
        ["a delay for years"] = ("new-day-far", "newDay", c => c.NotifyDelay(Some, Way.Phone, Make.Day("2027-04-28"), Cecilia, By("cecilia"))),
        ["an answer without words"] = ("text-missing", "text", c => c.Reply(Make.Nothing, Way.Phone, Cecilia, By("cecilia"))),
        ["an answer in no way"] = ("way-missing", "way", c => c.Reply(Some, Way.None, Cecilia, By("cecilia"))),
        ["a close without a measure or a reason"] = ("measure-missing", null, c => c.Close(Some, Make.Words("  "), Cecilia, By("cecilia"))),
        ["a close with endless words"] = ("text-too-long", "text", c => c.Close(TooLong, Some, Cecilia, By("cecilia"))),
        ["a close with an endless reason"] = ("noMeasureBecause-too-long", "noMeasureBecause", c => c.Close(Some, TooLong, Cecilia, By("cecilia"))),
        ["an open case is opened again"] = ("case-open", null, c => c.Reopen(Some, Cecilia, By("cecilia"))),
        ["a note without words"] = ("text-missing", "text", c => c.Note(Make.Words("\t"), By("amal"))),
    };

    [Fact]
    public void A_case_that_waits_at_the_unit_is_not_handed_to_the_same_unit() =>
        Assert.Equal("same-unit", Outcome(In(CaseStatus.Received), c => c.HandOver(Make.Unit("boendestod"), null, Make.Told(), Make.Nothing, Cecilia, By("cecilia"))));

    [Fact]
    public void Somebody_who_left_no_address_gets_no_letter() =>
        Assert.Equal("cannot-be-reached", Outcome(Make.Case(isAnonymous: true), c => c.Reply(Some, Way.Letter, Cecilia, By("cecilia"))));

    [Fact]
    public void A_case_is_opened_again_with_a_reason()
    {
        var @case = In(CaseStatus.Closed);
        Assert.Equal("why-missing", Outcome(@case, c => c.Reopen(Make.Nothing, Cecilia, By("cecilia"))));
    }

    [Fact]
    public void A_clock_that_differs_by_seconds_between_two_desks_does_not_stop_the_work()
    {
        var @case = In(CaseStatus.InProgress);
        @case.Contact(true, Way.Phone, Some, Make.At(Later).AddSeconds(40), Cecilia, By("cecilia"));
        Assert.Equal(Make.At(Later), @case.NewEvents[^1].HappenedAt); // and nothing happens later than it is written
    }

    [Theory]
    [InlineData(CaseStatus.Received, "Ny", "received")]
    [InlineData(CaseStatus.InProgress, "Pågår", "inProgress")]
    [InlineData(CaseStatus.Offered, "Väntar på mottagare", "offered")]
    [InlineData(CaseStatus.Answered, "Besvarat", "answered")]
    [InlineData(CaseStatus.Closed, "Avslutat", "closed")]
    public void A_status_has_a_word_and_a_code_that_reads_back(CaseStatus status, string word, string code)
    {
        Assert.Equal((word, code), (status.Swedish(), StatusMoves.Code(status)));
        Assert.Equal(status, StatusMoves.Parse(code));
        Assert.Null(StatusMoves.Parse("1"));
    }

    private static Viewer Cecilia => Make.Viewer("cecilia");

    private static SubjectStep OwnPerson => new(SubjectOf.OwnPerson, "", Role.UnitManager, Role.DepartmentHead, new("S4", null));

    private static Viewer David => Make.Viewer("david");

    private static Change By(string person) => Make.Change(person, Later);

    /// <summary>A complaint of somebody who wants no answer, so that it can be closed from every status.</summary>
    private static Case In(CaseStatus status)
    {
        var @case = Make.Case(receiver: status == CaseStatus.Received ? "webben" : "amal", wantsReply: false);
        if (status == CaseStatus.Offered) Verbs["HandOver"](@case);
        if (status is CaseStatus.Answered) Verbs["Reply"](@case);
        if (status == CaseStatus.Closed) Verbs["Close"](@case);
        Assert.Equal(status, @case.Status);
        return @case;
    }

    private static Case Ready(string verb)
    {
        var @case = In(verb == "Reopen" ? CaseStatus.Closed : CaseStatus.InProgress);
        if (verb == "KeepCallback") Verbs["PromiseCallback"](@case);
        return @case;
    }

    private static void Act(Case @case, string verb, string person)
    {
        var (viewer, change) = (Make.Viewer(person), By(person));
        switch (verb)
        {
            case "ChangeKind": @case.ChangeKind("praise", Some, viewer, change); break;
            case "HandOver": @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, viewer, change); break;
            case "Contact": @case.Contact(true, Way.Phone, Some, null, viewer, change); break;
            case "PromiseCallback": @case.PromiseCallback(Make.At("2026-04-28 10:00"), Some, viewer, change); break;
            case "KeepCallback": @case.KeepCallback(1, Some, viewer, change); break;
            case "GiveFeedback": @case.GiveFeedback(Some, FeedbackOn.Other, Way.Phone, null, viewer, change); break;
            case "RegisterMeasure": @case.RegisterMeasure(Some, true, null, viewer, change); break;
            case "NotifyDelay": @case.NotifyDelay(Some, Way.Phone, null, viewer, change); break;
            case "Reply": @case.Reply(Some, Way.Phone, viewer, change); break;
            case "Close": @case.Close(Make.Nothing, Some, viewer, change); break;
            case "Reopen": @case.Reopen(Some, viewer, change); break;
            case "Escalate": @case.Escalate(Make.Unit("traffpunkten"), Make.Person("david"), Make.Told(), Some, viewer, change); break;
            case "Consult": @case.Consult(Make.Person("kim"), Some, viewer, change); break;
            case "Draft": @case.Draft(Some, viewer, change); break;
            case "Ask": @case.Ask(Some, Way.Phone, viewer, change); break;
            case "AddPart": @case.AddPart(Make.Unit("traffpunkten"), Make.Person("kim"), "Maten", viewer, change); break;
            case "Solve": @case.Solve(Some, true, viewer, change); break;
            case "Refer": @case.Refer(null, "Kundtjänst", Some, Way.Phone, viewer, change); break;
            case "Report": @case.Report(Some, viewer, change); break;
            case "TellWhereToTurn": @case.TellWhereToTurn(Make.Words("IVO"), viewer, change); break;
            case "MarkSecrecy": @case.MarkSecrecy("OSL 26 kap. 1 §", Some, viewer, change); break;
            case "ChangeRegime": @case.ChangeRegime("lss", Some, viewer, change); break;
            case "MoveTo": @case.MoveTo(@case.Routine with { Version = 2 }, Some, viewer, change); break;
            default: throw new ArgumentException(verb, nameof(verb));
        }
    }

    private static string Outcome(Case @case, Action<Case> act)
    {
        try
        {
            act(@case);
            return $"{@case.Status}";
        }
        catch (RuleBroken broken)
        {
            return broken.Code;
        }
    }

    /// <summary>Everything that can be read of a case, its clocks, call-backs and lines.</summary>
    private static string Everything(object thing) => string.Join('\n', thing.GetType().GetProperties()
        .Where(p => p.Name != nameof(Case.Routine)).Select(p => $"{p.Name}={p.GetValue(thing) switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            string text => text,
            IEnumerable all => string.Join(',', all.Cast<object>().Select(Everything)),
            var value => value,
        }}"));
}
