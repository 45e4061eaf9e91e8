using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Gava.Operations.Mail;

namespace Gava.Web.Tests.Mail;

/// <summary>R-IN-07: whatever the bytes are, a mail is read, in time, and to the same each time.</summary>
[Trait("Database", "None")]
public sealed class MailFuzzTests(ITestOutputHelper output)
{
    private static readonly byte[][] Messages = [.. Corpus.Names.Select(Corpus.Raw)];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "\r\n", "\n", "\r", "\0", "\n\n", "--b1\n", "--b1--\n", "=?utf-8?Q?", "?=", "=?x?B?", "\"", "(", "<", ">", ";", ":", ",", "=", "==", "=\n", "%C3", "&#x", "&amp", "<!--", "<div style=\"display:none\">", "<blockquote>",
            "Content-Type: multipart/mixed; boundary=\"b1\"\n", "Content-Type: text/html\n", "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n", "charset=utf-16", "charset=utf-7", "charset=iso-2022-jp",
            "format=flowed; delsp=yes", "filename*0*=utf-8''", "filename*1=", "Date: ", "From: ", "Från: a\nSkickat: 2026 09:00\nTill: b\n", "Den 2 mars 2026 kl 09:00 skrev a@b:\n", "> ", "begin 644 x\n", "\u00e5", "\ufeff", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0x80], [0xC3], [0x1B, 0x24, 0x42],
    ];

    [Fact]
    public void Ten_thousand_broken_messages_are_all_read() => Fuzz(from: 0, count: 10_000);

    [Fact]
    [Trait("Category", "Long")]
    public void A_million_broken_messages_are_all_read() => Fuzz(from: 10_000, count: 1_000_000);

    private void Fuzz(int from, int count)
    {
        var (watch, bytes) = (Stopwatch.StartNew(), 0L);
        Parallel.For(from, from + count, seed =>
        {
            var raw = Mutated(seed);
            Interlocked.Add(ref bytes, raw.Length);
            try
            {
                Check(raw, isTwice: seed % 10 == 0);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"seed {seed}: {fault.Message}", fault);
            }
        });
        output.WriteLine($"{count} messages, {bytes / 1e6:F0} MB, {bytes / 1e6 / watch.Elapsed.TotalSeconds:F1} MB/s");
    }

    private static void Check(byte[] raw, bool isTwice)
    {
        var watch = Stopwatch.StartNew();
        var mail = IncomingMail.Read(raw);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
        Assert.True(!mail.IsUnread, "unread");
        var told = Told.Of(mail);
        JsonDocument.Parse(told).Dispose();
        Assert.Equal(raw.Length, mail.Size);
        Assert.True(mail.Attachments.Sum(a => (long)a.Bytes.Length) <= (3L * raw.Length) + 10, "attachments");
        Assert.True((mail.Text?.Length ?? 0) <= (4L * raw.Length) + 10, "text");
        Assert.True((mail.HtmlText?.Length ?? 0) <= (10L * raw.Length) + 10, "html");
        Assert.True(mail.Subject?.Contains('\n', StringComparison.Ordinal) is not true, "subject");
        Assert.DoesNotContain(mail.Attachments, a => a.Filename is { } name && (name.Contains('/', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal) || name.Length == 0));
        Assert.True(mail.Date is not { Kind: not DateTimeKind.Utc });
        Assert.True(mail.NewText is null == (mail.Text is null && mail.HtmlText is null));
        Assert.True((mail.NewText?.Length ?? 0) <= Math.Max(mail.Text?.Length ?? 0, mail.HtmlText?.Length ?? 0) + 2, "new text");
        if (isTwice) Assert.Equal(told, Told.Of(raw));
    }

    private static byte[] Mutated(int seed)
    {
        var random = new Random(seed);
        var raw = Messages[random.Next(Messages.Length)].ToList();
        for (var i = random.Next(1, 6); i > 0; i--) Mutate(raw, random);
        return [.. raw.Take(200_000)];
    }

    private static void Mutate(List<byte> raw, Random random)
    {
        var at = random.Next(raw.Count + 1);
        var length = random.Next(Math.Min(raw.Count - at, 400) + 1);
        switch (random.Next(9))
        {
            case 0 when at < raw.Count: raw[at] ^= (byte)(1 << random.Next(8)); break;
            case 1 when at < raw.Count: raw[at] = (byte)random.Next(256); break;
            case 2: raw.RemoveRange(at, length); break;
            case 3: raw.RemoveRange(at, raw.Count - at); break;
            case 4: raw.InsertRange(random.Next(raw.Count + 1), raw.GetRange(at, length)); break;
            case 5: raw.InsertRange(at, Pieces[random.Next(Pieces.Length)]); break;
            case 6: raw.InsertRange(at, Messages[random.Next(Messages.Length)].Take(3_000)); break;
            case 7: SwapLines(raw, random); break;
            default:
                var piece = Pieces[random.Next(Pieces.Length)];
                for (var i = random.Next(60); i > 0; i--) raw.InsertRange(at, piece);
                break;
        }
    }

    private static void SwapLines(List<byte> raw, Random random)
    {
        var lines = Encoding.Latin1.GetString([.. raw]).Split('\n');
        var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        raw.Clear();
        raw.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }
}
