namespace Gava.Web.Tests.Testing;

/// <summary>What nobody should have typed, by name: names of tests cannot hold all of it.</summary>
public static class Hostile
{
    private const string LongWord = "Ingen kom. ";

    /// <summary>Text that is strange but somebody's words: shown as text, wherever words are taken.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["html"] = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>fet</b>",
        ["a comment"] = "--><!-- <svg/onload=alert(1)> ]]> </textarea></main>",
        ["sql"] = "'); DROP TABLE cases; -- \" OR 1=1 /*",
        ["templates"] = "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> @(7*7) {0} %s %n",
        ["an address"] = "../../../etc/passwd ..\\..\\ %2e%2e%2f file:///etc/passwd javascript:alert(1)",
        ["right to left"] = "Hej \u202Egnällig\u202C \u2066text\u2069 \u200F\u200Eslut",
        ["emoji"] = "👩‍👩‍👧‍👦 🏳️‍🌈 🇸🇪 tack 🙏🏽",
        ["combining"] = "a\u0300\u0301\u0302\u0303\u0304 é e\u0301 ﷽ \uFFFD \uFEFF \u00AD ord",
        ["null, in words"] = "null undefined NaN true [] {} -1 1e400",
        ["a header"] = "Ämne: x\r\nBcc: alla\r\n\r\nHej",
    };

    /// <summary>More of the same, for doors where anybody may write.</summary>
    public static readonly IReadOnlyDictionary<string, string> MoreWords = new Dictionary<string, string>
    {
        ["a formula"] = "=cmd|' /C calc'!A0 +1+1 @SUM(A1) -2+3 \t=HYPERLINK(\"http://x\")",
        ["look-alikes"] = "Ｈеј ӏ аm ρаураl 𝓗𝓮𝓳 Ⅷ ﬁ K Å ı İ ß",
        ["zero width"] = "H\u200Be\u200Cj\u200D \u2060där\u180E",
        ["marks of direction"] = "\u202A\u202B\u202D\u202E\u2066\u2067\u2068 aldrig stängda",
        ["names of devices"] = "CON PRN AUX NUL COM1 C:\\Windows\\win.ini \\\\server\\del $HOME ~root",
        ["a great number"] = "99999999999999999999999999999999 1e999 0x7fffffffffffffff -0",
        ["an object"] = "{\"$type\":\"System.Object\",\"__proto__\":{}} <!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
        ["a line of a log"] = "hej\n2026-04-24 14:10 Error: påhittat\u2028rad\u2029stycke",
    };

    /// <summary>Text that no field of words takes.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoWords = new Dictionary<string, string>
    {
        ["20,001 characters"] = string.Concat(Enumerable.Repeat(LongWord, 1819))[..20_000] + "x",
        ["1,000,000 characters"] = string.Concat(Enumerable.Repeat(LongWord, 90_910))[..999_999] + "x",
        ["NUL"] = "ett\0två",
        ["control characters"] = "ett\u0001\u0007\u001B[31mtvå\u007F",
    };

    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>
    {
        ["empty"] = "",
        ["spaces"] = "   \t  \u00A0 ",
        ["line breaks"] = "\r\n\r\n",
    };

    /// <summary>What is no choice, no day and no number.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoChoice = new Dictionary<string, string>(Words.Concat(NoWords))
    {
        ["a name that does not exist"] = "finns-inte",
        ["a number of none"] = "99",
        ["a number of some"] = "1",
        ["two at once"] = "phone,letter",
        ["JSON"] = "[\"phone\"]",
    };

    /// <summary>What is no moment that something can have happened.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoMoment = new Dictionary<string, string>(NoChoice)
    {
        ["the future"] = "2031-01-01T10:00",
        ["year 1"] = "0001-01-01T00:00",
        ["year 9999"] = "9999-12-31T23:59",
        ["year 10000"] = "10000-01-01T00:00",
        ["30 February"] = "2026-02-30T10:00",
        ["hour 25"] = "2026-04-24T25:00",
        ["in words"] = "i går",
    };

    /// <summary>What can be told back by a page: a browser shows no control characters.</summary>
    public static string Visible(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' || (!char.IsControl(c) && c is not '\uFFFD' and not '\uFEFF'))).Trim();
}
