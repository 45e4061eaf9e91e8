using System.Globalization;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Testing;

/// <summary>
/// What the stories begin with. People and places are named by user name and slug, moments are Stockholm's wall clock:
/// <c>Make.Case(at: "2026-04-24 14:10")</c>.
/// </summary>
internal static class Make
{
    /// <summary>Walkthrough W0 begins here: a Friday.</summary>
    public const string Friday = "2026-04-24 14:10";

    public const string Socialpsykiatri = "nacka-socialpsykiatri";

    private static readonly Organisation Nacka = Build();

    /// <summary>
    /// nacka · socialpsykiatri · boendestod, traffpunkten; and kultur · biblioteket beside them. Eva heads the department, Cecilia
    /// and David the units. Amal and Bodil support at boendestod, where Sten stands in for Cecilia in July 2026. Kim coordinates at
    /// traffpunkten. Frida is the registrar and Karin the complaints manager of all Nacka; Gun sits in the board. Lena leads the
    /// library. Hanna has no role, Viktor has left. "webben" is a service.
    /// </summary>
    public static Organisation Organisation() => Nacka;

    public static Unit Unit(string slug) => Nacka.Unit(slug) ?? throw new ArgumentException($"No unit {slug}.", nameof(slug));

    public static Person Person(string userName) => Nacka.Person(userName) ?? throw new ArgumentException($"No person {userName}.", nameof(userName));

    public static Viewer Viewer(string userName, string day = "2026-04-24") => Nacka.ViewerOf(Person(userName).Id, Day(day));

    /// <summary>A shipped routine, read from the file that is shipped.</summary>
    public static Routine Routine(string name = Socialpsykiatri)
    {
        var (routine, faults) = RoutineReader.Read(RoutineFile(name));
        return routine ?? throw new InvalidOperationException(string.Join("\n", faults));
    }

    public static string RoutineFile(string name) => File.ReadAllText(Path.Combine(RoutineFolder, $"{name}.json"));

    /// <summary>The made-up routine that says everything that a routine can say.</summary>
    public static string SixthRoutineFile => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "made-up", "halsohojden.json"));

    public static IEnumerable<string> RoutineNames => Directory.EnumerateFiles(RoutineFolder, "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.EndsWith(".schema", StringComparison.Ordinal)).Order();

    /// <summary>The moment in UTC of a wall-clock time in Stockholm: "2026-04-24 14:10".</summary>
    public static DateTime At(string stockholm) =>
        StockholmTime.ToUtc(DateTime.ParseExact(stockholm, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Change Change(string userName, string stockholm = Friday) => new(Person(userName).Id, At(stockholm));

    /// <summary>Words without anything to hide.</summary>
    public static Words Words(string text) => Domain.Privacy.Words.Plain(text);

    public static Words Nothing => Words("");

    /// <summary>How the complainant was told who takes over.</summary>
    public static HandOverNotice Told(string handler = "Enhetschefen") => new(Way.Phone, handler);

    public static Complainant Reachable => new() { Name = "Erik Svensson", Phone = "070-123 45 67" };

    public static NewCase NewCase(string kind = "complaint", string at = Friday, string receiver = "amal", string unit = "boendestod",
        Words? text = null, Complainant? by = null, bool wantsReply = true, bool isAnonymous = false) => new()
        {
            Text = text ?? Words("Personalen kom för sent fyra gånger."),
            Kind = kind,
            Channel = "phone",
            UnitId = Unit(unit).Id,
            ArrivedAt = At(at),
            ReceivedBy = Person(receiver).Id,
            Complainant = by ?? (isAnonymous ? new() : Reachable),
            IsAnonymous = isAnonymous,
            WantsReply = wantsReply,
        };

    /// <summary>A registered case: received and registered by Amal, about her own unit, unless told otherwise.</summary>
    public static Case Case(string routine = Socialpsykiatri, string kind = "complaint", string at = Friday, string? registeredAt = null,
        string receiver = "amal", string unit = "boendestod", Words? text = null, Complainant? by = null, bool wantsReply = true,
        bool isAnonymous = false, Routine? following = null, long number = 123)
    {
        var itsRoutine = following ?? Routine(routine);
        return Domain.Cases.Case.Register(number, NewCase(kind, at, receiver, unit, text, by, wantsReply, isAnonymous), itsRoutine,
            itsRoutine.Calendar, Person(receiver), Change(receiver, registeredAt ?? at));
    }

    private static Organisation Build()
    {
        var nacka = new Unit("nacka", "Nacka", UnitKind.Municipality, null);
        var department = new Unit("socialpsykiatri", "Socialpsykiatri", UnitKind.Department, nacka.Id, Socialpsykiatri);
        var boendestod = new Unit("boendestod", "Boendestöd", UnitKind.Unit, department.Id);
        var traffpunkten = new Unit("traffpunkten", "Träffpunkten", UnitKind.Unit, department.Id, "nacka-kommun");
        var kultur = new Unit("kultur", "Kultur", UnitKind.Area, nacka.Id);
        var biblioteket = new Unit("biblioteket", "Biblioteket", UnitKind.Unit, kultur.Id);
        var people = new[]
        {
            new Person("amal", "Amal", "Boendestödjare"), new("bodil", "Bodil", "Boendestödjare"), new("cecilia", "Cecilia", "Enhetschef"),
            new("sten", "Sten", "Vikarierande enhetschef"), new("david", "David", "Enhetschef"), new("kim", "Kim", "Samordnare"),
            new("eva", "Eva", "Avdelningschef"), new("frida", "Frida", "Registrator"), new("karin", "Karin", "Klagomålshanterare"),
            new("gun", "Gun", "Ledamot"), new("lena", "Lena", "Enhetschef"), new("hanna", "Hanna", "Konsult"), new("viktor", "Viktor", "Enhetschef"),
            new("webben", "Webbformuläret", "", isService: true),
        }.ToDictionary(p => p.UserName);
        people["viktor"].Leave();
        RoleAtPlace[] roles =
        [
            new(people["amal"].Id, boendestod.Id, Role.Employee),
            new(people["bodil"].Id, boendestod.Id, Role.Employee),
            new(people["cecilia"].Id, boendestod.Id, Role.UnitManager),
            new(people["sten"].Id, boendestod.Id, Role.UnitManager, Day("2026-07-01"), Day("2026-07-31"), people["cecilia"].Id),
            new(people["viktor"].Id, boendestod.Id, Role.UnitManager),
            new(people["david"].Id, traffpunkten.Id, Role.UnitManager),
            new(people["kim"].Id, traffpunkten.Id, Role.Coordinator),
            new(people["eva"].Id, department.Id, Role.DepartmentHead),
            new(people["frida"].Id, nacka.Id, Role.Registrar),
            new(people["karin"].Id, nacka.Id, Role.ComplaintsManager),
            new(people["gun"].Id, nacka.Id, Role.Board),
            new(people["lena"].Id, biblioteket.Id, Role.UnitManager),
            new(people["webben"].Id, nacka.Id, Role.Service),
        ];
        return new Organisation([nacka, department, boendestod, traffpunkten, kultur, biblioteket], people.Values, roles);
    }

    private static readonly string RoutineFolder = Path.Combine(AppContext.BaseDirectory, "routines");
}
