using System.Net.Mail;
using System.Text;
using Gava.Operations.Mail;
using Gava.Web.Tests.Testing;

namespace Gava.Web.Tests.Mail;

/// <summary>R-IN-07: what the intake is told about a mail, beyond what <c>gava mail parse</c> prints.</summary>
[Trait("Database", "None")]
public sealed class IncomingMailTests
{
    private const string Head = "From: Anna Svensson <anna@example.com>\r\nTo: kommun@example.se\r\nSubject: Hej\r\n";

    public static TheoryData<string> Names => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_twice_it_says_the_same(string name) => Assert.Equal(Told.Of(Corpus.Raw(name)), Told.Of(Corpus.Raw(name)));

    [Theory]
    [InlineData("anna@example.com", null, "anna@example.com")]
    [InlineData("\"Svensson, Anna\" <anna@example.com>", "Svensson, Anna", "anna@example.com")]
    [InlineData("Svensson, Anna <anna@example.com>", "Svensson, Anna", "anna@example.com")]
    [InlineData("\"Anna \\\"Kula\\\" S\" <a@b.se>", "Anna \"Kula\" S", "a@b.se")]
    [InlineData("\"=?utf-8?Q?=C3=85sa=2C_B?=\" <a@b.se>", "Åsa, B", "a@b.se")]
    [InlineData("=?utf-8?B?w6U=?= =?utf-8?B?w6Q=?= <a@b.se>", "åä", "a@b.se")]
    [InlineData("a@b.se (Anna (Kommunen))", "Anna (Kommunen)", "a@b.se")]
    [InlineData("Anna (hemma) <a@b.se>", "Anna", "a@b.se")]
    [InlineData("<@x,@y:a@b.se>", null, "a@b.se")]
    [InlineData("Anna <a@b.se", "Anna", "a@b.se")]
    [InlineData("\"a b\"@c.se", null, "\"a b\"@c.se")]
    [InlineData("åsa@exämpel.se", null, "åsa@exämpel.se")]
    [InlineData("'a@b.se' <a@b.se>", "'a@b.se'", "a@b.se")]
    [InlineData("mailto:a@b.se", null, "a@b.se")]
    [InlineData("a@[192.0.2.1]", null, "a@[192.0.2.1]")]
    [InlineData("=?utf-8?Q?Anna_=3Ca=40b=2Ese=3E?=", "Anna", "a@b.se")]
    [InlineData("MAILER-DAEMON <>", "MAILER-DAEMON", "")]
    [InlineData("root", null, "root")]
    public void An_address_is_read_as_people_meant_it(string header, string? name, string address) =>
        Assert.Equal([new Mailbox(name, address)], Read($"From: {header}\n\n").From);

    [Theory]
    [InlineData("a@b.se, c@d.se", 2)]
    [InlineData("a@b.se; c@d.se;", 2)]
    [InlineData("Vänner: a@b.se, Bo <c@d.se>;, e@f.se", 3)]
    [InlineData("undisclosed-recipients:;", 0)]
    [InlineData("a@b.se c@d.se", 2)]
    [InlineData(",,,", 0)]
    [InlineData("Anna <a@b.se> Bo <c@d.se>", 2)]
    [InlineData("<>", 0)]
    public void A_list_has_everybody_in_it(string header, int count) => Assert.Equal(count, Read($"To: {header}\n\n").To.Count);

    [Fact]
    public void All_who_got_it_are_known_once_each()
    {
        var mail = Read("Delivered-To: klagomal+abc@example.se\nX-Original-To: kommun@example.se\nTo: Kommun@example.se, anna@example.com\nCc: Bo <bo@example.com>\n\n");

        Assert.Equal(["klagomal+abc@example.se", "kommun@example.se", "anna@example.com", "bo@example.com"], mail.Recipients);
    }

    [Fact]
    public void References_are_all_that_it_answers_in_order()
    {
        var mail = Read("References: <1@x>\n\t<2@x>\nIn-Reply-To: <3@x> <2@x>\n\n");

        Assert.Equal(["<1@x>", "<2@x>", "<3@x>"], mail.References);
        Assert.Equal("<3@x>", mail.InReplyTo);
    }

    // The line that looks like a boundary ends where the outer boundary begins.
    [Fact]
    public void A_part_without_boundary_may_end_with_dashes()
    {
        var mail = Read("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed\n\nHej\n--c\n--b--\n");

        Assert.Equal((false, "Hej\n--c"), (mail.IsUnread, mail.Text));
    }

    [Fact]
    public void A_bounce_tells_which_mail_and_why()
    {
        var mail = IncomingMail.Read(Corpus.Raw("multipart-report.eml"));

        Assert.Equal((MailKind.Bounce, true), (mail.Kind, mail.IsAutoReply));
        Assert.Equal(new DeliveryReport("<a@b>", "5.1.1", "failed", "a@b.se"), mail.Report);
    }

    [Fact]
    public void A_bounce_in_words_is_one_too() =>
        Assert.Equal(new DeliveryReport("<0190@kommun.se>", null, null, "borta@example.com"), IncomingMail.Read(Corpus.Raw("exim-bounce.eml")).Report);

