using System.Security.Cryptography;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Mail;
using Gava.Operations.People;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Intake;

/// <summary>What became of a mail.</summary>
/// <param name="IsNew">True when it became a case; false when it joined one.</param>
public sealed record TakenMail(CaseReference Reference, bool IsNew);

/// <summary>
/// Takes in mail (R-IN-07): each message becomes a case or joins its case, with its files and the raw message in the vault. It joins
/// only by the Message-ID of a mail that we sent to that person, which nobody else knows; the sender's address alone joins nothing, and
/// nothing that comes by mail acts as staff. The same message taken twice is one.
/// </summary>
public sealed class MailIntake(CaseDesk desk, CitizenDesk citizens, Databases databases, OrganisationBook organisations, VaultCipher cipher, UploadCheck uploads, TimeProvider clock)
{
    /// <summary>A larger message is kept raw only.</summary>
    private const int LargestToTakeApart = 60 * 1024 * 1024;

    private const string RawName = "meddelande.eml";

    /// <param name="arrived">When it reached our mailbox, UTC; null is now.</param>
    /// <param name="name">The same for the same message each time that it is taken; null makes it of the bytes.</param>
    public async Task<TakenMail> TakeAsync(ReadOnlyMemory<byte> raw, DateTime? arrived = null, Guid? name = null, CancellationToken cancellation = default)
    {
        var mail = IncomingMail.Read(raw);
        var once = name ?? new Guid(SHA256.HashData(raw.Span).AsSpan(0, 16));
        var files = await uploads.MarkAsync(FilesOf(mail, raw), cancellation);
        if (await CaseOfAsync(mail, cancellation) is { } joined)
        {
            await JoinAsync(joined.Reference, joined.Outbox, mail, files, once);
            await TellOfHarmAsync(joined.Reference, files, once);
            return new(joined.Reference, IsNew: false);
        }

        var registered = await citizens.RegisterAsync(await NewsAsync(mail, files, once, arrived, cancellation), byCode: false, cancellation);
        await TellOfHarmAsync(registered.Reference, files, once);
        return new(registered.Reference, !registered.WasThere);
    }

    /// <summary>Nothing is dropped: a harmful file is kept where nobody can fetch it, and the case says so. Once, however often the mail is taken.</summary>
    private async Task TellOfHarmAsync(CaseReference reference, IReadOnlyList<NewFile> files, Guid name)
    {
        if (files.All(f => f.Scan != FileScan.Infected)) return;
        var once = Content(Content(name));
        await desk.ChangeAsync(null, reference, new Seen(null, new OneRequest(once, Content(once))), (work, change) =>
        {
            work.Case.Note(FileRescan.Harmful, change);
            return Task.CompletedTask;
        });
    }

