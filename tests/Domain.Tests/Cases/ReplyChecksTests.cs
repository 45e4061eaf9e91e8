using Gava.Domain.Cases;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Cases;

/// <summary>What a reply seems to hold, and whom it seems to blame. Help only: words, not what they mean.</summary>
public sealed class ReplyChecksTests
{
    private static readonly Citation Assumed = new(null, "För prov.");
    private static readonly Kind Complaint = new("complaint", "Klagomål", "", true, Assumed);
    private static readonly Kind Praise = new("praise", "Beröm", "", false, Assumed);

    [Theory] // R-FLOW-07
    [InlineData("thanks", "Tack för att du hörde av dig.", true)]
    [InlineData("thanks", "Vi tackar för ditt brev.", true)]
    [InlineData("thanks", "Hej!\nTack\nför ditt samtal", true)]
    [InlineData("thanks", "Tack vare dig hittade vi felet.", false)]
    [InlineData("thanks", "Personalen bar in en soffa som stod kontaktlös.", false)]
    [InlineData("regret", "Jag beklagar att ingen kom.", true)]
    [InlineData("regret", "Det är tråkigt att du fick vänta.", true)]
    [InlineData("regret", "Vi har tagit emot ditt brev.", false)]
    [InlineData("apology", "Jag ber om ursäkt.", true)]
    [InlineData("apology", "Förlåt.", true)]
    [InlineData("apology", "Det kan tyckas märkligt.", false)]
    [InlineData("measure", "Nytt schema gäller från och med måndag.", true)]
    [InlineData("measure", "Jag har pratat med personalen.", true)]
    [InlineData("measure", "Vi har läst ditt brev.", false)]
    [InlineData("explanation", "Det berodde på ett fel i schemat.", true)]
    [InlineData("explanation", "Så kan det gå.", false)]
    [InlineData("prevention", "Vi gör så här för att det inte ska hända igen.", true)]
    [InlineData("prevention", "Det hände i går.", false)]
    [InlineData("whereToTurn", "Du kan vända dig till patientnämnden.", true)]
    [InlineData("whereToTurn", "Så ser vi på det.", false)]
    public void A_content_is_found_by_its_words(string code, string text, bool isThere) =>
        Assert.Equal(isThere, Assert.Single(Review(text, Content(code)).Contents).IsThere);

    [Fact] // R-FLOW-07
    public void Whether_each_point_is_answered_only_a_person_can_tell() =>
        Assert.Null(Assert.Single(Review("Tack.", Content("eachPoint")).Contents).IsThere);

    [Theory] // R-FLOW-07: S1 says it in the singular
    [InlineData("Vi beklagar att ingen kom.", true)]
    [InlineData("Självklart beklagar vi det som hänt.", true)]
    [InlineData("Jag beklagar att ingen kom. Vi har ändrat schemat.", false)]
    public void Regret_is_said_with_I_where_the_routine_says_so(string text, bool isHinted)
    {
        var singular = Content("regret") with { Singular = true };
        Assert.Equal(isHinted ? ["Skriv jag, inte vi: ”Jag beklagar …”."] : [], Review(text, singular).Hints);
        Assert.Empty(Review(text, Content("regret")).Hints);
    }

    [Theory] // R-FLOW-07, R-FLOW-08
    [InlineData("complaint", true, "thanks,regret,whereToTurn")]
    [InlineData("complaint", false, "thanks,regret")]
    [InlineData("praise", false, "thanks")]
    public void What_is_looked_for_follows_the_kind_and_the_outcome(string kind, bool isUnsolved, string codes)
    {
        var rule = new ReplyRule { Contents = [Content("thanks"), Content("regret") with { OnlyComplaints = true }, Content("whereToTurn") with { WhenUnsolved = true }] };
        var review = ReplyChecks.Of("Hej.", rule, kind == "praise" ? Praise : Complaint, isUnsolved);
        Assert.Equal(codes.Split(','), review.Contents.Select(c => c.Content.Code));
    }

    [Theory] // R-FLOW-14
    [InlineData("Det dröjer på grund av semestern.", "semestrar")]
    [InlineData("Många är på sommarsemester.", "semestrar")]
    [InlineData("Det var en vikarie som körde.", "vikarier")]
    [InlineData("Vi har tyvärr resursbrist.", "resurser")]
    [InlineData("Det är brist på personal just nu.", "resurser")]
    [InlineData("Det var någon annans fel.", "andra")]
    public void Blaming_is_pointed_out(string text, string what) =>
        Assert.Equal([$"Skyll inte på {what}. Det löser inte problemet för den som klagar."], ReplyChecks.BlamingIn(text));

    [Theory] // R-FLOW-14
    [InlineData("Den andra veckan kom vi i tid.")]
    [InlineData("Jag behöver tala med en medarbetare till innan jag kan svara dig ordentligt.")]
    [InlineData("")]
    public void What_blames_nobody_is_left_alone(string text) => Assert.Empty(ReplyChecks.BlamingIn(text));

    private static ReplyReview Review(string text, ReplyContent content) =>
        ReplyChecks.Of(text, new ReplyRule { Contents = [content] }, Complaint, isUnsolved: true);

    private static ReplyContent Content(string code) => new(code, code, false, false, false, false, Assumed);
}
