using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Demo;

/// <summary>
/// The made-up municipality that every demo, seed and test starts from: its places, about thirty people and one service. All
/// names are invented. The same every time.
/// </summary>
public sealed class DemoMunicipality(Databases databases, WriteGate gate, OrganisationBook book, SignInDesk signIns, TimeProvider clock)
{
    public const string Password = "gava-demo";
    public const string ApiKey = "gava-demo-key";

    private static readonly (string Slug, string Name, UnitKind Kind, string? Parent, string? Routine)[] Places =
    [
        ("almvik", "Almviks kommun", UnitKind.Municipality, null, "nacka-kommun"),
        ("social", "Social- och äldreförvaltningen", UnitKind.Administration, "almvik", null),
        ("socialpsykiatri-omradet", "Socialpsykiatri", UnitKind.Area, "social", "nacka-socialpsykiatri"),
        ("socialpsykiatri", "Boendestöd Centrum", UnitKind.Unit, "socialpsykiatri-omradet", null),
        ("gruppboendet-linden", "Gruppboendet Linden", UnitKind.Unit, "socialpsykiatri-omradet", null),
        ("traffpunkten", "Träffpunkten Ankaret", UnitKind.Unit, "socialpsykiatri-omradet", null),
        ("aldreomsorg", "Äldreomsorg", UnitKind.Area, "social", null),
        ("hemtjanst-norr", "Hemtjänst Norr", UnitKind.Unit, "aldreomsorg", null),
        ("hemtjanst-soder", "Hemtjänst Söder", UnitKind.Unit, "aldreomsorg", null),
        ("koket-eken", "Köket Eken", UnitKind.Unit, "aldreomsorg", null),
        ("socialtjanst", "Socialtjänst", UnitKind.Area, "social", "nacka-socialtjanst"),
        ("barn-och-familj", "Barn och familj", UnitKind.Unit, "socialtjanst", null),
        ("ekonomiskt-bistand", "Ekonomiskt bistånd", UnitKind.Unit, "socialtjanst", null),
        ("stadsdel", "Stadsdelsförvaltningen Kvarnby", UnitKind.Administration, "almvik", "rinkeby-kista"),
        ("dagverksamheten-solsidan", "Dagverksamheten Solsidan", UnitKind.Unit, "stadsdel", null),
        ("park-och-gata", "Park och gata", UnitKind.Unit, "stadsdel", null),
        ("tsf", "Teknik- och serviceförvaltningen", UnitKind.Administration, "almvik", null),
        ("internservice", "Internservice", UnitKind.Department, "tsf", "internservice"),
        ("stad", "Lokalvård", UnitKind.Unit, "internservice", null),
        ("vaktmasteri", "Vaktmästeri", UnitKind.Unit, "internservice", null),
    ];

    private static readonly (string UserName, string Name, string Title, string Place, Role Role)[] Staff =
    [
        ("amal", "Amal Warsame", "Boendestödjare", "socialpsykiatri", Role.Employee),
        ("maria", "Maria Lindqvist", "Enhetschef", "socialpsykiatri", Role.UnitManager),
        ("peter", "Peter Hallgren", "Boendestödjare", "socialpsykiatri", Role.RegistrationOfficer),
        ("johan", "Johan Ekdahl", "Enhetschef", "gruppboendet-linden", Role.UnitManager),
        ("fatima", "Fatima Rahimi", "Stödassistent", "gruppboendet-linden", Role.Employee),
        ("karin", "Karin Sjödin", "Enhetschef", "traffpunkten", Role.UnitManager),
        ("birgitta", "Birgitta Norlander", "Avdelningschef", "socialpsykiatri-omradet", Role.DepartmentHead),
        ("sofia", "Sofia Brandt", "Enhetschef", "hemtjanst-norr", Role.UnitManager),
        ("ali", "Ali Haddad", "Undersköterska", "hemtjanst-norr", Role.Employee),
        ("helena", "Helena Wikman", "Enhetschef", "hemtjanst-soder", Role.UnitManager),
        ("mikael", "Mikael Forsgren", "Undersköterska", "hemtjanst-soder", Role.Employee),
        ("lotta", "Lotta Engdahl", "Kökschef", "koket-eken", Role.UnitManager),
        ("goran", "Göran Petrovic", "Kock", "koket-eken", Role.Employee),
        ("eva", "Eva Malmgren", "Avdelningschef", "aldreomsorg", Role.DepartmentHead),
        ("anders", "Anders Holmkvist", "Enhetschef", "barn-och-familj", Role.UnitManager),
        ("nadia", "Nadia Osman", "Socialsekreterare", "barn-och-familj", Role.Employee),
        ("lars", "Lars Törnblom", "Gruppchef", "ekonomiskt-bistand", Role.TeamLeader),
        ("ingrid", "Ingrid Falk", "Socialsekreterare", "ekonomiskt-bistand", Role.Employee),
        ("rosa", "Rosa Salinas", "Receptionist", "socialtjanst", Role.Reception),
        ("kerstin", "Kerstin Ahlgren", "Klagomålshanterare", "social", Role.ComplaintsManager),
        ("rut", "Rut Bergvall", "Registrator", "almvik", Role.Registrar),
        ("gunnar", "Gunnar Hedlund", "Förvaltningschef", "social", Role.AdministrationDirector),
        ("yasmin", "Yasmin Demir", "Verksamhetsansvarig", "dagverksamheten-solsidan", Role.UnitManager),
        ("tove", "Tove Lundmark", "Enhetschef", "park-och-gata", Role.UnitManager),
        ("oskar", "Oskar Nyberg", "Receptionist", "stadsdel", Role.Reception),
        ("sven", "Sven Åkerlund", "Enhetschef", "stad", Role.UnitManager),
        ("pernilla", "Pernilla Strand", "Enhetschef", "vaktmasteri", Role.UnitManager),
        ("lena", "Lena Hagström", "Avdelningschef", "internservice", Role.DepartmentHead),
        ("olle", "Olle Bergfors", "Administratör", "internservice", Role.Coordinator),
        ("bengt", "Bengt Rydell", "Verksamhetschef", "tsf", Role.OperationsManager),
        ("admin", "Alva Systemsson", "Systemadministratör", "almvik", Role.SystemAdministrator),
    ];

