using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>Consultation, draft and rest as S3 has them; the reply, the report, the endings (R-FLOW-04, -06, -08, -11).</summary>
public sealed class ReplyingTests
{
    private static readonly Words Some = Make.Words("Några ord");

    [Fact] // R-FLOW-06: ett dygn, sova på saken
    public void A_draft_rests_for_a_day_and_a_reply_before_that_wants_its_reason()
    {
        var @case = Resting();
        Assert.Equal(Make.At("2026-04-28 09:00"), @case.RestsUntil);

        var broken = Assert.Throws<RuleBroken>(() => @case.Reply(Some, Way.Phone, Cecilia, At("2026-04-28 08:59")));
        Assert.Equal(("draft-rests", "because"), (broken.Code, broken.Field));
        Assert.Contains("tisdag 28 april 2026 klockan 09.00", broken.Message, StringComparison.Ordinal);

        @case.Reply(Some, Way.Phone, Cecilia, At("2026-04-28 08:59"), because: Make.Words("Personen reser i morgon bitti."));
        Assert.Equal(Make.At("2026-04-28 08:59"), @case.RepliedAt);
    }

    [Fact] // R-FLOW-06
    public void After_the_rest_the_reply_goes_without_more() =>
        Assert.Equal(CaseStatus.Answered, Replied(Resting(), "2026-04-28 09:00").Status);

    [Fact] // R-FLOW-06
    public void Nobody_consulted_is_said_before_the_reply_goes()
    {
        var @case = Make.Case(following: Sleeping);
        Assert.Equal("consultation-missing", Assert.Throws<RuleBroken>(() => Replied(@case, "2026-04-28 09:00")).Code);
    }

    [Fact] // issue: stop when the complainant writes again
    public void A_message_after_the_draft_must_be_read_before_the_reply()
    {
        var @case = Resting();
        @case.ReceiveMessage(Some, Way.Phone, null, Cecilia, At("2026-04-27 15:00"));
        Assert.Equal("message-since", Assert.Throws<RuleBroken>(() => Replied(@case, "2026-04-29 09:00")).Code);
        @case.Draft(Some, Cecilia, At("2026-04-27 16:00"));
        Assert.Equal(CaseStatus.Answered, Replied(@case, "2026-04-29 09:00").Status);
    }

    [Fact] // W4: what was asked for in writing too comes after the call
    public void A_message_when_nothing_is_drafted_asks_for_no_reason()
    {
        var @case = Make.Case(following: Sleeping);
        @case.Consult(Make.Person("kim"), Some, Cecilia, At("2026-04-25 09:00"));
        @case.ReceiveMessage(Some, Way.Email, null, Cecilia, At("2026-04-27 15:00"));
        Assert.Equal(CaseStatus.Answered, Replied(@case, "2026-04-29 09:00").Status);
    }

    [Fact] // R-SEC-03: for that purpose only
    public void The_one_consulted_sees_the_case_until_the_reply_and_answers_only_once()
    {
        var @case = Resting();
        var kim = Make.Viewer("kim");
        Assert.Contains(kim.Id, @case.KeysIn(Make.Organisation()));
        @case.AnswerConsultation(Some, kim, At("2026-04-27 10:00"));
        Assert.Equal(Make.At("2026-04-27 10:00"), @case.Consultations[0].AnsweredAt);
        Assert.Equal("not-yours", Assert.Throws<RuleBroken>(() => @case.Reply(Some, Way.Phone, kim, At("2026-04-29 09:00"))).Code);
        Replied(@case, "2026-04-29 09:00");
        Assert.DoesNotContain(kim.Id, @case.KeysIn(Make.Organisation()));
    }

    [Fact] // law.md SR-2.4: a draft is no public document
    public void Words_of_a_draft_and_of_those_consulted_are_in_the_vault_only()
    {
        var @case = Resting();
        @case.AnswerConsultation(Make.Words("Jag var inte där."), Make.Viewer("kim"), At("2026-04-27 10:00"));
        Assert.All(@case.NewEvents.Where(e => e.Kind is Domain.History.EventKind.Drafted or Domain.History.EventKind.ConsultationAnswered), line => Assert.Equal("", line.Text));
        Assert.Contains(@case.Secrets, s => s.Original == "Jag var inte där.");
    }

    [Fact] // R-FLOW-04
    public void What_is_solved_at_once_stops_every_clock_and_is_closed()
    {
        var @case = Make.Case(kind: "complaint");
        @case.Solve(Make.Words("Bytte tid."), isSatisfied: true, Make.Viewer("amal"), At("2026-04-24 14:20"));
        Assert.Equal((CaseStatus.Closed, Ending.Answered, 1), (@case.Status, @case.Ending, @case.Measures));
        Assert.DoesNotContain(@case.Clocks, c => c.Runs);
    }

