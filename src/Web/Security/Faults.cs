using System.Data.Common;
using Gava.Domain;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Diagnostics;

namespace Gava.Web.Security;

/// <summary>
/// What people meet when something went wrong: a sentence, never a stack. The log gets the kind of fault and where, never its
/// message, which could repeat what somebody typed.
/// </summary>
public static class Faults
{
    public static async Task AnswerAsync(HttpContext context)
    {
        var feature = context.Features.Get<IExceptionHandlerFeature>();
        var fault = feature?.Error;
        var status = StatusOf(fault);
        if (status >= 500)
        {
            var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Gava.Faults");
            log.LogError("A request to {Route} failed: {Fault} at {Where}", (feature?.Endpoint as RouteEndpoint)?.RoutePattern.RawText,
                fault?.GetType().Name, Where(fault));
        }

        context.Response.StatusCode = status;
        if (fault is RuleBroken broken) await Problems.WriteAsync(context, broken);
        else await AnswerStatusAsync(context);
    }

    /// <summary>The page or the problem for a bare status.</summary>
    public static Task AnswerStatusAsync(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context) => AnswerStatusAsync(context.HttpContext);

    private static async Task AnswerStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var (title, sentence) = Sentence(status);
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await Problems.WriteAsync(context, status, CodeOf(status), sentence, EnglishSentence(status));
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(FaultPage.Write(title, sentence));
    }

    private static int StatusOf(Exception? fault) => fault switch
    {
        NotFound => 404,
        StaleWrite => 409,
        RuleBroken => 400,
        BadHttpRequestException bad => bad.StatusCode,
        Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => 400,
        DbException or IOException or InvalidOperationException { InnerException: DbException } => 503,
        Microsoft.EntityFrameworkCore.DbUpdateException => 503,
        _ => 500,
    };

    private static string Where(Exception? fault) =>
        (fault?.StackTrace ?? "").Split('\n').Select(l => l.Trim().Split(" in ")[0]).OrderBy(l => l.Contains("Gava", StringComparison.Ordinal) ? 0 : 1).First();

    private static (string Title, string Sentence) Sentence(int status) => status switch
    {
        400 => ("Det gick inte att läsa", "Något i det som skickades gick inte att läsa. Gå tillbaka och försök igen."),
        401 or 403 or 404 => ("Sidan finns inte", "Vi hittar inte sidan. Den kan ha flyttat, eller så är adressen inte rätt."),
        405 => ("Det går inte här", "Sidan kan inte göra det som begärdes."),
        409 => ("Någon hann före", "Ärendet har ändrats sedan du öppnade det. Gå tillbaka, läs det nya och försök igen."),
        413 => ("För stort", "Det som skickades är för stort. Ta bort någon fil och försök igen."),
        415 => ("Fel format", "Det som skickades har ett format som vi inte kan läsa."),
        429 => ("Vänta en stund", "Det har varit många försök. Vänta några minuter och försök igen."),
        503 => ("Vi kan inte spara just nu", "Det går inte att spara just nu. Försök igen om en stund. Det du skrev finns kvar om du går tillbaka."),
        _ => ("Något gick fel", "Något gick fel hos oss. Försök igen om en stund. Det du skrev finns kvar om du går tillbaka."),
    };

    private static string EnglishSentence(int status) => status switch
    {
        400 => "The request could not be read.",
        401 or 403 or 404 => "There is nothing here.",
        405 => "This address does not do that.",
        409 => "The case was changed in between. Read it again and retry.",
        413 => "The request is too large.",
        415 => "The media type is not supported.",
        429 => "Too many attempts. Wait a few minutes.",
        503 => "Nothing can be saved right now. Try again in a while.",
        _ => "Something went wrong on our side.",
    };

    private static string CodeOf(int status) => status switch
    {
        400 => "unreadable",
        401 or 403 or 404 => "not-found",
        405 => "method",
        409 => "stale",
        413 => "too-large",
        415 => "media-type",
        429 => "slow-down",
        503 => "unavailable",
        _ => "fault",
    };
}
