using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Routines;

/// <summary>R-SYS-09: what cannot work is found before anybody follows it, and told with line, what is wrong and what would be right.</summary>
public sealed class RoutineChecksTests
{
    private const string Whole = """
        {
          "name": "hel", "version": 1, "title": "Hel", "body": "Kommunen", "document": "Rutin 2026", "regime": "healthCare",
          "scope": { "source": "1 §", "elsewhere": [
            { "code": "appeal", "label": "Överklagande", "to": "Nämnden", "tell": "Vi lämnar det dit.", "source": "1 §" }
          ] },
          "kinds": [
            { "code": "complaint", "label": "Klagomål", "complaint": true, "track": "noga", "definition": "Missnöje.", "source": "2 §" },
            { "code": "praise", "label": "Beröm", "track": "latt", "definition": "Nöjd.", "source": "2 §" }
          ],
          "tracks": [
            { "code": "noga", "label": "Noga", "answerRequired": true, "source": "3 §" },
            { "code": "latt", "label": "Lätt", "answerRequired": false, "source": "3 §" }
          ],
          "channels": [{ "code": "phone", "label": "Telefon" }],
          "registration": { "mode": "diary", "series": "HSN", "exempt": ["praise", "appeal"], "source": "4 §" },
          "acknowledgement": { "within": "atOnce", "contents": ["reference", "handler"], "source": "5 §" },
          "clocks": [
            {
              "name": "svar", "label": "Svar", "basis": "goal", "start": "arrival", "length": "5 workingDays",
              "stoppedBy": ["reply"], "pausedBy": ["question"], "resumedBy": ["message"], "warnBefore": "1 workingDays",
              "delayNotice": true, "delayNeedsNewDate": true, "unitTimes": [{ "unit": "enheten", "length": "4 workingDays" }], "source": "6 §"
            },
            { "name": "samtal", "label": "Samtal", "basis": "goal", "kinds": ["complaint"], "start": "arrival", "length": "8 hours", "pausesOnFreeDays": true, "stoppedBy": ["contact", "reply"], "source": "6 §" },
            { "name": "diariet", "label": "Diariet", "basis": "statute", "start": "arrival", "length": "1 workingDays", "stoppedBy": ["diaryRegistration"], "source": "6 §" }
          ],
          "calendar": { "freeEves": ["julafton"], "closedDays": [{ "day": "2026-05-15", "name": "klämdag" }], "source": "7 §" },
          "responsibility": {
            "moves": "atAcceptance", "atUnit": ["unitManager"], "inability": ["employee", "unitManager", "departmentHead"], "source": "8 §",
            "bySubject": [
              { "about": "ownPerson", "from": "unitManager", "to": "departmentHead", "source": "8 §" },
              { "about": "ownPerson", "from": "departmentHead", "to": "operationsManager", "source": "8 §" },
              { "about": "organisation", "from": "departmentHead", "to": "unitManager", "source": "8 §" }
            ]
          },
          "handOver": { "refusalsBeforeCoordinator": 2, "coordinator": "coordinator", "source": "9 §" },
          "reply": { "rest": "24 hours", "source": "10 §", "contents": [
            { "code": "thanks", "label": "Tack", "whenUnsolved": true, "source": "10 §" },
            { "code": "explanation", "label": "Vad som hände", "onlyComplaints": true, "source": "10 §" },
            { "code": "whereToTurn", "label": "Vart man kan vända sig", "source": "10 §" }
          ] },
          "closing": { "categoryRequired": true, "whereToTurnRequired": true, "by": "registrar", "source": "11 §" },
          "categories": [{ "code": "amne", "label": "Ämne", "obligatory": true, "source": "12 §", "categories": [
            { "code": "mat", "label": "Mat", "children": [{ "code": "frukost", "label": "Frukost" }] }, { "code": "stad", "label": "Städning" }
          ] }],
          "learning": {
            "planAfter": 3, "source": "13 §", "meetings": [{ "name": "APT", "who": "unitManager", "cases": "Egna", "source": "13 §" }],
            "duties": [{ "code": "anslag", "label": "Anslag", "every": "month", "who": "reception", "text": "Se efter.", "source": "13 §" }]
          },
          "reports": [
            { "code": "ar", "label": "Året", "period": "year", "by": "complaintsManager", "within": "1 months", "to": ["Nämnden"], "forms": ["pdf"], "source": "14 §" },
            { "code": "tertial", "label": "Tertialet", "period": "tertial", "by": "complaintsManager", "within": "1 months", "to": ["Ledningsgruppen"], "source": "14 §" }
          ],
          "publication": { "level": "none", "source": "15 §" },
          "retention": [{ "part": "vault", "keep": "5 years", "from": "closing", "source": "16 §" }],
          "guidance": [{ "place": "answering", "text": "Tacka.", "roles": ["employee"], "source": "17 §" }],
          "templates": [{ "use": "reply", "kind": "complaint", "language": "sv", "subject": "Svar {reference}", "text": "Hej! {handler}, {unit}", "source": "18 §" }]
        }
        """;

