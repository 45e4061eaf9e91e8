using System.Data.Common;
using Gava.Domain;
using Gava.Operations.Database;
using Gava.Web.Text;
using Microsoft.AspNetCore.Diagnostics;

namespace Gava.Web.Security;

/// <summary>
/// What people meet when something went wrong: a sentence, never a stack. The log gets the kind of fault and where, never its
/// message, which could repeat what somebody typed.
/// </summary>
public static class Faults
{
    private static readonly string[] CitizenDoors = ["/lamna", "/folj", "/betyg", "/blankett", "/personuppgifter", "/tillganglighet", "/ni-tyckte", "/statistik"];

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
        var tongue = TongueOf(context);
        var (title, sentence) = Sentence(status, tongue ?? Tongue.Find(null));
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            await Problems.WriteAsync(context, status, CodeOf(status), sentence, EnglishSentence(status));
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(FaultPage.Write(title, sentence, tongue));
    }

    /// <summary>
    /// The reader's language at the citizen's door: what the address or the form asks for, else what the browser says. Null elsewhere, where
    /// Swedish is spoken.
    /// </summary>
    private static Tongue? TongueOf(HttpContext context)
    {
        var request = context.Request;
        if (CitizenDoors.All(door => !request.Path.StartsWithSegments(door)) && request.Path != "/") return null;
        // A form that could not be read is not read again.
        var form = context.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form;
        return new[] { form?["lang"].ToString(), request.Query["lang"].ToString() }.Concat(request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString()))
            .Select(Tongue.Known).FirstOrDefault(tongue => tongue is not null) ?? Tongue.Find(null);
    }

    private static (string Title, string Sentence) Sentence(int status, Tongue tongue) => CodeOf(status) switch
    {
        // Only staff change what somebody else has open.
        "stale" => ("Någon hann före", "Ärendet har ändrats sedan du öppnade det. Gå tillbaka, läs det nya och försök igen."),
        "media-type" => (tongue["fault.unreadable.title"], tongue["fault.unreadable"]),
        var code => (tongue[$"fault.{code}.title"], tongue[$"fault.{code}"]),
    };

    private static int StatusOf(Exception? fault) => fault switch
    {
        NotFound => 404,
        StaleWrite => 409,
        RuleBroken => 400,
        BadHttpRequestException bad => bad.StatusCode,
        Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException => 400,
        DbException or IOException or DiskFault or InvalidOperationException { InnerException: DbException } => 503,
        Microsoft.EntityFrameworkCore.DbUpdateException => 503,
        _ => 500,
    };

    private static string Where(Exception? fault) =>
        (fault?.StackTrace ?? "").Split('\n').Select(l => l.Trim().Split(" in ")[0]).OrderBy(l => l.Contains("Gava", StringComparison.Ordinal) ? 0 : 1).First();

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