    // Bodies of the state with their own numbers; those of the municipality are made up (R-FLOW-08).
    private static readonly (string Name, string WhatFor, string? Phone, string? Web)[] Recipients =
    [
        ("Kundcenter", "Frågor om kommunens service, och hjälp att hitta rätt.", "08-555 100 00", "https://www.almvik.example"),
        ("Patientnämnden", "Klagomål på hälso- och sjukvård och tandvård. Det kostar inget.", null, null),
        ("IVO, Inspektionen för vård och omsorg", "Allvarliga brister i vård och omsorg.", "010-788 50 00", "https://www.ivo.se"),
        ("JO, Riksdagens ombudsmän", "Om en myndighet har behandlat dig fel.", "08-786 51 00", "https://www.jo.se"),
        ("Konsumentvägledningen", "Råd när du har köpt något och det blev fel.", "08-555 100 10", null),
        ("DO, Diskrimineringsombudsmannen", "Om du har blivit diskriminerad.", "08-120 20 700", "https://www.do.se"),
        ("BEO, Barn- och elevombudet", "Kränkningar i skola och förskola.", "08-586 080 00", "https://www.skolinspektionen.se"),
    ];

    /// <summary>The people that the sign-in page lists, with what they are and where.</summary>
    public static IEnumerable<(string UserName, string Name, string Title, string Place)> People =>
        Staff.Select(s => (s.UserName, s.Name, s.Title, Places.First(p => p.Slug == s.Place).Name))
            .Append(("vera", "Vera Stolpe", "Vikarie vars tid är slut", "Boendestöd Centrum"));

    /// <summary>Makes the municipality in an empty database; does nothing where there already is one.</summary>
    public async Task MakeAsync()
    {
        await using (var database = databases.ForSystem())
        {
            if (await database.Units.AnyAsync()) return;
        }

        var password = SignInDesk.HashOf(Password);
        var today = StockholmTime.Today(clock);
        await gate.WriteAsync(null, async database =>
        {
            if (await database.Units.AnyAsync()) return;
            var units = AddPlaces(database);
            foreach (var (userName, name, title, place, role) in Staff)
            {
                var person = new Person(userName, name, title) { Email = $"{userName}@almvik.example", Phone = "08-555 100 00" };
                AddPerson(database, person, password, new RoleAtPlace(person.Id, units[place].Id, role));
            }

            var vera = new Person("vera", "Vera Stolpe", "Vikarie") { Email = "vera@almvik.example" };
            AddPerson(database, vera, password, new RoleAtPlace(vera.Id, units["socialpsykiatri"].Id, Role.UnitManager,
                today.AddMonths(-6), today.AddMonths(-3)));
            var service = new Person("e-tjanst", "E-tjänsteplattformen", "System", isService: true);
            AddPerson(database, service, null, new RoleAtPlace(service.Id, units["almvik"].Id, Role.Service));
            for (var i = 0; i < Recipients.Length; i++) database.Recipients.Add(new Recipient(Recipients[i].Name, Recipients[i].WhatFor, Recipients[i].Phone, Recipients[i].Web, (i + 1) * 10));
            database.Head!.OrganisationVersion++;
        });
        book.Forget();
        await signIns.IssueKeyAsync("e-tjanst", Person.System, ApiKey);
    }

    private Dictionary<string, Unit> AddPlaces(GavaDatabase database)
    {
        Dictionary<string, Unit> units = [];
        foreach (var (slug, name, kind, parent, routine) in Places)
        {
            var unit = new Unit(slug, name, kind, parent is null ? null : units[parent].Id, routine)
            {
                Address = kind == UnitKind.Municipality ? "Box 100\n123 00 Almvik" : null,
                Phone = kind == UnitKind.Municipality ? "08-555 100 00" : null,
            };
            units[slug] = unit;
            database.Units.Add(unit);
            Write(database, EventKind.UnitAdded, slug);
        }

        return units;
    }

    private void AddPerson(GavaDatabase database, Person person, string? passwordHash, RoleAtPlace role)
    {
        database.People.Add(person);
        database.Roles.Add(role);
        database.SessionStamps.Add(new SessionStamp { PersonId = person.Id, Stamp = Guid.CreateVersion7() });
        if (passwordHash is not null) database.SignIns.Add(new SignIn { PersonId = person.Id, Subject = person.UserName, SecretHash = passwordHash });
        Write(database, EventKind.PersonAdded, person.UserName);
        Write(database, EventKind.RoleGiven, $"{person.UserName};{role.Role}");
    }

    private void Write(GavaDatabase database, EventKind kind, string subject) =>
        database.Write(new Event(kind, new Change(Person.System, StockholmTime.Now(clock)), subject: subject));
}