    /// <summary>What is replaced, with what; where the one fault points; what it says and advises.</summary>
    public static TheoryData<string, string, string, string, string> Clocks => new()
    {
        { "\"stoppedBy\": [\"reply\"]", "\"stoppedBy\": []", "[], \"pausedBy\"", "Ingenting stoppar klockan \"Svar\".", "Skriv minst en händelse, till exempel [\"reply\"]." },
        { "\"stoppedBy\": [\"reply\"]", "\"stoppedBy\": [\"arrival\"]", "[\"arrival\"]", "Klockan \"Svar\" stoppas av det som startar den.", "Låt en senare händelse stoppa den." },
        { "\"kinds\": [\"complaint\"]", "\"kinds\": [\"idea\"]", "[\"idea\"]", "Klockan \"Samtal\" gäller sorten \"idea\", som rutinen inte har.", "Sorterna är complaint, praise." },
        { "\"warnBefore\": \"1 workingDays\"", "\"warnBefore\": \"5 workingDays\"", "\"5 workingDays\",\n", "Klockan \"Svar\" varnar innan den har börjat gå.", "Låt varningen vara kortare än tiden." },
        { "\"pausedBy\": [\"question\"], \"resumedBy\": [\"message\"]", "\"pausedBy\": [\"question\"]", "[\"question\"]", "Klockan \"Svar\" stannar men går aldrig igen.", "Skriv i \"resumedBy\" vad som startar den, till exempel [\"message\"]." },
        { "\"pausedBy\": [\"question\"]", "\"pausedBy\": [\"reply\"]", "[\"reply\"], \"resumedBy\"", "Samma händelse både pausar och stoppar klockan \"Svar\".", "Ta bort den på ett av ställena." },
        { "\"pausedBy\": [\"question\"]", "\"pausedBy\": [\"fråga\"]", "\"fråga\"", "\"fråga\" är ingen händelse som Gåva känner.", $"Välj bland {string.Join(", ", Moments.Codes)}." },
        { "\"4 workingDays\"", "\"6 workingDays\"", "{ \"unit\"", "Enheten \"enheten\" får längre tid än rutinen ger.", "En enhets egen tid får vara högst 5 arbetsdagar." },
        { "\"4 workingDays\"", "\"4\"", "\"4\" }", "\"4\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"unit\": \"enheten\"", "\"unit\": \"Enheten\"", "\"Enheten\"", "\"Enheten\" duger inte som namn.", "Använd a till z, siffror och bindestreck." },
        { "\"8 hours\"", "\"2 calendarDays\"", "true, \"stoppedBy\": [\"contact\"", "Bara timmar kan stå still på lediga dagar.", "Räkna i hours, eller välj workingDays." },
        { "\"delayNotice\": true, ", "", "true, \"unitTimes\"", "Klockan \"Svar\" kräver en ny dag men inget besked.", "Skriv \"delayNotice\": true också." },
        { "\"samtal\"", "\"svar\"", "[\n    {\n      \"name\": \"svar\"", "Namnet \"svar\" finns två gånger.", "Ge klockan ett eget namn." },
        { "\"julafton\"", "\"påskafton\"", "[\"påskafton\"]", "\"påskafton\" är ingen afton som Gåva känner.", "Välj bland midsommarafton, julafton, nyårsafton." },
        { "\"2026-05-15\"", "\"15 maj\"", "\"15 maj\"", "\"15 maj\" är ingen dag.", "Skriv den som 2026-05-15." },
        { "\"2026-05-15\"", "\"2026-02-30\"", "\"2026-02-30\"", "\"2026-02-30\" är ingen dag.", "Skriv den som 2026-05-15." },
    };

