using System.Text.Json;
using System.Text.Json.Nodes;
using Gava.Operations.Database;
using Gava.Operations.Routines;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// The routine of the demo's Socialpsykiatri with everything that a routine can ask for, as a version that cases begin with
/// from now on: consultation and rest, contents of a reply, matters that go elsewhere, channels with demands, categories.
/// </summary>
public static class RichRoutine
{
    private const int Version = 1000;

    private const string More = """
        {
          "scope": { "assumed": "För prov.", "elsewhere": [
            { "code": "appeal", "label": "Överklagande", "signs": ["överklag", "besvär över"], "to": "Den handläggare som fattade beslutet", "tell": "Ett beslut överklagas hos den som fattade det.", "outsideByLaw": true, "sameDay": true, "assumed": "För prov." },
            { "code": "misconduct", "label": "Missförhållande", "signs": ["slog mig"], "to": "Socialt ansvarig samordnare", "tell": "Det här utreds också som lex Sarah.", "copied": true, "sameDay": true, "assumed": "För prov." } ] },
          "reply": { "consultationRequired": true, "rest": "24 hours", "assumed": "För prov.", "contents": [
            { "code": "thanks", "label": "Tacka", "assumed": "För prov." },
            { "code": "regret", "label": "Beklaga", "onlyComplaints": true, "singular": true, "assumed": "För prov." },
            { "code": "measure", "label": "Vad som görs", "assumed": "För prov." },
            { "code": "whereToTurn", "label": "Vart personen kan vända sig", "whenUnsolved": true, "assumed": "För prov." } ] },
          "categories": [
            { "code": "amne", "label": "Ämne", "obligatory": true, "assumed": "För prov.", "categories": [
              { "code": "bemotande", "label": "Bemötande" }, { "code": "tid", "label": "Tid", "children": [{ "code": "forsent", "label": "För sent" }] } ] },
            { "code": "indikator", "label": "Kvalitetsindikator", "setBy": "complaintsManager", "assumed": "För prov.", "categories": [{ "code": "trygghet", "label": "Trygghet" }] } ],
          "templates": [{ "use": "reply", "kind": "complaint", "subject": "Svar", "text": "Hej!\n\nTack för att du hörde av dig om {unit}.\n\nHälsningar\n{handler}", "assumed": "För prov." }],
          "guidance": [
            { "place": "receiving", "text": "Lyssna färdigt.", "assumed": "För prov." },
            { "place": "answering", "text": "Svara på varje sak.", "assumed": "För prov." },
            { "place": "answering", "roles": ["registrar"], "text": "Se efter att numret stämmer.", "assumed": "För prov." },
            { "place": "delay", "text": "Ring hellre än skriv.", "assumed": "För prov." },
            { "place": "handingOver", "text": "Ring den som tar över.", "assumed": "För prov." },
            { "place": "closing", "text": "Fråga om personen är nöjd.", "assumed": "För prov." } ]
        }
        """;

    public static async Task ShipAsync(TestApp app)
    {
        var routine = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "routines", "nacka-socialpsykiatri.json")), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();
        foreach (var (name, part) in JsonNode.Parse(More)!.AsObject()) routine[name] = part?.DeepClone();
        routine["version"] = Version;
        foreach (var channel in routine["channels"]!.AsArray())
        {
            if (channel!["code"]!.GetValue<string>() == "visit") channel["demands"] = new JsonArray("readBack", "askIfWanted", "askInWriting");
        }

        foreach (var kind in routine["kinds"]!.AsArray())
        {
            if (kind!["code"]!.GetValue<string>() == "faultReport") kind["forcedBy"] = new JsonArray("trasig");
        }

        var folder = TestFolder.New("routines");
        await File.WriteAllTextAsync(Path.Combine(folder, "rich.json"), routine.ToJsonString());
        await app.Services.GetRequiredService<RoutineBook>().ShipAsync(folder, app.Services.GetRequiredService<WriteGate>(), app.Clock.GetUtcNow().UtcDateTime);
        TestFolder.Remove(folder);
    }
}