    [Fact] // R-FLOW-04: else the normal way
    public void What_leaves_the_person_discontented_goes_the_ordinary_way()
    {
        var @case = Make.Case();
        @case.Solve(Make.Words("Bytte tid."), isSatisfied: false, Make.Viewer("amal"), At("2026-04-24 14:20"));
        Assert.True(@case.IsOpen);
        Assert.Equal(1, @case.Measures);
        Assert.Contains(@case.Clocks, c => c.Runs);
    }

    [Fact] // R-IN-10
    public void What_belongs_elsewhere_is_closed_as_handed_on_once_the_person_is_told()
    {
        var @case = Make.Case();
        Assert.Equal("way-missing", Assert.Throws<RuleBroken>(() => @case.Refer(null, "Kundtjänst", Some, Way.None, Make.Viewer("amal"), At("2026-04-24 15:00"))).Code);
        @case.Refer(null, "Kundtjänst", Some, Way.Phone, Make.Viewer("amal"), At("2026-04-24 15:00"));
        Assert.Equal((CaseStatus.Closed, Ending.HandedElsewhere), (@case.Status, @case.Ending));
    }

    [Fact] // law.md SR-5.13: the complaint is still answered
    public void A_report_of_misconduct_goes_on_and_leaves_the_complaint_open()
    {
        var @case = Make.Case();
        var misconduct = new Elsewhere("misconduct", "Missförhållande", [], "Den som tar emot lex Sarah", "", true, false, IsCopied: true, new("S", null));
        @case.Refer(misconduct, misconduct.To, Make.Nothing, Way.None, Make.Viewer("amal"), At("2026-04-24 15:00"));
        Assert.True(@case.IsOpen);
    }

    [Fact] // R-FLOW-08, R-FLOW-12
    public void What_is_unsolved_closes_only_when_the_person_knows_where_to_turn()
    {
        var routine = Make.Routine() with { Closing = new ClosingRule(true, false, new("S2", null)) { WhereToTurnRequired = true } };
        var @case = Make.Case(following: routine);
        @case.GiveFeedback(Some, FeedbackOn.Investigation, Way.Phone, null, Cecilia, At("2026-04-27 09:00"));
        @case.Reply(Some, Way.Phone, Cecilia, At("2026-04-27 10:00"), isUnsolved: true);
        Assert.Equal("where-to-turn-missing", Assert.Throws<RuleBroken>(() => @case.Close(Make.Nothing, Some, Cecilia, At("2026-04-27 11:00"))).Code);
        @case.TellWhereToTurn(Make.Words("IVO"), Cecilia, At("2026-04-27 11:00"));
        @case.Close(Make.Nothing, Some, Cecilia, At("2026-04-27 11:00"));
        Assert.False(@case.IsOpen);
    }

    [Fact] // R-FLOW-11
    public void A_report_on_treatment_is_told_by_the_journal()
    {
        var @case = Resting();
        Replied(@case, "2026-04-29 09:00");
        var report = TreatmentReport.Of(@case, @case.NewEvents);
        Assert.Contains("24 april 2026: Kom in", report, StringComparison.Ordinal);
        Assert.Contains("29 april 2026: Svar", report, StringComparison.Ordinal);
        Assert.Contains("Ingen åtgärd är registrerad.", report, StringComparison.Ordinal);
    }

    [Fact] // law.md SR-7.1
    public void A_school_must_have_acknowledged_and_given_feedback_before_it_closes()
    {
        var @case = Make.Case(following: Make.Routine() with { Regime = "school", Clocks = [] });
        @case.Reply(Some, Way.Phone, Cecilia, At("2026-04-27 10:00"));
        Assert.Contains(@case.MissingBeforeClosing(true), m => m.Code == "acknowledgement-missing");
        @case.Acknowledge(Way.Phone, Cecilia, At("2026-04-27 10:01"));
        Assert.DoesNotContain(@case.MissingBeforeClosing(true), m => m.Code == "acknowledgement-missing");
    }

    private static Routine Sleeping => Make.Routine() with
    {
        Reply = new ReplyRule { ConsultationRequired = true, Rest = new Length(24, TimeUnit.Hours) },
    };

    private static Viewer Cecilia => Make.Viewer("cecilia");

    private static Domain.History.Change At(string when) => Make.Change("cecilia", when);

    private static Case Resting()
    {
        var @case = Make.Case(following: Sleeping);
        @case.Consult(Make.Person("kim"), Some, Cecilia, At("2026-04-27 08:00"));
        @case.Draft(Make.Words("Tack för att du berättade."), Cecilia, At("2026-04-27 09:00"));
        return @case;
    }

    private static Case Replied(Case @case, string when)
    {
        @case.Reply(Some, Way.Phone, Cecilia, At(when));
        return @case;
    }
}