    public static TheoryData<string, string, string, string, string> Work => new()
    {
        { "\"track\": \"latt\"", "\"track\": \"lätt\"", "\"lätt\"", "Sorten \"Beröm\" går vägen \"lätt\", som rutinen inte har.", "Skriv den i \"tracks\", eller ta bort den här." },
        { "\"track\": \"noga\"", "\"track\": \"latt\"", "\"latt\", \"definition\": \"Missnöje.\"", "Ett klagomål kan inte gå en väg utan svar.", "Låt vägen kräva svar, eller ge klagomålet den ordinarie vägen." },
        { "\"series\": \"HSN\", ", "", "{ \"mode\"", "Diariet har ingen serie.", "Skriv \"series\" med nämndens förkortning, till exempel \"SN\"." },
        { "[\"praise\", \"appeal\"]", "[\"praise\", \"apeal\"]", "\"apeal\"", "\"apeal\" är varken en sort eller något som lämnas vidare.", "Skriv koden för en sort, eller för något i \"scope\"." },
        { "\"atUnit\": [\"unitManager\"], ", "", "[\"reference\", \"handler\"]", "Bekräftelsen namnger en handläggare innan någon är det.", "Skriv i \"responsibility\" vem som är \"atUnit\", eller ta bort \"handler\"." },
        { "[\"employee\", \"unitManager\", \"departmentHead\"]", "[\"employee\", \"unitManager\", \"employee\"]", "[\"employee\", \"unitManager\", \"employee\"]", "Stegen går i ring: medarbetare står två gånger.", "Låt varje steg gå till någon ny." },
        { "[\"employee\", \"unitManager\", \"departmentHead\"]", "[\"employee\"]", "[\"employee\"]", "Stegen har bara ett steg och leder ingenstans.", "Skriv minst två roller." },
        { "\"to\": \"operationsManager\"", "\"to\": \"departmentHead\"", "\"departmentHead\", \"source\": \"8 §\" },\n      { \"about\": \"organisation\"", "Stegen slutar hos den som klagomålet gäller.", "Låt någon annan ha det." },
        { "\"refusalsBeforeCoordinator\": 2, \"coordinator\": \"coordinator\"", "\"refusalsBeforeCoordinator\": 2", "2, \"source\"", "Ingen tar över när ärendet har avböjts.", "Skriv vem som är \"coordinator\"." },
        { "\"24 hours\"", "\"5 workingDays\"", "\"5 workingDays\", \"source\": \"10 §\"", "Svaret ska vila i 5 arbetsdagar, men tiden \"Svar\" är bara 5 arbetsdagar.", "Låt vilan vara kortare än tiden för svaret." },
        { "\"obligatory\": true, ", "", "true, \"whereToTurnRequired\"", "Kategori krävs för att avsluta, men ingen är obligatorisk.", "Skriv \"obligatory\": true på ett träd i \"categories\"." },
        { "\"series\": \"HSN\", \"exempt\": [\"praise\", \"appeal\"]", "\"series\": \"HSN\", \"exempt\": [\"praise\", 7]", "7]", "I \"exempt\" ska det stå texter.", "Sätt citattecken om." },
        { "\"document\": \"Rutin 2026\", \"regime\": \"healthCare\"", "\"document\": \"Rutin 2026\", \"regime\": \"health\"", "\"health\"", "\"health\" är inget val för \"regime\".", "Välj bland general, socialServices, lss, healthCare, school." },
        { "\"name\": \"diariet\"", "\"name\": \"diarieforing\", \"form\": \"oral\"", "\"diarieforing\"", "\"diarieforing\" är namnet på lagens egen tid.", "Ge klockan ett annat namn." },
        { "\"length\": \"1 workingDays\"", "\"length\": \"3 workingDays\"", "\"3 workingDays\"", "Lagen ger 1 arbetsdag för \"Diarieföring\", men rutinen tar 3 arbetsdagar.", "Skriv en kortare tid, eller ta bort klockan, så gäller lagens." },
        { "\"label\": \"Vad som hände\", \"onlyComplaints\": true", "\"label\": \"Vad som hände\", \"whenUnsolved\": true", "true, \"source\": \"10 §\" },\n    { \"code\": \"whereToTurn\"", "Lagen vill ha \"Vad som hände\" i varje svar.", "Ta bort \"whenUnsolved\"." },
        { "\"kind\": \"complaint\", \"language\"", "\"kind\": \"idea\", \"language\"", "\"idea\"", "Mallen gäller sorten \"idea\", som rutinen inte har.", "Sorterna är complaint, praise." },
        { "{handler}", "{handläggare}", "\"Hej! {handläggare}", "Mallen vill fylla i \"{handläggare}\", som inte finns.", "Välj bland {reference}, {unit}, {handler}, {due}, {kind}." },
        { "{handler}", "{ handler }", "\"Hej! { handler }", "Mallen vill fylla i \"{ handler }\", som inte finns.", "Välj bland {reference}, {unit}, {handler}, {due}, {kind}." },
        { "Svar {reference}", "Svar {}", "\"Svar {}\"", "Mallen vill fylla i \"{}\", som inte finns.", "Välj bland {reference}, {unit}, {handler}, {due}, {kind}." },
    };