    [Theory]
    [InlineData("multipart-cal.eml", MailKind.CalendarAnswer)]
    [InlineData("calendar-root.eml", MailKind.CalendarAnswer)]
    [InlineData("auto-00.eml", MailKind.AutoReply)]
    [InlineData("auto-05.eml", MailKind.Ordinary)]
    [InlineData("auto-daemon.eml", MailKind.Ordinary)]
    [InlineData("read-receipt.eml", MailKind.AutoReply)]
    [InlineData("plain.eml", MailKind.Ordinary)]
    public void A_mail_says_what_kind_it_is(string name, MailKind kind) => Assert.Equal(kind, IncomingMail.Read(Corpus.Raw(name)).Kind);

    [Fact]
    public void Our_own_mail_that_comes_back_is_a_loop() => Assert.Equal(MailKind.Loop, Read(Head + "X-Gava: 1\r\n\r\nHej").Kind);

    [Fact]
    public void Html_beside_plain_text_is_not_lost() => Assert.Equal("Resten", IncomingMail.Read(Corpus.Raw("mixed-apple.eml")).FurtherText);

    [Fact]
    public void Words_outside_the_parts_are_not_lost() => Assert.Equal("epilog", IncomingMail.Read(Corpus.Raw("multipart-prepost.eml")).OutsideText);

    [Fact]
    public void A_mail_that_is_only_forwarded_says_what_was_forwarded()
    {
        var mail = IncomingMail.Read(Corpus.Raw("history-forward-only.eml"));

        Assert.Equal("", mail.NewText);
        Assert.Contains("gammalt", mail.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_header_hides_nothing()
    {
        var ids = string.Concat(Enumerable.Range(0, 5000).Select(i => $"<{i}@x>\r\n "));
        var mail = Read($"X-Big: {new string('a', 2_000_000)}\r\n{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"X-{i}: v\r\n"))}{Head}References: {ids}<sist@x>\r\n\r\nHej");

        Assert.Equal(("Hej", "Hej"), (mail.Subject, mail.Text));
    }

    [Fact]
    public void Thousands_of_parts_are_all_kept()
    {
        var mail = Read(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Range(0, 12_000).Select(i => $"--b\r\nContent-Type: image/png\r\n\r\n<{i}>\r\n")) + "--b--\r\n");

        var all = string.Concat(mail.Attachments.Select(a => Encoding.ASCII.GetString(a.Bytes.Span)));
        Assert.All(Enumerable.Range(0, 12_000), i => Assert.Contains($"<{i}>", all, StringComparison.Ordinal));
        Assert.Equal(10_001, mail.Attachments.Count);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(99, true)]
    [InlineData(1000, false)]
    public void What_is_nested_too_deep_is_kept_as_a_file(int depth, bool isRead)
    {
        var inner = "Content-Type: text/plain\r\n\r\ninnerst";
        for (var i = 0; i < depth; i++) inner = $"Content-Type: multipart/mixed; boundary=n{i}x\r\n\r\n--n{i}x\r\n{inner}\r\n--n{i}x--";
        var mail = Read(Head + inner);

        Assert.Equal(isRead, mail.Text == "innerst");
        Assert.True(isRead || Encoding.ASCII.GetString(mail.Attachments[0].Bytes.Span).Contains("innerst", StringComparison.Ordinal));
    }

    /// <summary>What .NET itself composes comes back whole.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_composed_mail_comes_back_whole(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 15; i++)
        {
            var (subject, name, text) = (Words(random, 18), Words(random, 3), string.Join('\n', Enumerable.Range(0, 6).Select(_ => Words(random, 15))));
            var files = Enumerable.Range(0, random.Next(4)).Select(n => (Name: $"{n} {Words(random, 3)}.pdf", Bytes: Noise(random, random.Next(5000)))).ToList();
            using var message = new MailMessage(new MailAddress("anna@example.com", name, Encoding.UTF8), new MailAddress("kommun@example.se", "Kommunen, Synpunkter"))
            {
                Subject = subject,
                SubjectEncoding = Encoding.UTF8,
                Body = text,
                BodyEncoding = random.Next(2) == 0 ? Encoding.UTF8 : Encoding.Unicode,
            };
            if (random.Next(2) == 0) message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString($"<p>{text}</p>", Encoding.UTF8, "text/html"));
            foreach (var (file, bytes) in files) message.Attachments.Add(new Attachment(new MemoryStream(bytes), file));

            var mail = IncomingMail.Read(Composed(message));

            Assert.Equal((subject, name, "anna@example.com"), (mail.Subject, mail.From[0].Name, mail.From[0].Address));
            Assert.Equal([new Mailbox("Kommunen, Synpunkter", "kommun@example.se")], mail.To);
            Assert.Equal(text, mail.Text!.TrimEnd('\n'));
            Assert.Equal(files.Select(f => f.Name), mail.Attachments.Select(a => a.Filename));
            Assert.All(files.Zip(mail.Attachments), pair => Assert.Equal(pair.First.Bytes, pair.Second.Bytes.ToArray()));
        }
    }

    private static byte[] Composed(MailMessage message)
    {
        var folder = TestFolder.New("composed");
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
            client.Send(message);
            return File.ReadAllBytes(Directory.GetFiles(folder).Single());
        }
        finally
        {
            TestFolder.Remove(folder);
        }
    }

    private static string Words(Random random, int count)
    {
        string[] words = ["Hej", "räksmörgås", "hemtjänsten", "Öberg", "ångest", "é", "😀", "klagomål", "–", "i", "skolskjuts", "مرحبا", "x=y"];
        return string.Join(' ', Enumerable.Range(0, random.Next(1, count)).Select(_ => words[random.Next(words.Length)]));
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static IncomingMail Read(string raw) => IncomingMail.Read(Encoding.UTF8.GetBytes(raw));
}
