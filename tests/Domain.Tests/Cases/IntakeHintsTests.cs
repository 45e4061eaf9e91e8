using Gava.Domain.Cases;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>What a text seems to be, beside what was chosen: proposals for the one who receives it.</summary>
public sealed class IntakeHintsTests
{
    private static readonly Citation Assumed = new(null, "För prov.");

    private static readonly Routine Routine = With(Make.Routine());

    [Theory] // R-IN-11
    [InlineData("Är det meningen att maten ska vara kall?", "question", true)]
    [InlineData("Hur kan det komma sig att ingen ringer tillbaka?", "question", true)]
    [InlineData("Varför kommer ingen på kvällen?", "view", true)]
    [InlineData("Jag är besviken på bemötandet.", "suggestion", true)]
    [InlineData("Är det meningen att maten ska vara kall?", "complaint", false)]
    [InlineData("När öppnar ni på lördag?", "question", false)]
    [InlineData("Jag kan inte klaga, allt är bra.", "praise", false)]
    [InlineData("Tack för den fina utflykten!", "praise", false)]
    [InlineData("", "question", false)]
    public void A_complaint_wrapped_as_something_else_is_recognised(string text, string kind, bool isHinted) =>
        Assert.Equal(isHinted ? ["Det här låter som missnöje. Ska sorten vara klagomål?"] : [], IntakeHints.Of(text, kind, Routine).Select(h => h.Sentence));

    [Theory] // R-IN-10
    [InlineData("Jag överklagar beslutet om hemtjänst.", "appeal")]
    [InlineData("Det här är ett ÖVERKLAGANDE.", "appeal")]
    [InlineData("Han slog\nmig.", "misconduct")]
    public void What_goes_another_way_is_recognised_by_its_signs(string text, string code)
    {
        var hint = Assert.Single(IntakeHints.Of(text, "complaint", Routine));
        Assert.Equal(code, hint.Elsewhere!.Code);
        Assert.EndsWith("Ta ställning i dag.", hint.Sentence, StringComparison.Ordinal);
    }

    [Fact] // R-IN-10
    public void A_sign_inside_another_word_is_none() => Assert.DoesNotContain(IntakeHints.Of("Vi slogmigade och bröverklagade.", "complaint", Routine), h => h.Elsewhere is not null);

    [Fact] // R-IN-01
    public void A_word_that_makes_the_kind_is_pointed_out()
    {
        var hint = Assert.Single(IntakeHints.Of("Hissen är trasig.", "question", Routine));
        Assert.Equal(("faultReport", "Texten säger ”trasig”. I den här rutinen är det felanmälan."), (hint.Kind!.Code, hint.Sentence));
        Assert.Empty(IntakeHints.Of("Hissen är trasig.", "faultReport", Routine));
    }

    private static Routine With(Routine routine) => routine with
    {
        Kinds = [.. routine.Kinds.Select(k => k.Code == "faultReport" ? k with { ForcedBy = ["trasig"] } : k)],
        Scope = new(null,
        [
            new("appeal", "Överklagande", ["överklag"], "Den handläggare som fattade beslutet", "Det överklagas där.", true, true, false, Assumed),
            new("misconduct", "Missförhållande", ["slog mig"], "SAS", "Det utreds.", false, true, true, Assumed),
        ], Assumed),
    };
}