    /// <summary>The case whose mail this one answers or is about.</summary>
    private async Task<(CaseReference Reference, Guid Outbox)?> CaseOfAsync(IncomingMail mail, CancellationToken cancellation)
    {
        string?[] ids = [.. mail.References, mail.InReplyTo, mail.Report?.OriginalMessageId, mail.Kind == MailKind.Loop ? mail.MessageId : null];
        var ours = ids.Select(OutboxIdIn).OfType<Guid>().Distinct().Take(200).ToList();
        if (ours.Count == 0) return null;
        await using var database = databases.ForSystem();
        // What went to a member of staff tells a case only to a machine: no mail of theirs acts in it.
        var isAutomatic = mail.Kind != MailKind.Ordinary;
        var found = await (from sent in database.Outbox
                           join @case in database.Cases on sent.CaseId equals @case.Id
                           where ours.Contains(sent.Id) && (isAutomatic || sent.PersonId == null)
                           orderby sent.CreatedAt descending
                           select new { sent.Id, Number = @case.Id, @case.RegisteredAt }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : (new CaseReference(StockholmTime.DateOf(found.RegisteredAt).Year, found.Number), found.Id);
    }

    /// <summary>"&lt;018f…@kommun.se&gt;" as the outbox names its mails.</summary>
    private static Guid? OutboxIdIn(string? messageId)
    {
        var bare = (messageId ?? "").Trim().TrimStart('<');
        var at = bare.IndexOf('@', StringComparison.Ordinal);
        return at == 32 && Guid.TryParseExact(bare[..at], "N", out var id) ? id : null;
    }

    private Task JoinAsync(CaseReference reference, Guid outbox, IncomingMail mail, IReadOnlyList<NewFile> files, Guid name) =>
        desk.ChangeAsync(null, reference, new Seen(null, new OneRequest(name, Content(name))), async (work, change) =>
        {
            var text = work.Masked(TextOf(mail, withSubject: false));
            if (mail.Kind == MailKind.Ordinary) work.Case.HearFromPerson(text, Way.Email, change);
            else work.Case.Note(text, change);
            if (StatusOf(mail) is { } status && status[0] == '5')
            {
                await work.Database.Outbox.Where(m => m.Id == outbox).ExecuteUpdateAsync(m => m.SetProperty(x => x.GivenUp, true).SetProperty(x => x.LastFault, $"bounced {status}"));
            }

            await CaseSaving.AddFilesAsync(work.Database, work.Case.Id, files, cipher);
            if (mail.Kind is MailKind.Ordinary or MailKind.Bounce) TellTheHandler(work, mail.Kind == MailKind.Bounce ? MailText.NotDelivered : MailText.Messaged, change);
        });

    private static void TellTheHandler(CaseWork work, MailText text, Change change)
    {
        if (work.Case.ResponsibleId is { } id && work.Organisation.Person(id) is { } handler) work.MailStaff(text, [handler]);
        else work.MailStaff(text, work.Organisation.LeadersOf(work.Case.UnitId, StockholmTime.DateOf(change.At)));
    }

    private async Task<NewCase> NewsAsync(IncomingMail mail, IReadOnlyList<NewFile> files, Guid name, DateTime? arrived, CancellationToken cancellation)
    {
        var unit = await PlaceOfAsync(mail, cancellation) ?? throw new InvalidOperationException("There is no place that takes cases.");
        // A machine wants no answer: a receipt to it could come back for ever.
        var isPerson = mail.Kind == MailKind.Ordinary;
        var sender = isPerson ? SenderOf(mail) : new Complainant();
        var now = StockholmTime.Now(clock);
        return new NewCase
        {
            Text = new Words("", TextOf(mail, withSubject: true)),
            Kind = isPerson ? "complaint" : "view",
            Channel = "email",
            UnitId = unit.Id,
            ArrivedAt = arrived is { } at && at < now ? at : now,
            ReceivedBy = Person.Citizen,
            Complainant = sender,
            WantsReply = sender.Email is not null,
            SubmissionId = name,
            Files = files,
        };
    }

    /// <summary>The place whose own address it was sent to; else where the unsure go.</summary>
    private async Task<Unit?> PlaceOfAsync(IncomingMail mail, CancellationToken cancellation)
    {
        var places = (await organisations.NowAsync(cancellation)).PlacesForCases().Where(u => u.Email is not null).ToList();
        return mail.Recipients.Select(to => places.Find(u => string.Equals(u.Email, to, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(u => u is not null)
            ?? await citizens.PlaceForTheUnsureAsync(cancellation);
    }

    /// <summary>Who it says that it is from. What cannot be a name or an address is left out: the raw message has it.</summary>
    private static Complainant SenderOf(IncomingMail mail)
    {
        var from = mail.From.Concat(mail.ReplyTo).FirstOrDefault(m => m.Address.Length > 0);
        return from is null ? new() : new() { Name = Kept(new() { Name = from.Name })?.Name, Email = Kept(new() { Email = from.Address })?.Email };

        static Complainant? Kept(Complainant one)
        {
            try
            {
                return one.Checked();
            }
            catch (RuleBroken)
            {
                return null;
            }
        }
    }

    private static string TextOf(IncomingMail mail, bool withSubject)
    {
        var kind = mail.Kind switch
        {
            MailKind.AutoReply => "Automatiskt svar",
            MailKind.Bounce => $"Ett mejl från oss kom inte fram{(StatusOf(mail) is { } status ? $" ({status})" : "")}",
            MailKind.CalendarAnswer => "Svar från en kalender",
            MailKind.Loop => "Ett av våra egna mejl kom tillbaka",
            _ => null,
        };
        var words = Readable(mail.Words);
        string?[] parts = [kind, withSubject ? Readable(mail.Subject) : null, words, words.Length == 0 && kind is null ? "Mejlet har ingen text. Det som kom finns bland bilagorna." : null];
        var text = string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));
        return text.Length <= NewCase.LongestText ? text : string.Concat(text.AsSpan(0, NewCase.LongestText - 60), "\n\n[Resten finns i bilagan ", RawName, ".]");
    }

    /// <summary>"5.1.1": a report may say anything there, and only what has that form is taken.</summary>
    private static string? StatusOf(IncomingMail mail) =>
        mail is { Kind: MailKind.Bounce, Report.Status: { Length: >= 5 and <= 9 } status } && status.Split('.') is { Length: 3 } parts && parts.All(p => p.Length is >= 1 and <= 3 && p.All(char.IsAsciiDigit)) ? status : null;

    private static string Readable(string? text) => string.Concat((text ?? "").Where(c => !char.IsControl(c) || c is '\n' or '\t')).Trim();

    private static IReadOnlyList<NewFile> FilesOf(IncomingMail mail, ReadOnlyMemory<byte> raw)
    {
        NewFile whole = new(RawName, raw.ToArray());
        return raw.Length > LargestToTakeApart ? [whole] : [.. mail.Attachments.Index().Select(a => new NewFile(a.Item.Filename ?? $"bilaga-{a.Index + 1}", a.Item.Bytes.ToArray())), whole];
    }

    private static Guid Content(Guid name) => new(SHA256.HashData(name.ToByteArray()).AsSpan(0, 16));
}