    public static TheoryData<string, string, string, string, string> Learning => new()
    {
        { "\"to\": [\"Nämnden\"]", "\"to\": []", "[], \"forms\"", "Rapporten har ingen mottagare.", "Skriv i \"to\" vem som får den, till exempel [\"Ledningsgruppen\"]." },
        { "\"to\": [\"Nämnden\"], ", "", "{ \"code\": \"ar\"", "Rapporten har ingen mottagare.", "Skriv i \"to\" vem som får den, till exempel [\"Ledningsgruppen\"]." },
        { "\"code\": \"tertial\"", "\"code\": \"ar\"", "[\n    { \"code\": \"ar\"", "Namnet \"ar\" finns två gånger.", "Ge rapporten ett eget namn." },
        { "\"code\": \"frukost\"", "\"code\": \"stad\"", "[\n    { \"code\": \"mat\"", "Namnet \"stad\" finns två gånger.", "Ge kategorin ett eget namn." },
        { "\"categories\": [{ \"code\": \"amne\"", "\"categories\": [{ \"code\": \"amne\", \"label\": \"Ett till\", \"source\": \"12 §\", \"categories\": [{ \"code\": \"x\", \"label\": \"X\" }] }, { \"code\": \"amne\"", "[{ \"code\": \"amne\", \"label\": \"Ett till\"", "Namnet \"amne\" finns två gånger.", "Ge trädet ett eget namn." },
        { "\"label\": \"Städning\"", "\"label\": \"Städning\", \"formerly\": [\"frukost\"]", "\"frukost\"]", "Kategorin \"frukost\" finns kvar, så ingen annan kan ha tagit över den.", "Ta bort den ur \"formerly\", eller ta bort kategorin." },
        { "\"label\": \"Frukost\"", "\"label\": \"Frukost\", \"formerly\": [\"lunch\", \"lunch\"]", "\"lunch\"] }", "Två kategorier har tagit över \"lunch\".", "Låt den stå i \"formerly\" hos en av dem." },
        { "\"duties\": [", "\"duties\": [{ \"code\": \"anslag\", \"label\": \"A\", \"every\": \"year\", \"who\": \"reception\", \"text\": \"B.\", \"source\": \"13 §\" }, ", "[{ \"code\": \"anslag\", \"label\": \"A\"", "Namnet \"anslag\" finns två gånger.", "Ge uppgiften ett eget namn." },
        { "\"categories\": [\n    { \"code\": \"mat\", \"label\": \"Mat\", \"children\": [{ \"code\": \"frukost\", \"label\": \"Frukost\" }] }, { \"code\": \"stad\", \"label\": \"Städning\" }\n  ]", "\"categories\": []", "[] }]", "\"categories\" är tom.", "Skriv minst en." },
        { "\"planAfter\": 3", "\"planAfter\": 0", "0, ", "\"planAfter\" ska vara ett heltal från 1 till 1000.", "Skriv det utan citattecken." },
        { "\"who\": \"unitManager\"", "\"who\": \"unitManger\"", "\"unitManger\"", "\"unitManger\" är inget val för \"who\".", "Menar du \"unitManager\"?" },
        { "\"every\": \"month\"", "\"every\": \"dag\"", "\"dag\"", "\"dag\" är inget val för \"every\".", "Välj bland month, quarter, halfYear, year, newEmployee, newManager." },
        { "\"period\": \"year\"", "\"period\": \"vecka\"", "\"vecka\"", "\"vecka\" är inget val för \"period\".", "Välj bland month, quarter, tertial, threeTimesAYear, halfYear, year." },
        { "[\"pdf\"]", "[\"papper\"]", "\"papper\"", "\"papper\" är inget val för \"forms\".", "Välj bland page, pdf, docx, xlsx, csv." },
        { "\"level\": \"none\"", "\"level\": \"allt\"", "\"allt\"", "\"allt\" är inget val för \"level\".", "Välj bland none, statistics, items." },
        { "\"part\": \"vault\"", "\"part\": \"valvet\"", "\"valvet\"", "\"valvet\" är inget val för \"part\".", "Välj bland register, vault, attachments, mail, drafts, reports." },
        { "\"from\": \"closing\"", "\"from\": \"slutet\"", "\"slutet\"", "\"slutet\" är ingen händelse som Gåva känner.", $"Välj bland {string.Join(", ", Moments.Codes)}." },
        { "\"keep\": \"5 years\"", "\"keep\": \"alltid\"", "\"alltid\"", "\"alltid\" är ingen tid.", "Skriv till exempel \"5 workingDays\", eller \"atOnce\". Enheterna är hours, workingDays, weekdays, calendarDays, weeks, months och years." },
        { "\"roles\": [\"employee\"]", "\"roles\": [\"alla\"]", "\"alla\"", "\"alla\" är inget val för \"roles\".", "Välj bland employee, reception, coordinator, registrationOfficer, teamLeader, unitManager, deputyDepartmentHead, departmentHead, operationsManager, administrationDirector, registrar, complaintsManager, managementGroup, board." },
        { "\"use\": \"reply\"", "\"use\": \"svar\"", "\"svar\"", "\"svar\" är inget val för \"use\".", "Välj bland acknowledgement, handOver, feedback, delay, reply, closing, form, poster." },
        { "\"language\": \"sv\"", "\"language\": \"de\"", "\"de\"", "\"de\" är inget val för \"language\".", "Välj bland sv, sv-latt, en, fi, ar, so." },
    };

