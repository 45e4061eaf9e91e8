using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Cases;

/// <content>How it went, by a link that can do nothing else (R-FLOW-13; docs/decisions/0038-a-code-for-everybody.md).</content>
public sealed partial class CitizenDesk
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromDays(60);

    /// <summary>
    /// What stands in the address of a new link; it is kept nowhere but there. Null where the routine asks nobody, where nothing has been answered
    /// and where the person has said it already.
    /// </summary>
    public async Task<string?> NewSurveyTokenAsync(long number, CancellationToken cancellation = default)
    {
        var token = await codes.OfAsync(Guid.CreateVersion7());
        return await gate.WriteAsync(null, async database =>
        {
            var @case = await database.Cases.AsNoTracking().FirstAsync(c => c.Id == number, cancellation);
            var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion, cancellation);
            if (!routine.Reply.Survey || !@case.MayBeRated || await database.SurveyAnswers.AnyAsync(a => a.CaseId == number, cancellation)) return null;
            database.SurveyLinks.Add(new SurveyLink { Hash = FollowUpCodes.Hash(token), CaseId = number, ExpiresAt = StockholmTime.Now(clock) + LinkLasts });
            return token;
        }, cancellation);
    }

    /// <summary>Whether what the link asks has been answered already. Null for every wrong link and every old one.</summary>
    public async Task<bool?> IsRatedByLinkAsync(string token, CancellationToken cancellation = default)
    {
        if (await FindByLinkAsync(token, cancellation) is not { } number) return null;
        await using var database = databases.ForSystem();
        return await database.SurveyAnswers.AnyAsync(a => a.CaseId == number, cancellation);
    }

    /// <summary>The person says how it went, once.</summary>
    /// <exception cref="NotFound">The link is wrong or old.</exception>
    /// <exception cref="RuleBroken">A grade is missing, or the words cannot be read.</exception>
    public async Task RateByLinkAsync(string token, SurveyAnswer answer, string? text, CancellationToken cancellation = default) =>
        await RateAsync(await FindByLinkAsync(token, cancellation), Guid.Empty, answer, text, cancellation);

    private async Task<long?> FindByLinkAsync(string token, CancellationToken cancellation)
    {
        var hash = FollowUpCodes.Hash(Short(token));
        var now = StockholmTime.Now(clock);
        await using var database = databases.ForSystem();
        return await database.SurveyLinks.Where(l => l.Hash == hash && l.ExpiresAt > now).Select(l => (long?)l.CaseId).FirstOrDefaultAsync(cancellation);
    }
}
