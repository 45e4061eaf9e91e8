using System.Text.Json;
using Gava.Domain;
using Gava.Web.Text;

namespace Gava.Web.Security;

/// <summary>Faults as RFC 9457 problem details, in Swedish or English by <c>Accept-Language</c>, with a stable code.</summary>
public static class Problems
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(HttpContext context, RuleBroken broken) =>
        WriteAsync(context, 400, broken.Code, broken.Message, EnglishRules.Of(broken.Code), broken.Field);

    public static Task WriteAsync(HttpContext context, int status, string code, string swedish, string english, string? field = null)
    {
        var isEnglish = PrefersEnglish(context.Request);
        var problem = new Dictionary<string, object?>
        {
            ["type"] = $"urn:gava:problem:{code}",
            ["title"] = isEnglish ? english : swedish,
            ["status"] = status,
            ["code"] = code,
        };
        if (field is not null) problem["field"] = field;
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.Headers.ContentLanguage = isEnglish ? "en" : "sv";
        return context.Response.WriteAsync(JsonSerializer.Serialize(problem, Json), context.RequestAborted);
    }

    private static bool PrefersEnglish(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(l => l is "sv" or "en");
        return wanted == "en";
    }
}
