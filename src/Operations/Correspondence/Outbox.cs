using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Gateways;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Gava.Operations.Correspondence;

/// <summary>
/// Sends what waits. A mail was written in the same transaction as what it tells of, so it is never lost; it is tried again
/// with growing pauses for two days, and its Message-ID is its row's, so that a second copy can be seen to be one.
/// </summary>
public sealed class Outbox(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, TemplateDesk templates, CitizenDesk citizens, VaultCipher cipher, IPost post,
    PublicAddress address, TimeProvider clock, ILogger<Outbox> log)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(2);

    /// <summary>Sends everything that is due. Returns how many left.</summary>
    public async Task<int> SendDueAsync(CancellationToken cancellation = default)
    {
        if (!post.IsOpen) return 0;
        var sent = 0;
        foreach (var mail in await DueAsync(cancellation))
        {
            if (await SendAsync(mail, cancellation)) sent++;
        }

        return sent;
    }

    private async Task<List<OutboxMail>> DueAsync(CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var now = StockholmTime.Now(clock);
        return await database.Outbox.Where(m => m.SentAt == null && !m.GivenUp && m.NextTryAt <= now)
            .OrderBy(m => m.NextTryAt).Take(100).ToListAsync(cancellation);
    }

    private async Task<bool> SendAsync(OutboxMail mail, CancellationToken cancellation)
    {
        // The lease: whoever sends says so first, so that two processes do not send the same.
        if (!await LeaseAsync(mail.Id)) return false;
        try
        {
            var text = Enum.Parse<MailText>(mail.Text);
            await post.SendAsync(mail.CaseId is null ? await AboutWorkAsync(mail, text, cancellation) : await AboutCaseAsync(mail, text, cancellation), cancellation);
            await gate.WriteAsync(null, database => database.Outbox.Where(m => m.Id == mail.Id)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, StockholmTime.Now(clock))), cancellation);
            return true;
        }
        catch (PostRefused refused)
        {
            log.LogWarning("Mail {Mail} for case {Case} was refused: {Status}", mail.Id, mail.CaseId, refused.Message);
            await PutBackAsync(mail, refused);
            return false;
        }
    }

    private async Task<PlainMail> AboutCaseAsync(OutboxMail mail, MailText text, CancellationToken cancellation)
    {
        var (to, reference, spoken, hasCode) = await RecipientAsync(mail, cancellation);
        if (to is null) throw new PostRefused("no-address", isFinal: true);
        var municipality = (await organisations.NowAsync(cancellation)).Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "Kommunen";
        // The person's own language goes before the municipality's own words in another.
        var own = await OwnWordsAsync(mail, text, municipality, cancellation);
        var (subject, body, language) = own is { } words && (words.Language == spoken || MailTongues.Of(text, spoken) is null) ? words : MailTexts.In(spoken, text, reference, address.Url, municipality);
        if (hasCode) body += $"\n{MailTongues.ByCode(language, address.Url)}\n";
        // Made as it is sent: what waits in the outbox holds no link that anybody could use.
        if (text == MailText.Replied && await citizens.NewSurveyTokenAsync(reference.Number, cancellation) is { } token) body += $"\n{MailTongues.Survey(language, address.Url, token)}\n";
        return new(to, subject, body, mail.Id, language);
    }

    private async Task<PlainMail> AboutWorkAsync(OutboxMail mail, MailText text, CancellationToken cancellation)
    {
        if ((await organisations.NowAsync(cancellation)).Person(mail.PersonId)?.Email is not { } to) throw new PostRefused("no-address", isFinal: true);
        var (subject, body) = MailTexts.AboutWork(text, address.Url);
        return new(to, subject, body, mail.Id, "sv");
    }

    /// <summary>The routine's or the municipality's own words for it; null where there are none, or they would tell too much.</summary>
    private async Task<(string Subject, string Body, string Language)?> OwnWordsAsync(OutboxMail mail, MailText text, string municipality, CancellationToken cancellation)
    {
        if (mail.PersonId is not null || MailTexts.TemplateOf(text) is not { } use) return null;
        await using var database = databases.ForSystem();
        var @case = await database.Cases.AsNoTracking().Include(c => c.Clocks).FirstAsync(c => c.Id == mail.CaseId, cancellation);
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion, cancellation);
        @case.Follow(routine, await routines.CalendarAsync(routine, cancellation));
        var words = CaseTemplate.ForMail(use, @case, await organisations.NowAsync(cancellation), StockholmTime.Today(clock), await templates.AllAsync(cancellation));
        return words is null ? null : (words.Subject, MailTexts.Signed(words.Text, municipality, words.Language), words.Language);
    }

    private Task<bool> LeaseAsync(Guid id) => gate.WriteAsync(null, async database =>
    {
        var now = StockholmTime.Now(clock);
        var until = now.AddMinutes(2);
        return await database.Outbox.Where(m => m.Id == id && m.SentAt == null && m.NextTryAt <= now)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.NextTryAt, until)) == 1;
    });

    private Task PutBackAsync(OutboxMail mail, PostRefused refused) => gate.WriteAsync(null, database =>
    {
        var now = StockholmTime.Now(clock);
        var pause = TimeSpan.FromMinutes(Math.Min(240, Math.Pow(2, mail.Tries)));
        var givenUp = refused.IsFinal || now - mail.CreatedAt > GiveUpAfter;
        return database.Outbox.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.Tries, mail.Tries + 1).SetProperty(x => x.NextTryAt, now + pause)
            .SetProperty(x => x.LastFault, refused.Message).SetProperty(x => x.GivenUp, givenUp));
    });

    /// <summary>Address, reference, the language that they are to be written to in, and whether they have a code to follow it by.</summary>
    private async Task<(string? To, CaseReference Reference, string Language, bool HasCode)> RecipientAsync(OutboxMail mail, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var @case = await database.Cases.AsNoTracking().FirstAsync(c => c.Id == mail.CaseId, cancellation);
        var reference = new CaseReference(StockholmTime.DateOf(@case.RegisteredAt).Year, @case.Id);
        if (mail.PersonId is { } person) return ((await organisations.NowAsync(cancellation)).Person(person)?.Email, reference, "sv", false);
        var entry = await database.VaultEntries.FirstOrDefaultAsync(e => e.CaseId == mail.CaseId && e.Field == VaultFields.Complainant, cancellation);
        if (entry is null) return (null, reference, @case.Language, false);
        // Without its key the case's vault is gone for good, and with it the address.
        if (await database.VaultKeys.FirstOrDefaultAsync(k => k.CaseId == mail.CaseId, cancellation) is not { } key) return (null, reference, @case.Language, false);
        var dataKey = cipher.Unwrap(key);
        return (VaultFields.ReadComplainant(VaultCipher.OpenField(dataKey, entry)).Email, reference, @case.Language, @case.FollowsByCode);
    }
}

/// <summary>The address of the installation in mails, letters and QR codes.</summary>
public sealed record PublicAddress(string Url);
