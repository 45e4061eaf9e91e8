using System.Diagnostics;
using System.Text;
using Gava.Operations.Mail;

namespace Gava.Web.Tests.Mail;

/// <summary>R-IN-07, R-SYS-06: the time that reading takes follows the length, whatever somebody has filled it with.</summary>
[Trait("Database", "None")]
public sealed class HostileMailTests(ITestOutputHelper output)
{
    private const string Head = "From: a@b.se\nSubject: x\n";
    private const string Html = Head + "Content-Type: text/html\n\n";
    private const string Text = Head + "Content-Type: text/plain\n\n";
    private const string Parts = Head + "Content-Type: multipart/mixed; boundary=b\n\n";

    /// <summary>Wide, since other tests run beside; work that grows with the square of the length takes hours.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Fillings => new()
    {
        { "Subject: ", "=?a?q? " }, { "Subject: ", "=?utf-8?q?a?= " }, { "Subject: x\n", " \n" }, { "", "a:\n" }, { "", "To: a\n" }, { "Subject: x\n", "skräp\n" },
        { "To: ", "a@b.se," }, { "To: ", "(" }, { "To: ", "<" }, { "To: ", "\"a\" " }, { "To: ", "a, " }, { "References: ", "<a" }, { "Date: ", "1 " },
        { "Content-Type: text/plain; ", "a=\"b\" " }, { "Content-Type: text/plain; a=", "\"" }, { "Content-Type: text/plain; ", "a*1=b;" },
        { Parts, "--\n" }, { Parts, "--b\n\nx\n" }, { Parts, "--b\n" }, { Parts, "--b--\n" }, { Head + "Content-Type: multipart/mixed\n\n", "--c\nContent-\n" },
        { Head + "Content-Transfer-Encoding: base64\nContent-Type: image/png\n\n", "QQ==\n" }, { Head + "Content-Transfer-Encoding: quoted-printable\n\n", "= " },
        { Text, "> a\n" }, { Text, "a:\n" }, { Text, "den 2 skrev a:\n" }, { Text, "Från: a\n" }, { Text, "\n" }, { Head + "Content-Type: text/plain; format=flowed\n\n", ">" },
        { Html, "<div>" }, { Html, "<" }, { Html, "<a " }, { Html, "&" }, { Html, "<blockquote>" }, { Html, "<!--" }, { Html, "<svg>" }, { Html, "<a b=\">" }, { Html, "<a b='\">" }, { Html, "<table><tr><td>" }, { Html, "</div>" },
        { Html, "<b><i></b>" }, { Html, "<ul><li>" }, { Html, "<p style=\"display:none\">" }, { Html, "<x style=display:none></y>" }, { Html, "<td></div><span>" }, { Html, "<p>x" }, { Html, "<div id=divRplyFwdMsg>" }, { Html, "<span><font></td>" },
    };

    [Theory]
    [MemberData(nameof(Fillings))]
    public void A_megabyte_of_malice_is_read_in_seconds(string head, string filling) => ReadFilled(head, filling, 1_000_000, Patience);

    [Theory]
    [Trait("Category", "Long")]
    [MemberData(nameof(Fillings))]
    public void The_largest_mail_of_malice_is_read_in_seconds(string head, string filling) => ReadFilled(head, filling, 25_000_000, 3 * Patience);

    [Fact]
    public void Nested_parts_with_lines_like_boundaries_cost_no_more()
    {
        var nested = string.Concat(Enumerable.Range(0, 3000).Select(i => $"Content-Type: multipart/mixed; boundary=n{i}\n\n--n{i}\n"));

        ReadFilled(Head + nested, "--n99\n", 2_000_000, Patience);
    }

    private void ReadFilled(string head, string filling, int length, TimeSpan most)
    {
        var raw = Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(filling, length / filling.Length)));
        var watch = Stopwatch.StartNew();

        IncomingMail.Read(raw);

        output.WriteLine($"{raw.Length / 1e6:F1} MB in {watch.Elapsed.TotalSeconds:F2} s");
        Assert.True(watch.Elapsed < most, $"{watch.Elapsed}");
    }
}
