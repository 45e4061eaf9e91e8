using Gava.Domain.Cases;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>What a routine says, the work does: each key that changes what is allowed, shown allowed and refused.</summary>
public sealed class RoutineHoldsTests
{
    private static readonly Words Some = Make.Words("Några ord");

    [Fact] // R-IN-03, routines.md: who may register
    public void Only_the_titles_that_the_routine_names_register()
    {
        var receiving = new Receiving { Register = [Role.Registrar, Role.UnitManager] };
        receiving.MustAllow(Make.Viewer("frida"));
        receiving.MustAllow(Make.Viewer("webben"));
        var broken = Assert.Throws<RuleBroken>(() => receiving.MustAllow(Make.Viewer("amal")));
        Assert.Equal("others-register", broken.Code);
        Assert.Contains("registrator eller enhetschef", broken.Message, StringComparison.Ordinal);
        new Receiving().MustAllow(Make.Viewer("amal"));
        Assert.Equal("may-not-register", Assert.Throws<RuleBroken>(() => new Receiving().MustAllow(Make.Viewer("hanna"))).Code);
    }

    [Theory] // R-IN-05: refused by the routine, and registered all the same
    [InlineData(AnonymityMode.Accepted, true)]
    [InlineData(AnonymityMode.InternalOnly, false)]
    [InlineData(AnonymityMode.Refused, false)]
    public void Somebody_anonymous_is_told_only_where_the_routine_answers_them(AnonymityMode mode, bool isTold)
    {
        var routine = Make.Routine() with { Anonymity = new(mode, [], new("S", null)) };
        var @case = Make.Case(following: routine, isAnonymous: true, by: new() { Phone = "070-123 45 67" });
        Assert.Equal(isTold, @case.SomebodyToTell);
        Assert.Equal(isTold, @case.MissingBeforeClosing().Any(m => m.Code == "reply-missing"));
        Assert.Equal(CaseStatus.InProgress, @case.Status);
    }

    [Fact] // R-ESC-03: only S4 allows referring; it is documented all the same
    public void The_person_is_asked_to_turn_elsewhere_only_where_the_routine_allows_it()
    {
        var notice = new HandOverNotice(Way.None, "Enhetschefen", TurnsThere: true);
        var broken = Assert.Throws<RuleBroken>(() => HandedOver(Make.Case(), notice));
        Assert.Equal(("referring-not-allowed", "turnsThere"), (broken.Code, broken.Field));

        var allowed = Make.Routine() with { HandOver = Make.Routine().HandOver with { ReferringAllowed = true } };
        var @case = HandedOver(Make.Case(following: allowed), notice);
        Assert.Equal("traffpunkten", @case.NewEvents.Single(e => e.Kind == EventKind.PersonReferred).Subject);
        Assert.Equal(CaseStatus.Offered, @case.Status);
    }

    [Fact] // routines.md, reply: second reader
    public void A_second_reader_reads_the_newest_draft_before_the_reply_goes()
    {
        var routine = Make.Routine() with { Reply = Make.Routine().Reply with { SecondReader = Role.DepartmentHead } };
        var @case = Make.Case(following: routine);
        Assert.Equal("second-reader-missing", Replied(@case, "2026-04-27 09:00"));

        @case.Draft(Some, Cecilia, At("2026-04-27 09:10"));
        @case.AskReader(Make.Person("eva"), Cecilia, At("2026-04-27 09:10"));
        @case.AskReader(Make.Person("eva"), Cecilia, At("2026-04-27 09:11")); // already asked
        Assert.Single(@case.Consultations);
        Assert.Null(@case.RestsUntil);
        Assert.Equal("second-reader-missing", Replied(@case, "2026-04-27 09:20"));

        @case.AnswerConsultation(Make.Words("Bra skrivet."), Make.Viewer("eva"), At("2026-04-27 10:00"));
        Assert.Contains(@case.NewEvents, e => e.Kind == EventKind.DraftRead && e.Text == "");
        Assert.Contains(@case.Secrets, s => s.Original == "Bra skrivet.");

        @case.Draft(Make.Words("Nytt förslag"), Cecilia, At("2026-04-27 11:00"));
        Assert.Equal("second-reader-missing", Replied(@case, "2026-04-27 11:10"));
        @case.AskReader(Make.Person("eva"), Cecilia, At("2026-04-27 11:00"));
        @case.AnswerConsultation(Some, Make.Viewer("eva"), At("2026-04-27 11:30"));
        Assert.Equal("Answered", Replied(@case, "2026-04-27 11:40"));
    }

