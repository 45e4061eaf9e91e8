using Gava.Domain.Deadlines;
using Gava.Domain.People;

namespace Gava.Domain.Routines;

/// <content>What can only be seen when the whole routine is read: parts that do not fit each other.</content>
public sealed partial class RoutineReader
{
    private void Check(JsonTree root, Routine routine)
    {
        CheckTracks(root, routine);
        CheckRegistration(root, routine);
        CheckAcknowledgement(root, routine);
        CheckLadders(root["responsibility"], routine.Responsibility);
        CheckHandOver(root["handOver"], routine.HandOver);
        CheckRest(root, routine);
        CheckClosing(root, routine);
        CheckFormerly(root["categories"], routine);
        CheckTemplates(root["templates"], routine);
        CheckLaw(root, routine);
    }

    private void CheckTracks(JsonTree root, Routine routine)
    {
        foreach (var (kind, node) in routine.Kinds.Zip(root["kinds"]?.Items ?? []))
        {
            if (kind.Track is { } track && routine.Tracks.All(t => t.Code != track))
            {
                Fault(node["track"]!, $"Sorten \"{kind.Label}\" går vägen \"{track}\", som rutinen inte har.", "Skriv den i \"tracks\", eller ta bort den här.");
            }

            if (kind.IsComplaint && routine.TrackOf(kind.Code) is { AnswerRequired: false })
            {
                Fault(node["track"]!, "Ett klagomål kan inte gå en väg utan svar.", "Låt vägen kräva svar, eller ge klagomålet den ordinarie vägen.");
            }
        }
    }

    private void CheckRegistration(JsonTree root, Routine routine)
    {
        if (root["registration"] is not { } node) return;
        if (routine.Registration is { Mode: RegistrationMode.Diary, Series: null })
        {
            Fault(node, "Diariet har ingen serie.", "Skriv \"series\" med nämndens förkortning, till exempel \"SN\".");
        }

        if (routine.Registration is { Mode: RegistrationMode.OrderedStore, Series: not null })
        {
            Fault(node["series"]!, "En ordnad förvaring har ingen serie.", "Ta bort \"series\", eller välj \"mode\": \"diary\".");
        }

        foreach (var (exempt, at) in routine.Registration.Exempt.Zip(node["exempt"]?.Items ?? []))
        {
            if (routine.Kind(exempt) is null && routine.Scope.Elsewhere.All(e => e.Code != exempt))
            {
                Fault(at, $"\"{exempt}\" är varken en sort eller något som lämnas vidare.", "Skriv koden för en sort, eller för något i \"scope\".");
            }
        }
    }

    /// <summary>Nobody can be named as handler before anybody is one.</summary>
    private void CheckAcknowledgement(JsonTree root, Routine routine)
    {
        if (routine.Acknowledgement is not { } rule) return;
        var node = root["acknowledgement"]!;
        var noHandlerYet = rule.Within == Length.AtOnce || rule.By is null;
        if (rule.Contents.Contains("handler") && noHandlerYet && routine.Responsibility.AtUnit.Count == 0)
        {
            Fault(node["contents"]!, "Bekräftelsen namnger en handläggare innan någon är det.",
                "Skriv i \"responsibility\" vem som är \"atUnit\", eller ta bort \"handler\".");
        }
    }

    private void CheckLadders(JsonTree? node, Responsibility responsibility)
    {
        if (node is null) return;
        foreach (var twice in responsibility.Inability.GroupBy(r => r).Where(g => g.Count() > 1))
        {
            Fault(node["inability"]!, $"Stegen går i ring: {twice.Key.Swedish().ToLowerInvariant()} står två gånger.", "Låt varje steg gå till någon ny.");
        }

        if (responsibility.Inability.Count == 1) Fault(node["inability"]!, "Stegen har bara ett steg och leder ingenstans.", "Skriv minst två roller.");
        foreach (var (step, at) in responsibility.BySubject.Zip(node["bySubject"]?.Items ?? []))
        {
            if (step.From == step.To) Fault(at["to"] ?? at, "Stegen slutar hos den som klagomålet gäller.", "Låt någon annan ha det.");
            else if (LoopsBack(step, responsibility.BySubject)) Fault(at["to"] ?? at, "Stegen går i ring.", "Låt det sluta hos någon som inte lämnar det vidare.");
        }
    }

    private static bool LoopsBack(SubjectStep step, IReadOnlyList<SubjectStep> all)
    {
        HashSet<Role> passed = [step.From];
        var at = step.To;
        while (passed.Add(at))
        {
            if (all.FirstOrDefault(s => s.About == step.About && s.Scope == step.Scope && s.From == at && s.To != at) is not { } next) return false;
            at = next.To;
        }

        return true;
    }

    private void CheckHandOver(JsonTree? node, HandOverRule rule)
    {
        if (rule is { RefusalsBeforeCoordinator: not null, Coordinator: null })
        {
            Fault(node!["refusalsBeforeCoordinator"]!, "Ingen tar över när ärendet har avböjts.", "Skriv vem som är \"coordinator\".");
        }
    }

