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

    /// <summary>Every verb, and who of the stories does it rightly.</summary>
    internal static readonly Dictionary<string, (string Doer, Action<Case, Viewer, Change> Act)> Verbs = new()
    {
        ["ChangeKind"] = ("cecilia", (c, viewer, change) => c.ChangeKind("praise", Some, viewer, change)),
        ["HandOver"] = ("cecilia", (c, viewer, change) => c.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, viewer, change)),
        ["Accept"] = ("david", (c, viewer, change) => c.Accept(viewer, change)),
        ["Decline"] = ("david", (c, viewer, change) => c.Decline(Some, viewer, change)),
        ["Take"] = ("cecilia", (c, viewer, change) => c.Take(viewer, change)),
        ["Acknowledge"] = ("cecilia", (c, viewer, change) => c.Acknowledge(Way.Phone, viewer, change)),
        ["AcknowledgeAtOnce"] = ("amal", (c, _, change) => c.AcknowledgeAtOnce(change)),
        ["Contact"] = ("cecilia", (c, viewer, change) => c.Contact(reached: true, Way.Phone, Some, null, viewer, change)),
        ["PromiseCallback"] = ("cecilia", (c, viewer, change) => c.PromiseCallback(Make.At("2026-04-28 10:00"), Some, viewer, change)),
        ["KeepCallback"] = ("cecilia", (c, viewer, change) => c.KeepCallback(1, Some, viewer, change)),
        ["GiveFeedback"] = ("cecilia", (c, viewer, change) => c.GiveFeedback(Some, FeedbackOn.Other, Way.Phone, null, viewer, change)),
        ["RegisterMeasure"] = ("cecilia", (c, viewer, change) => c.RegisterMeasure(Some, prevents: true, null, viewer, change)),
        ["NotifyDelay"] = ("cecilia", (c, viewer, change) => c.NotifyDelay(Some, Way.Phone, Make.Day("2026-05-20"), viewer, change)),
        ["Reply"] = ("cecilia", (c, viewer, change) => c.Reply(Some, Way.Phone, viewer, change)),
        ["Close"] = ("cecilia", (c, viewer, change) => c.Close(Make.Nothing, Some, viewer, change)),
        ["Reopen"] = ("cecilia", (c, viewer, change) => c.Reopen(Some, viewer, change)),
        ["Note"] = ("amal", (c, _, change) => c.Note(Some, change)),
        ["Escalate"] = ("cecilia", (c, viewer, change) => c.Escalate(Make.Unit("traffpunkten"), Make.Person("david"), Make.Told(), Some, viewer, change)),
        ["MoveBySubject"] = ("cecilia", (c, viewer, change) => c.MoveBySubject(OwnPerson, Make.Person("cecilia"), Make.Unit("traffpunkten"), Make.Person("eva"), Some, viewer, change)),
        ["AskForSupport"] = ("cecilia", (c, viewer, change) => c.AskForSupport(Some, viewer, change)),
        ["GiveToCoordinator"] = ("cecilia", (c, _, change) => c.GiveToCoordinator(Make.Unit("boendestod"), Make.Person("eva"), change)),
        ["LapseOffer"] = ("cecilia", (c, _, change) => c.LapseOffer(change)),
        ["Consult"] = ("cecilia", (c, viewer, change) => c.Consult(Make.Person("bodil"), Some, viewer, change)),
        ["AskReader"] = ("cecilia", (c, viewer, change) => c.AskReader(Make.Person("eva"), viewer, change)),
        ["AnswerConsultation"] = ("bodil", (c, viewer, change) => c.AnswerConsultation(Some, viewer, change)),
        ["Draft"] = ("cecilia", (c, viewer, change) => c.Draft(Some, viewer, change)),
        ["Ask"] = ("cecilia", (c, viewer, change) => c.Ask(Some, Way.Phone, viewer, change)),
        ["ReceiveMessage"] = ("cecilia", (c, viewer, change) => c.ReceiveMessage(Some, Way.Phone, null, viewer, change)),
        ["AddPart"] = ("cecilia", (c, viewer, change) => c.AddPart(Make.Unit("traffpunkten"), Make.Person("david"), Make.Words("Maten"), viewer, change)),
        ["AddPoint"] = ("cecilia", (c, viewer, change) => c.AddPoint(Some, viewer, change)),
        ["RemovePoint"] = ("cecilia", (c, viewer, change) => c.RemovePoint(1, viewer, change)),
        ["JudgePoint"] = ("cecilia", (c, viewer, change) => c.JudgePoint(1, PointOutcome.Partly, Some, Some, viewer, change)),
        ["FinishPart"] = ("cecilia", (c, viewer, change) => c.FinishPart(1, Some, viewer, change)),
        ["Solve"] = ("cecilia", (c, viewer, change) => c.Solve(Some, isSatisfied: true, viewer, change)),
        ["Refer"] = ("cecilia", (c, viewer, change) => c.Refer(null, "Kundtjänst", Some, Way.Phone, viewer, change)),
        ["Report"] = ("cecilia", (c, viewer, change) => c.Report(Some, viewer, change)),
        ["JoinTo"] = ("cecilia", (c, viewer, change) => c.JoinTo(Make.Case(number: 77), Some, viewer, change)),
        ["TellWhereToTurn"] = ("cecilia", (c, viewer, change) => c.TellWhereToTurn(Make.Words("IVO"), viewer, change)),
        ["Categorise"] = ("cecilia", (c, viewer, change) => c.Categorise("amne", ["stod"], viewer, change)),
        ["MarkSecrecy"] = ("cecilia", (c, viewer, change) => c.MarkSecrecy("OSL 26 kap. 1 §", Some, viewer, change)),
        ["ChangeRegime"] = ("cecilia", (c, viewer, change) => c.ChangeRegime("lss", Some, viewer, change)),
        ["MoveTo"] = ("cecilia", (c, viewer, change) => c.MoveTo(c.Routine with { Version = 2 }, Some, viewer, change)),
        ["Adopt"] = ("amal", (c, _, change) => c.Adopt(Make.Routine("nacka-kommun"), Make.Routine("nacka-kommun").Calendar, change)),
        ["OpenVault"] = ("amal", (c, _, change) => c.OpenVault(change)),
        ["NameReader"] = ("cecilia", (c, viewer, change) => c.NameReader(Make.Person("bodil"), viewer, change)),
        ["Mask"] = ("frida", (c, viewer, change) => c.Mask("Dolt.", [], viewer, change)),
        ["Unmask"] = ("frida", (c, viewer, change) => c.Unmask("Synligt.", [], Some, viewer, change)),
        ["CorrectDetails"] = ("cecilia", (c, viewer, change) => c.CorrectDetails(new() { Name = "Elsa Bergström" }, ["name"], viewer, change)),
        ["HearFromPerson"] = ("amal", (c, _, change) => c.HearFromPerson(Some, Way.Web, change)),
        ["AskForAnother"] = ("amal", (c, _, change) => c.AskForAnother(Some, change)),
        ["Rate"] = ("amal", (c, _, change) => c.Rate(new(5, 4, 5), Some, change)),
        ["GiveCode"] = ("cecilia", (c, viewer, change) => c.GiveCode([1, 2, 3], CodeWay.ReadOut, viewer, change)),
        ["Hold"] = ("frida", (c, viewer, change) => c.Hold(Some, viewer, change)),
        ["LiftHold"] = ("frida", (c, viewer, change) => c.LiftHold(Some, viewer, change)),
        ["Dispose"] = ("frida", (c, _, change) => c.Dispose(DisposablePart.Vault, "SN § 12", change)),
        ["PickForDisclosure"] = ("frida", (c, _, change) => c.PickForDisclosure("1;text", change)),
        ["DropFromDisclosure"] = ("frida", (c, _, change) => c.DropFromDisclosure("1;text", change)),
        ["DecideDisclosure"] = ("frida", (c, _, change) => c.DecideDisclosure("1;masked", change)),
        ["MarkSecrecyOf"] = ("cecilia", (c, viewer, change) => c.MarkSecrecyOf(1, "OSL 26 kap. 1 §", null, Some, viewer, change)),
        ["ForwardToRegistrar"] = ("karin", (c, viewer, change) => c.ForwardToRegistrar(viewer, change)),
        ["RegisterInDiary"] = ("frida", (c, viewer, change) => c.RegisterInDiary(new("SN", 2026, 1), Make.Words("Klagomål"), null, viewer, change)),
        ["MarkExempt"] = ("frida", (c, viewer, change) => c.MarkExempt(Some, viewer, change)),
        ["GoWithPlace"] = ("eva", (c, _, change) => c.GoWithPlace(Make.Unit("boendestod"), Make.Unit("traffpunkten"), Make.Person("david"), change)),
        ["PassOn"] = ("eva", (c, _, change) => c.PassOn(Make.Person("cecilia"), Make.Person("eva"), change)),
        ["GiveTo"] = ("eva", (c, _, change) => c.GiveTo(Make.Person("eva"), Make.Person("cecilia"), change)),
        ["CloseInDiary"] = ("frida", (c, viewer, change) => c.CloseInDiary(Some, viewer, change)),
    };

    [Theory] // the status that follows, or the rule that is broken
    [InlineData("ChangeKind", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("HandOver", "Offered", "Offered", "already-offered", "Offered", "case-closed")]
    [InlineData("Accept", "nothing-offered", "nothing-offered", "InProgress", "nothing-offered", "case-closed")]
    [InlineData("Decline", "nothing-offered", "nothing-offered", "InProgress", "nothing-offered", "nothing-offered")]
    [InlineData("Take", "InProgress", "already-taken", "already-taken", "already-taken", "case-closed")]
    [InlineData("Acknowledge", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("AcknowledgeAtOnce", "Received", "InProgress", "Offered", "Answered", "case-closed")]
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
    [InlineData("GiveToCoordinator", "InProgress", "InProgress", "InProgress", "Answered", "case-closed")]
    [InlineData("LapseOffer", "Received", "InProgress", "InProgress", "Answered", "Closed")]
    [InlineData("Consult", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("AnswerConsultation", "not-consulted", "not-consulted", "not-consulted", "not-consulted", "case-closed")]
    [InlineData("Draft", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("Ask", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("ReceiveMessage", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("AddPart", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("AddPoint", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("RemovePoint", "point-unknown", "point-unknown", "point-unknown", "point-unknown", "case-closed")]
    [InlineData("JudgePoint", "Received", "InProgress", "Offered", "Answered", "case-closed")]
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
    [InlineData("Adopt", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("OpenVault", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("GiveCode", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("NameReader", "not-protected", "not-protected", "not-protected", "not-protected", "not-protected")]
    [InlineData("CorrectDetails", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("HearFromPerson", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("AskForAnother", "no-answer-yet", "no-answer-yet", "no-answer-yet", "Answered", "InProgress")]
    [InlineData("Rate", "no-answer-yet", "no-answer-yet", "no-answer-yet", "Answered", "Closed")]
    [InlineData("Mask", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("Unmask", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("Hold", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("LiftHold", "hold-none", "hold-none", "hold-none", "hold-none", "hold-none")]
    [InlineData("Dispose", "disposal-open", "disposal-open", "disposal-open", "disposal-open", "Closed")]
    [InlineData("PickForDisclosure", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("DropFromDisclosure", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("DecideDisclosure", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("MarkSecrecyOf", "Received", "InProgress", "Offered", "Answered", "Closed")]
    [InlineData("AskReader", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("ForwardToRegistrar", "forwarding-none", "forwarding-none", "forwarding-none", "forwarding-none", "forwarding-none")]
    [InlineData("RegisterInDiary", "diary-none", "diary-none", "diary-none", "diary-none", "diary-none")]
    [InlineData("MarkExempt", "diary-none", "diary-none", "diary-none", "diary-none", "diary-none")]
    [InlineData("GoWithPlace", "Received", "Received", "Offered", "Answered", "case-closed")]
    [InlineData("PassOn", "Received", "InProgress", "Offered", "Answered", "case-closed")]
    [InlineData("GiveTo", "InProgress", "InProgress", "InProgress", "Answered", "case-closed")]
    [InlineData("CloseInDiary", "diary-none", "diary-none", "diary-none", "diary-none", "diary-none")]
    public void Each_verb_leads_from_each_status_to_another_or_is_refused(string verb, params string[] outcomes)
    {
        foreach (var (status, outcome) in Enum.GetValues<CaseStatus>().Zip(outcomes))
        {
            var @case = In(status);
            Assert.Equal($"{status}: {outcome}", $"{status}: {Outcome(@case, c => Do(c, verb))}");
        }
    }

    [Fact]
    public void Every_verb_of_a_case_is_in_the_tables() =>
        Assert.Equal(
            typeof(Case).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.GetParameters().Any(p => p.ParameterType == typeof(Change)) && m.Name != nameof(Case.Wake)).Select(m => m.Name).Order(),
            Verbs.Keys.Order());

    [Theory]
    [InlineData(CaseStatus.Received, "InProgress Offered Answered Closed")]
    [InlineData(CaseStatus.InProgress, "Received Offered Answered Closed")] // anew when its place is ended
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
        "Report", "Acknowledge", "AskReader", "TellWhereToTurn", "MarkSecrecy", "ChangeRegime", "MoveTo", "CorrectDetails"];

    [Theory]
    [MemberData(nameof(Guards))]
    public void A_rule_about_to_be_broken_is_told_by_code_and_field_in_a_sentence_and_leaves_no_trace(string what)
    {
        var (code, field, act) = GuardTable[what];
        var @case = In(CaseStatus.InProgress);
        if (what.Contains("offered", StringComparison.Ordinal)) Do(@case, "HandOver");
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
        ["a correction that puts nothing right"] = ("details-same", null, c => c.CorrectDetails(new(), [], Cecilia, By("cecilia"))),
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
        if (status == CaseStatus.Offered) Do(@case, "HandOver");
        if (status is CaseStatus.Answered) Do(@case, "Reply");
        if (status == CaseStatus.Closed) Do(@case, "Close");
        Assert.Equal(status, @case.Status);
        return @case;
    }

    private static Case Ready(string verb)
    {
        var @case = In(verb == "Reopen" ? CaseStatus.Closed : CaseStatus.InProgress);
        if (verb == "KeepCallback") Do(@case, "PromiseCallback");
        return @case;
    }

    private static void Do(Case @case, string verb) => Act(@case, verb, Verbs[verb].Doer);

    private static void Act(Case @case, string verb, string person) => Verbs[verb].Act(@case, Make.Viewer(person), By(person));

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