    [Fact] // routines.md: a check helps, and never blocks without a way
    public void The_reply_goes_unread_with_a_reason()
    {
        var routine = Make.Routine() with { Reply = Make.Routine().Reply with { SecondReader = Role.DepartmentHead } };
        Assert.Equal("Answered", Replied(Make.Case(following: routine), "2026-04-27 09:00", Make.Words("Eva är borta i dag.")));
    }

    [Fact] // R-REG-09
    public void The_complaints_manager_leaves_it_to_the_registrar_and_the_clock_counts_from_the_diary()
    {
        var @case = Make.Case("nacka-socialtjanst");
        var (karin, eva) = (Make.Viewer("karin"), Make.Viewer("eva"));
        Assert.True(@case.WaitsForForwarding);
        Assert.Equal("others-forward", Assert.Throws<RuleBroken>(() => @case.ForwardToRegistrar(eva, At("2026-04-24 15:00"))).Code);
        @case.ForwardToRegistrar(karin, At("2026-04-24 15:00"));
        Assert.Equal((false, Make.At("2026-04-24 15:00")), (@case.WaitsForForwarding, @case.ForwardedAt!.Value));
        Assert.Equal("forwarding-done", Assert.Throws<RuleBroken>(() => @case.ForwardToRegistrar(karin, At("2026-04-24 15:01"))).Code);
        @case.RegisterInDiary(new("SN", 2026, 1), Make.Words(@case.Routine.Registration.PublicSubjects[0]), null, Make.Viewer("frida"), At("2026-04-27 09:00"));
        Assert.All(@case.Clocks.Where(c => @case.Routine.Clock(c.Name)!.Start == Moment.Registration), c => Assert.Equal(Make.At("2026-04-27 09:00"), c.StartedAt));
    }

    [Fact]
    public void Where_nobody_stands_between_it_goes_straight_to_the_registrar() =>
        Assert.Equal("forwarding-none", Assert.Throws<RuleBroken>(() => Make.Case("rinkeby-kista").ForwardToRegistrar(Make.Viewer("karin"), At("2026-04-24 15:00"))).Code);

    [Fact] // a hand-over without any word says nothing of reaching
    public void A_hand_over_where_nothing_need_be_told_does_not_say_that_nobody_can_be_reached()
    {
        var @case = Make.Case("internservice");
        @case.HandOver(Make.Unit("traffpunkten"), null, null, Make.Nothing, Cecilia, At("2026-04-27 09:00"));
        Assert.Equal("traffpunkten;untold", @case.NewEvents[^1].Subject);
    }

    [Fact] // R-SEC-06: provision, date, by whom; presumed by the legal regime
    public void A_mark_of_secrecy_says_the_provision_the_day_and_who()
    {
        var presumed = Make.Case("nacka-socialtjanst");
        Assert.NotNull(presumed.SecrecyProvision);
        Assert.Equal((Make.At(Make.Friday), (Guid?)null), (presumed.SecrecyAt!.Value, presumed.SecrecyBy));

        var @case = Make.Case();
        @case.MarkSecrecy("OSL 26 kap. 1 §", Some, Cecilia, At("2026-04-27 09:00"));
        Assert.Equal(("OSL 26 kap. 1 §", Make.At("2026-04-27 09:00"), Cecilia.Id), (@case.SecrecyProvision, @case.SecrecyAt!.Value, @case.SecrecyBy!.Value));
        @case.MarkSecrecy(null, Some, Cecilia, At("2026-04-27 10:00"));
        Assert.Equal((null, null, null), (@case.SecrecyProvision, @case.SecrecyAt, @case.SecrecyBy));
        Assert.Equal("provision-missing", Assert.Throws<RuleBroken>(() => @case.MarkSecrecyOf(1, " ", null, Some, Cecilia, At("2026-04-27 11:00"))).Code);
        Assert.Equal("OSL 25 kap. 1 §", @case.MarkSecrecyOf(1, " OSL 25 kap. 1 § ", null, Some, Cecilia, At("2026-04-27 11:00")));
        Assert.Equal("OSL 25 kap. 1 §;1", @case.NewEvents[^1].Subject);
        Assert.Null(@case.SecrecyProvision);
    }

