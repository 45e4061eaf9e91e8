using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gava.Operations.Intake;
using Gava.Operations.Mail;

namespace Gava.Web.Commands;

/// <summary><c>gava mail parse</c>: what Gåva reads in raw messages, one JSON line each, without database or key.</summary>
internal static class MailCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Råa meddelanden, ett i varje fil." };
        var parse = new Command("parse", "Läser råa e-postmeddelanden och skriver en JSON-rad för varje.") { files };
        parse.SetAction(asked => Parse(asked.GetValue(files)!));
        var deliver = new Command("deliver", "Tar in ett rått meddelande från standard input, som en mejlservers pipe. Status 75: försök igen senare.");
        deliver.SetAction((_, cancellation) => DeliverAsync(cancellation));
        return new Command("mail", "Inkommande e-post.") { parse, deliver };
    }

    /// <summary>What a mail server understands as "keep it and try again" (sysexits, EX_TEMPFAIL).</summary>
    private const int TryLater = 75;

    private static async Task<int> DeliverAsync(CancellationToken cancellation)
    {
        try
        {
            using var raw = new MemoryStream();
            await using (var input = Console.OpenStandardInput()) await input.CopyToAsync(raw, cancellation);
            await using var services = await Tools.OpenAsync();
            Console.Out.WriteLine((await services.GetRequiredService<MailIntake>().TakeAsync(raw.ToArray(), cancellation: cancellation)).Reference);
            return Tools.Done;
        }
        catch (Exception fault)
        {
            // Whatever it is, the mail server still has the message: nothing is lost.
            return Tools.Say($"Mejlet kunde inte tas emot nu ({fault.GetType().Name}). Försök igen senare.", TryLater);
        }
    }

    private static int Parse(string[] files)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        var refused = false;
        foreach (var file in files)
        {
            if (Read(file) is { } raw)
            {
                output.WriteLine(Line(file, IncomingMail.Read(raw)));
                continue;
            }

            Console.Error.WriteLine($"{file}: filen finns inte eller går inte att läsa.");
            refused = true;
        }

        return refused ? Tools.Refused : Tools.Done;
    }

    private static byte[]? Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Line(string file, IncomingMail mail) => JsonSerializer.Serialize(new
    {
        file,
        subject = mail.Subject,
        from = mail.From.Select(Mailbox),
        to = mail.To.Select(Mailbox),
        date = mail.Date?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        messageId = mail.MessageId,
        inReplyTo = mail.InReplyTo,
        text = mail.Text,
        htmlText = mail.HtmlText,
        newText = mail.NewText,
        attachments = mail.Attachments.Select(a => new { filename = a.Filename, size = a.Bytes.Length, sha1 = a.Sha1() }),
        autoReply = mail.IsAutoReply,
    }, Json);

    private static object Mailbox(Mailbox mailbox) => new { name = mailbox.Name, address = mailbox.Address };
}
