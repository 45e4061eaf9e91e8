using Gava.Domain.Cases;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-IN-01 to R-IN-06, R-REG-01: what is taken in, and what is asked once more.</summary>
public sealed class RegisteringTests
{
    public static TheoryData<string> Refusals => [.. RefusalTable.Keys];

    private static Dictionary<string, (string Code, string? Field, NewCase News)> RefusalTable => new()
    {
        ["nothing said"] = ("text-missing", "text", News with { Text = Make.Words(" \n ") }),
        ["far too much said"] = ("text-too-long", "text", News with { Text = Make.Words(new string('a', NewCase.LongestText + 1)) }),
        ["signs that cannot be read"] = ("text-unreadable", "text", News with { Text = Make.Words("Hej\0") }),
        ["a kind that the routine does not know"] = ("kind-unknown", "kind", News with { Kind = "idea" }),
        ["a channel that the routine does not know"] = ("channel-unknown", "channel", News with { Channel = "pigeon" }),
        ["arrived tomorrow"] = ("arrived-in-future", "receivedAt", News with { ArrivedAt = Make.At("2026-04-25 14:10") }),
        ["arrived in another age"] = ("arrived-long-ago", "receivedAt", News with { ArrivedAt = Make.At("1926-04-23 14:09") }),
        ["anonymous by name"] = ("anonymous-with-name", "anonymous", News with { IsAnonymous = true }),
        ["an answer by e-mail without an address"] = ("email-missing", "email", News with { ReplyWay = Way.Email }),
        ["an answer by phone without a number"] = ("phone-missing", "phone", News with { ReplyWay = Way.Phone, Complainant = new() }),
        ["an answer by letter without an address"] = ("address-missing", "address", News with { ReplyWay = Way.Letter }),
        ["a name without end"] = ("name", "name", News with { Complainant = new() { Name = new string('a', 201) } }),
        ["an e-mail address without an at"] = ("email", "email", News with { Complainant = new() { Email = "erik.exempel.se" } }),
        ["two e-mail addresses"] = ("email", "email", News with { Complainant = new() { Email = "a@exempel.se,b@exempel.se" } }),
        ["an e-mail address with a line break"] = ("email", "email", News with { Complainant = new() { Email = "a@exempel.se\nBcc: b@exempel.se" } }),
        ["an e-mail address without end"] = ("email", "email", News with { Complainant = new() { Email = new string('a', 250) + "@exempel.se" } }),
        ["a phone number in letters"] = ("phone", "phone", News with { Complainant = new() { Phone = "ring mig" } }),
        ["a phone number that is too short"] = ("phone", "phone", News with { Complainant = new() { Phone = "112" } }),
        ["an address without end"] = ("address", "address", News with { Complainant = new() { Address = new string('a', 501) } }),
        ["a name with a bell in it"] = ("name", "name", News with { Complainant = new() { Name = "Erik\a" } }),
    };

    private static NewCase News => Make.NewCase();

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_cannot_be_registered_is_told_by_code_and_field_in_a_sentence(string what)
    {
        var (code, field, news) = RefusalTable[what];
        var broken = Assert.Throws<RuleBroken>(() => Register(news));
        Assert.Equal((code, field), (broken.Code, broken.Field));
        Assert.Matches("^[A-ZÅÄÖ].*[.]$", broken.Message);
    }

    [Fact]
    public void What_everybody_knows_is_enough() // R-IN-03: everything else can wait
    {
        var @case = Register(News with { Complainant = new(), IsAnonymous = true });
        Assert.Equal((false, Way.None, true), (@case.CanBeReached, @case.ReplyWay, @case.IsAnonymous));
    }

    [Theory]
    [InlineData("a@exempel.se", "070-123 45 67", "Gatan 1", Way.Email)]
    [InlineData(null, "070-123 45 67", "Gatan 1", Way.Phone)]
    [InlineData(null, null, "Gatan 1", Way.Letter)]
    [InlineData(" ", "", null, Way.None)]
    public void Where_no_way_was_chosen_the_first_that_was_left_is_taken(string? email, string? phone, string? address, Way way) =>
        Assert.Equal(way, Register(News with { Complainant = new() { Email = email, Phone = phone, Address = address } }).ReplyWay);

    [Fact]
    public void Somebody_who_wants_no_answer_has_no_way_of_answer() => // R-IN-03
        Assert.Equal(Way.None, Register(News with { WantsReply = false, ReplyWay = Way.Phone }).ReplyWay);

    [Fact]
    public void Three_moments_are_kept_apart() // R-REG-01, R-REG-09
    {
        var routine = Make.Routine();
        var @case = Case.Register(7, Make.NewCase(at: "2026-04-20 08:00"), routine, routine.Calendar, Make.Person("amal"), Make.Change("bodil"));
        Assert.Equal((Make.At("2026-04-20 08:00"), Make.At(Make.Friday)), (@case.ArrivedAt, @case.RegisteredAt));
        Assert.Equal((Make.Person("amal").Id, Make.Person("bodil").Id), (@case.ReceivedBy, @case.RegisteredBy));
        Assert.Equal(["Arrived phone", "Registered complaint"], @case.NewEvents.Select(e => $"{e.Kind} {e.Subject}"));
    }

    [Fact]
    public void What_arrives_as_the_year_turns_in_Stockholm_has_the_new_years_reference() =>
        Assert.Equal("2027-000123", $"{Make.Case(at: "2027-01-01 00:00").Reference}");

    [Fact]
    public void A_case_keeps_the_routine_and_version_that_it_began_with()
    {
        var @case = Make.Case("rinkeby-kista");
        Assert.Equal(("rinkeby-kista", 1), (@case.RoutineName, @case.RoutineVersion));
    }

    [Fact]
    public void A_complainants_details_are_trimmed_and_lines_are_lines()
    {
        var person = new Complainant { Name = " Erik ", Email = " erik@exempel.se ", Phone = " +46 (0)70-123 45 67 ", Address = "Gatan 1\r\n131 30 Nacka" }.Checked();
        Assert.Equal(("Erik", "erik@exempel.se", "+46 (0)70-123 45 67", "Gatan 1\n131 30 Nacka"), (person.Name, person.Email, person.Phone, person.Address));
    }

    [Theory]
    [InlineData("2026-000123", 2026, 123)]
    [InlineData(" 2026-123 ", 2026, 123)]
    [InlineData("2026 – 000123", 2026, 123)]
    [InlineData("2026-1234567", 2026, 1234567)]
    public void A_reference_is_read_as_people_write_it(string text, int year, long number)
    {
        Assert.True(CaseReference.TryParse(text, out var reference));
        Assert.Equal(new CaseReference(year, number), reference);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("26-000123")]
    [InlineData("2026-000000")]
    [InlineData("2026--1")]
    [InlineData("2026-12a")]
    [InlineData("2026-0000000000001")]
    [InlineData("tjugo-123")]
    public void What_is_no_reference_is_not_read_as_one(string? text) => Assert.False(CaseReference.TryParse(text, out _));

    private static Case Register(NewCase news)
    {
        var routine = Make.Routine();
        return Case.Register(1, news, routine, routine.Calendar, Make.Person("amal"), Make.Change("amal"));
    }
}
