using System.Text.Json;
using System.Text.Json.Nodes;
using Gava.Domain.Deadlines;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// Rinkeby-Kista's routine with what these tests are about: a diary whose last word is the registrar's, a copy to the unit,
/// fault reports kept out, phrases for the public. Its units: dagverksamheten-solsidan, park-och-gata.
/// </summary>
internal static class DiaryRoutine
{
    public const string Name = "rinkeby-kista";
    public const string Series = "RKSDN";
    public const string Subject = "Klagomål på verksamheten";

    /// <summary>Makes it the newest version there.</summary>
    /// <param name="within">How long the registrar has.</param>
    public static async Task ShipAsync(IServiceProvider services, string within = "1 workingDays")
    {
        var folder = TestFolder.New("routine");
        File.WriteAllText(Path.Combine(folder, $"{Name}.json"), Source(within));
        await services.GetRequiredService<RoutineBook>().ShipAsync(folder, services.GetRequiredService<WriteGate>(), StockholmTime.Now(services.GetRequiredService<TimeProvider>()));
        TestFolder.Remove(folder);
    }

    private static string Source(string within)
    {
        var shipped = File.ReadAllText(Path.Combine(Checkout.Folder, "routines", $"{Name}.json"));
        var routine = JsonNode.Parse(shipped, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        routine["version"] = 900;
        routine["regime"] = "socialServices";
        routine["registration"] = new JsonObject
        {
            ["mode"] = "diary",
            ["series"] = Series,
            ["board"] = "Rinkeby-Kista stadsdelsnämnd",
            ["within"] = within,
            ["exempt"] = new JsonArray("faultReport"),
            ["copyToUnit"] = true,
            ["publicSubjects"] = new JsonArray(Subject, "Beröm till verksamheten"),
            ["assumed"] = "För provets skull.",
        };
        routine["closing"]!["by"] = "registrar";
        return routine.ToJsonString();
    }
}
