using Gava.Domain.Cases;
using Gava.Operations.Correspondence;
using Gava.Operations.Documents;

namespace Gava.Web.Text;

/// <summary>The letter that tells how to follow one's case, from the texts that citizens read.</summary>
internal static class CodeWords
{
    public static CodeLetter In(string language, CaseReference reference, string code, string publicUrl, DateOnly today)
    {
        // What is read from the right cannot be set in a letter: the page on the screen is printed instead, and this one is in Swedish.
        var tongue = Tongue.Find(language) is { Direction: "ltr" } spoken ? spoken : Tongue.Find(null);
        var address = AddressOf(publicUrl, tongue);
        return new(
            tongue.Html, tongue["letter.code.heading"],
            [tongue["letter.code.lead"], $"{tongue.Of("letter.code.ref", reference)}\n{tongue.Of("letter.code.code", code)}", tongue.Of("letter.code.how", address), tongue["letter.code.keep"]],
            address, today.ToString(tongue.Html == "sv" ? "d MMMM yyyy" : "yyyy-MM-dd", tongue.Culture), tongue["letter.greeting"],
            new LetterWords(tongue["letter.date"], tongue["letter.ref"], tongue["letter.page"], tongue["letter.of"]));
    }

    /// <summary>Where the code is written.</summary>
    public static string AddressOf(string publicUrl, Tongue tongue) => $"{publicUrl.TrimEnd('/')}/folj{(tongue.Code == "sv" ? "" : $"?lang={tongue.Code}")}";
}