    [Fact] // R-FLOW-17: how it was told is kept, and what it was about still stops the clock
    public void Feedback_keeps_how_it_was_told()
    {
        var @case = Make.Case("rinkeby-kista");
        @case.GiveFeedback(Some, FeedbackOn.Other, Way.Phone, null, Cecilia, At("2026-04-27 09:00"));
        Assert.Contains(@case.Clocks, c => c.Runs);
        @case.GiveFeedback(Some, FeedbackOn.Investigation, Way.Letter, null, Cecilia, At("2026-04-27 10:00"));
        Assert.Equal("investigation;letter", @case.NewEvents[^1].Subject);
        Assert.Contains(@case.Clocks, c => c.StoppedAt == Make.At("2026-04-27 10:00"));
    }

    [Fact] // what is hidden in a part's words is kept in the vault
    public void The_words_of_a_part_are_kept_whole()
    {
        var @case = Make.Case();
        @case.AddPart(Make.Unit("traffpunkten"), Make.Person("david"), new Words("Maten till [namn]", "Maten till Erik"), Cecilia, At("2026-04-27 09:00"));
        Assert.Equal("Maten till [namn]", @case.NewEvents[^1].Text);
        Assert.Contains(@case.Secrets, s => s.Original == "Maten till Erik");
    }

    [Fact] // R-ESC-03: whom a title passes on to
    public void A_title_passes_on_to_the_roles_that_the_routine_names_and_others_to_anybody()
    {
        var told = Make.Routine().Responsibility with { Roles = [new(Role.Coordinator, [Duty.PassOn], [Role.UnitManager, Role.DepartmentHead], new("S", null)), new(Role.Reception, [Duty.PassOn], [], new("S", null))] };
        Assert.Equal([Role.UnitManager, Role.DepartmentHead], told.PassOnTo([Role.Coordinator]));
        Assert.Empty(told.PassOnTo([Role.Coordinator, Role.Reception]));
        Assert.Empty(told.PassOnTo([Role.Employee]));
    }

    [Fact] // who has offered a case to a unit takes it back, and does not accept it
    public void Nobody_accepts_what_they_have_just_offered()
    {
        var @case = Make.Case(receiver: "kim", unit: "traffpunkten");
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Make.Viewer("kim"), Make.Change("kim", "2026-04-27 09:00"));
        Assert.False(@case.MayAccept(Make.Viewer("kim")));
        Assert.True(@case.MayAccept(Make.Viewer("david")));
    }

    [Theory]
    [InlineData(Role.Registrar, "registratorn")]
    [InlineData(Role.UnitManager, "enhetschefen")]
    [InlineData(Role.AdministrationDirector, "förvaltningschefen")]
    [InlineData(Role.RegistrationOfficer, "den registreringsansvariga")]
    public void A_role_is_spoken_of_in_the_middle_of_a_sentence(Role role, string word) => Assert.Equal(word, role.Definite());

    private static Viewer Cecilia => Make.Viewer("cecilia");

    private static Change At(string moment) => Make.Change("cecilia", moment);

    private static Case HandedOver(Case @case, HandOverNotice notice)
    {
        @case.HandOver(Make.Unit("traffpunkten"), null, notice, Make.Nothing, Cecilia, At("2026-04-27 09:00"));
        return @case;
    }

    private static string Replied(Case @case, string moment, Words? because = null)
    {
        try
        {
            @case.Reply(Some, Way.Phone, Cecilia, At(moment), because: because);
            return $"{@case.Status}";
        }
        catch (RuleBroken broken)
        {
            return broken.Code;
        }
    }
}