    /// <summary>A key that a part does not know, at each part that the others do not try.</summary>
    public static TheoryData<string, string, string> Unknown => new()
    {
        { "\"regime\": \"healthCare\"", "\"regim\": \"healthCare\"", "Menar du \"regime\"?" },
        { "\"mode\": \"diary\", \"series\"", "\"mode\": \"diary\", \"serien\": \"A\", \"series\"", "Menar du \"series\"?" },
        { "\"rest\": \"24 hours\"", "\"rests\": \"24 hours\"", "Menar du \"rest\"?" },
        { "\"keep\": \"5 years\"", "\"kept\": \"5 years\"", "Menar du \"keep\"?" },
        { "\"unit\": \"enheten\"", "\"unit\": \"enheten\", \"why\": \"x\"", "Välj bland unit, length." },
        { "\"day\": \"2026-05-15\"", "\"day\": \"2026-05-15\", \"half\": true", "Välj bland day, name." },
        { "\"level\": \"none\"", "\"level\": \"none\", \"to\": \"alla\"", "Välj bland level, moderator, removalGrounds, source, assumed." },
    };

    [Fact]
    public void The_whole_routine_that_the_faults_are_made_from_is_right()
    {
        var (routine, faults) = RoutineReader.Read(Whole);
        Assert.Empty(faults);
        Assert.NotNull(routine);
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    [MemberData(nameof(Work))]
    [MemberData(nameof(Learning))]
    public void What_cannot_work_is_told_with_its_place_and_its_cure(string right, string wrong, string pointsAt, string says, string cure)
    {
        var json = Replaced(right, wrong);
        var (routine, faults) = RoutineReader.Read(json);
        Assert.Null(routine);
        var fault = Assert.Single(faults);
        Assert.Equal((says, cure), (fault.Fault, fault.Cure));
        Assert.StartsWith(pointsAt, From(json, fault), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void What_a_part_cannot_say_is_refused(string right, string wrong, string cure)
    {
        var fault = Assert.Single(RoutineReader.Read(Replaced(right, wrong)).Faults);
        Assert.EndsWith("är inget som en rutin kan säga här.", fault.Fault, StringComparison.Ordinal);
        Assert.Equal(cure, fault.Cure);
    }

    [Fact]
    public void An_ordered_store_has_no_series_and_no_registrar_that_closes() =>
        Assert.Equal(
            [
                "En ordnad förvaring har ingen serie. Ta bort \"series\", eller välj \"mode\": \"diary\".",
                "Registratorn avslutar i diariet, men rutinen har inget. Välj \"mode\": \"diary\" i \"registration\", eller låt enheten avsluta.",
            ],
            Told(Replaced("\"mode\": \"diary\"", "\"mode\": \"orderedStore\"")));

    [Fact]
    public void Where_to_turn_is_demanded_only_where_the_reply_reminds_of_it() =>
        Assert.Equal(["Det krävs att man säger vart personen kan vända sig, men svaret påminner inte om det. Lägg till \"whereToTurn\" i \"reply\" under \"contents\"."],
            Told(Replaced(",\n    { \"code\": \"whereToTurn\", \"label\": \"Vart man kan vända sig\", \"source\": \"10 §\" }", "")));

    [Fact]
    public void A_ring_of_subjects_is_told_at_each_of_its_steps() // R-ESC-02
    {
        var json = Replaced("\"to\": \"operationsManager\"", "\"to\": \"unitManager\"");
        var faults = RoutineReader.Read(json).Faults;
        Assert.All(faults, fault => Assert.Equal("Stegen går i ring. Låt det sluta hos någon som inte lämnar det vidare.", $"{fault.Fault} {fault.Cure}"));
        Assert.Equal(["\"departmentHead\"", "\"unitManager\""], faults.Select(f => From(json, f).Split(',')[0]));
    }

    [Theory]
    [InlineData("\"within\": \"atOnce\"", "\"within\": \"1 workingDays\"")] // the system sends it, and somebody else is named first
    [InlineData("\"within\": \"atOnce\"", "\"within\": \"atOnce\", \"by\": \"coordinator\"")]
    public void A_handler_is_named_when_somebody_is_at_the_unit(string right, string other) => // R-FLOW-01
        Assert.Empty(RoutineReader.Read(Replaced(right, other)).Faults);

    [Fact]
    public void A_draft_may_rest_longer_than_a_clock_that_a_call_stops() // R-FLOW-06: the conversation within 8 hours
    {
        var (routine, faults) = RoutineReader.Read(Replaced("\"24 hours\"", "\"4 workingDays\""));
        Assert.Empty(faults);
        Assert.Equal("8 timmar", $"{routine!.Clock("samtal")!.Length}");
    }

    [Fact]
    public void What_the_routine_says_stricter_than_the_law_is_the_routines_own() // SR-2.5
    {
        var (routine, _) = RoutineReader.Read(Replaced("\"length\": \"1 workingDays\"", "\"length\": \"4 hours\""));
        Assert.DoesNotContain(routine!.Clocks, c => c.AddedByLaw);
    }

    [Theory]
    [InlineData("\"start\": \"arrival\", \"length\": \"1 workingDays\"", "\"start\": \"registration\", \"length\": \"1 workingDays\"")] // later
    [InlineData("\"name\": \"diariet\"", "\"name\": \"diariet\", \"form\": \"written\"")]
    [InlineData("\"name\": \"diariet\"", "\"name\": \"diariet\", \"units\": [\"enheten\"]")]
    [InlineData("\"name\": \"diariet\"", "\"name\": \"diariet\", \"kinds\": [\"praise\"]")]
    [InlineData("\"stoppedBy\": [\"diaryRegistration\"]", "\"stoppedBy\": [\"diaryRegistration\", \"closing\"]")]
    public void What_the_routine_says_for_less_than_the_law_the_law_adds(string right, string less) // SR-2.5
    {
        var (routine, faults) = RoutineReader.Read(Replaced(right, less));
        Assert.Empty(faults);
        var added = Assert.Single(routine!.Clocks, c => c.AddedByLaw);
        Assert.Equal(("diarieforing", DeadlineBasis.Statute, "1 arbetsdag"), (added.Name, added.Basis, $"{added.Length}"));
        Assert.StartsWith("Offentlighets- och sekretesslagen", added.Citation.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("complaint", true)]
    [InlineData("praise", false)] // kept out of the diary
    public void The_law_adds_its_diary_clock_for_what_is_put_in_the_diary(string kind, bool runs) // SR-2.5, R-REG-08
    {
        var json = Whole.Replace(Whole.Split('\n').Single(l => l.Contains("\"diariet\"", StringComparison.Ordinal)), "", StringComparison.Ordinal)
            .Replace("\"contact\", \"reply\"], \"source\": \"6 §\" },", "\"contact\", \"reply\"], \"source\": \"6 §\" }", StringComparison.Ordinal);
        var clock = RoutineReader.Read(json).Routine!.Clock("diarieforing")!;
        Assert.Equal((true, runs), (clock.AddedByLaw, clock.RunsFor(kind)));
    }

    [Fact]
    public void Where_everything_is_exempt_and_where_there_is_no_diary_the_law_adds_no_clock()
    {
        Assert.DoesNotContain(RoutineReader.Read(Make.RoutineFile("rinkeby-kista").Replace("[\"appeal\", \"faultReport\"]",
            "[\"complaint\", \"suggestion\", \"praise\", \"view\", \"question\", \"faultReport\"]", StringComparison.Ordinal)).Routine!.Clocks, c => c.AddedByLaw);
        Assert.DoesNotContain(Make.Routine("nacka-kommun").Clocks, c => c.AddedByLaw);
        Assert.Single(Make.Routine("rinkeby-kista").Clocks, c => c.AddedByLaw);
    }

    [Fact]
    public void What_the_law_wants_in_a_reply_is_marked_in_the_routines_words_and_added_where_it_forgot() // SR-6.2
    {
        var contents = RoutineReader.Read(Whole).Routine!.Reply.Contents;
        Assert.Equal(["Vad som hände", "Vart man kan vända sig", "Vad som görs för att det inte ska hända igen"], contents.Where(c => c.IsStatutory).Select(c => c.Label));
        Assert.Contains("3 kap. 8 b §", contents.Single(c => c.Code == "prevention").Citation.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_regime_asks_nothing_of_the_reply() =>
        Assert.DoesNotContain(RoutineReader.Read(Replaced("\"healthCare\"", "\"socialServices\"")).Routine!.Reply.Contents, c => c.IsStatutory);

    private static string[] Told(string json) => [.. RoutineReader.Read(json).Faults.Select(f => $"{f.Fault} {f.Cure}")];

    /// <summary>Replaced once: what is meant stands only there.</summary>
    private static string Replaced(string right, string wrong)
    {
        Assert.Equal(2, Whole.Split(right).Length);
        return Whole.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static string From(string json, RoutineFault fault) => string.Join('\n', json.Split('\n').Skip(fault.Line - 1))[(fault.Column - 1)..];
}
