using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Vault;
using Gava.Web.Security;

namespace Gava.Web.Api;

/// <summary>What every operation of the API asks of a request, and how a refusal is worded.</summary>
internal static class ApiRequest
{
    public static async ValueTask<Viewer> WhoAsync(HttpContext context) => await context.ViewerAsync() ?? throw new NotFound();

    /// <summary>The case that the address names.</summary>
    /// <exception cref="NotFound">It is no reference.</exception>
    public static CaseReference Known(string reference) => CaseReference.TryParse(reference, out var known) ? known : throw new NotFound();

    /// <summary>A yes or no in the address; none is no.</summary>
    public static bool Flag(IQueryCollection query, string name) => query[name].ToString() switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw new RuleBroken("query-wrong", $"{name} ska vara true eller false.", name),
    };

    /// <summary>What the caller had seen of a thing, as its <c>If-Match</c> says; null when it does not say.</summary>
    public static string? Match(HttpContext context) => context.Request.Headers.IfMatch.ToString().Trim('"', ' ') is { Length: > 0 } mark && mark != "*" ? mark : null;

    /// <summary>Which request this is (<c>Idempotency-Key</c>); null when it does not say.</summary>
    public static async Task<OneRequest?> RequestAsync(HttpContext context, Viewer viewer, FollowUpCodes codes, JsonBody body)
    {
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (key.Length == 0) return null;
        if (key.Length > 200) throw new RuleBroken("type-wrong", "Idempotency-Key får ha högst 200 tecken.", "Idempotency-Key");
        var name = $"{context.Request.Path} {key}";
        return new(await codes.SubmissionOfAsync(viewer.Id, name), await codes.SubmissionOfAsync(viewer.Id, $"{name} {body.Digest}"));
    }

    public static int Number(IQueryCollection query, string name, int otherwise, int least, int most)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
            : throw new RuleBroken("query-wrong", $"{name} ska vara ett heltal från {least} till {most}.", name);
    }

    public static DateOnly? Day(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        if (text.Length == 0) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new RuleBroken("query-wrong", $"{name} ska vara ett datum som 2026-05-04.", name);
    }

    /// <summary>A broken rule, a missing case and a stale write have answers of their own; the rest is the fault page's work.</summary>
    public static async ValueTask<object?> AnswerRulesAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        try
        {
            return await next(invocation);
        }
        catch (RuleBroken broken)
        {
            var status = broken.Code == CaseDesk.OtherRequest ? 422 : 400;
            await Problems.WriteAsync(context, status, broken.Code, broken.Message, Text.EnglishRules.Of(broken.Code), broken.Field);
        }
        catch (NotFound)
        {
            await Problems.WriteAsync(context, 404, "not-found", "Det finns inget här.", "There is nothing here.");
        }
        catch (StaleWrite)
        {
            await Problems.WriteAsync(context, 412, "stale", "Ärendet har ändrats sedan du läste det. Läs det igen.", "The case was changed in between. Read it again.");
        }

        return Results.Empty;
    }
}