    /// <summary>A draft must be able to rest and still be in time. A clock that a word before the reply can stop does not hurry it.</summary>
    private void CheckRest(JsonTree root, Routine routine)
    {
        if (routine.Reply.Rest is not { } rest) return;
        foreach (var clock in routine.Clocks.Where(c => c.StoppedBy.Contains(Moment.Reply) && c.StoppedBy.All(IsReplyOrLater) && Hours(rest) >= Hours(c.Length)))
        {
            Fault(root["reply"]!["rest"]!, $"Svaret ska vila i {rest}, men tiden \"{clock.Label}\" är bara {clock.Length}.", "Låt vilan vara kortare än tiden för svaret.");
        }
    }

    private static bool IsReplyOrLater(Moment moment) => moment is Moment.Reply or Moment.Report or Moment.Closing;

    private void CheckClosing(JsonTree root, Routine routine)
    {
        var node = root["closing"];
        if (routine.Closing.CategoryRequired && routine.Categories.All(t => !t.IsObligatory))
        {
            Fault(node!["categoryRequired"]!, "Kategori krävs för att avsluta, men ingen är obligatorisk.", "Skriv \"obligatory\": true på ett träd i \"categories\".");
        }

        if (routine.Closing.By == Role.Registrar && routine.Registration.Mode != RegistrationMode.Diary)
        {
            Fault(node!["by"]!, "Registratorn avslutar i diariet, men rutinen har inget.", "Välj \"mode\": \"diary\" i \"registration\", eller låt enheten avsluta.");
        }

        if (routine.Closing.WhereToTurnRequired && routine.Reply.Contents.All(c => c.Code != "whereToTurn"))
        {
            Fault(node!["whereToTurnRequired"]!, "Det krävs att man säger vart personen kan vända sig, men svaret påminner inte om det.",
                "Lägg till \"whereToTurn\" i \"reply\" under \"contents\".");
        }
    }

    /// <summary>Something counts as one category: neither as itself beside another, nor as two.</summary>
    private void CheckFormerly(JsonTree? node, Routine routine)
    {
        var live = routine.Categories.SelectMany(t => t.All).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        HashSet<string> taken = [];
        foreach (var former in (node?.Items ?? []).SelectMany(tree => tree["categories"]?.Items ?? []).SelectMany(Formerly))
        {
            var code = former.Text ?? "";
            if (live.Contains(code)) Fault(former, $"Kategorin \"{code}\" finns kvar, så ingen annan kan ha tagit över den.", "Ta bort den ur \"formerly\", eller ta bort kategorin.");
            else if (!taken.Add(code)) Fault(former, $"Två kategorier har tagit över \"{code}\".", "Låt den stå i \"formerly\" hos en av dem.");
        }

        static IEnumerable<JsonTree> Formerly(JsonTree category) => [.. category["formerly"]?.Items ?? [], .. (category["children"]?.Items ?? []).SelectMany(Formerly)];
    }

    private void CheckTemplates(JsonTree? node, Routine routine)
    {
        foreach (var (template, at) in routine.Templates.Zip(node?.Items ?? []))
        {
            if (template.Kind is { } kind && routine.Kind(kind) is null)
            {
                Fault(at["kind"]!, $"Mallen gäller sorten \"{kind}\", som rutinen inte har.", $"Sorterna är {string.Join(", ", routine.Kinds.Select(k => k.Code))}.");
            }

            foreach (var text in new[] { at["subject"], at["text"] }.OfType<JsonTree>())
            {
                foreach (var hole in TemplateWords.UnknownIn(text.Text ?? ""))
                {
                    Fault(text, $"Mallen vill fylla i \"{hole}\", som inte finns.", $"Välj bland {string.Join(", ", TemplateWords.Placeholders.Select(p => $"{{{p}}}"))}.");
                }
            }
        }
    }

    /// <summary>A routine may be stricter than the law and say it in its own words, but not take longer or leave out.</summary>
    private void CheckLaw(JsonTree root, Routine routine)
    {
        if (faults.Count > 0) return; // What is broken cannot be compared.
        foreach (var law in LegalRegimes.ClocksOf(routine))
        {
            foreach (var (own, at) in routine.Clocks.Zip(root["clocks"]?.Items ?? []))
            {
                if (!LegalRegimes.Says(own, law))
                {
                    if (own.Name == law.Name) Fault(at["name"]!, $"\"{law.Name}\" är namnet på lagens egen tid.", "Ge klockan ett annat namn.");
                }
                else if (Hours(own.Length) > Hours(law.Length))
                {
                    Fault(at["length"]!, $"Lagen ger {law.Length} för \"{law.Label}\", men rutinen tar {own.Length}.", "Skriv en kortare tid, eller ta bort klockan, så gäller lagens.");
                }
            }
        }

        foreach (var (content, at) in routine.Reply.Contents.Zip(root["reply"]?["contents"]?.Items ?? []))
        {
            if (content.WhenUnsolved && LegalRegimes.Of(routine).Any(r => r.Contents.Any(c => c.Code == content.Code)))
            {
                Fault(at["whenUnsolved"]!, $"Lagen vill ha \"{content.Label}\" i varje svar.", "Ta bort \"whenUnsolved\".");
            }
        }
    }
}
