using Gava.Domain.Cases;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>R-FLOW-07, R-FLOW-01: templates per kind, language and law; the municipality's own before the routine's.</summary>
public sealed class CaseTemplateTests
{
    [Fact]
    public void The_routines_words_are_filled_in()
    {
        var words = CaseTemplate.For("acknowledgement", Make.Case(), Make.Organisation(), Make.Day("2026-04-24"))!;
        Assert.Equal("Vi har tagit emot ditt ärende 2026-000123", words.Subject);
        Assert.DoesNotContain("{", words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_municipalitys_own_go_first_and_what_says_most_goes_before_the_rest()
    {
        OwnTemplate[] own =
        [
            new("reply", null, "sv", null, "Alla", "Alla {kind}"), new("reply", "complaint", "sv", null, "Klagomål", "Bara {kind}"),
            new("reply", null, "sv", "lss", "LSS", "Lag"), new("reply", "complaint", "en", null, "English", "About {reference}"),
        ];
        Assert.Equal("Bara klagomål", CaseTemplate.For("reply", Make.Case(), Make.Organisation(), Make.Day("2026-04-24"), own)!.Text);
        Assert.Equal("Alla beröm", CaseTemplate.For("reply", Make.Case(kind: "praise"), Make.Organisation(), Make.Day("2026-04-24"), own)!.Text);
    }

    [Fact]
    public void The_language_of_the_case_goes_before_swedish_and_swedish_before_nothing()
    {
        var english = Domain.Cases.Case.Register(1, Make.NewCase() with { Language = "en" }, Make.Routine(), Make.Routine().Calendar, Make.Person("amal"), Make.Change("amal"));
        OwnTemplate[] own = [new("reply", null, "en", null, "Answer", "About {reference}")];
        Assert.StartsWith("About 2026-", CaseTemplate.For("reply", english, Make.Organisation(), Make.Day("2026-04-24"), own)!.Text, StringComparison.Ordinal);
        Assert.StartsWith("Hej!", CaseTemplate.For("reply", english, Make.Organisation(), Make.Day("2026-04-24"))!.Text, StringComparison.Ordinal);
        Assert.Null(CaseTemplate.For("poster", english, Make.Organisation(), Make.Day("2026-04-24")));
    }

    [Fact] // law.md SR-9.10: a mail can be read by others
    public void A_mail_never_names_the_unit_or_the_kind()
    {
        OwnTemplate[] own = [new("acknowledgement", null, "sv", null, "Ditt {kind}", "Hos {unit}")];
        Assert.Null(CaseTemplate.ForMail("acknowledgement", Make.Case(), Make.Organisation(), Make.Day("2026-04-24"), own));
        Assert.Equal("Hos Boendestöd", CaseTemplate.For("acknowledgement", Make.Case(), Make.Organisation(), Make.Day("2026-04-24"), own)!.Text);
        Assert.NotNull(CaseTemplate.ForMail("acknowledgement", Make.Case(), Make.Organisation(), Make.Day("2026-04-24")));
    }

    [Fact] // R-FLOW-03: by name, who will handle it
    public void A_hand_over_names_the_one_who_is_to_have_it()
    {
        var @case = Make.Case();
        @case.HandOver(Make.Unit("traffpunkten"), null, Make.Told(), Make.Nothing, Make.Viewer("cecilia"), Make.Change("cecilia", "2026-04-27 09:00"));
        Assert.Contains("David", CaseTemplate.For("handOver", @case, Make.Organisation(), Make.Day("2026-04-27"))!.Text, StringComparison.Ordinal);
        Assert.Contains("Amal", CaseTemplate.For("reply", @case, Make.Organisation(), Make.Day("2026-04-27"))!.Text, StringComparison.Ordinal);
    }
}
