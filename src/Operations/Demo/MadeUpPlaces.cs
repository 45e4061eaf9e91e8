using System.Globalization;

namespace Gava.Operations.Demo;

/// <summary>Days, streets and buildings of a municipality that is not on any map.</summary>
internal static class MadeUpPlaces
{
    private static readonly string[] Streets =
    [
        "Kvarngatan", "Lönnvägen", "Snickarbacken", "Ankarstigen", "Mjölnarvägen", "Nattviolsvägen", "Smedjegatan", "Almviksvägen", "Bäckgränd", "Tallåsvägen",
        "Skeppargatan", "Vintervägen", "Repslagarbacken", "Hästhagsvägen", "Torpargatan", "Fyrgatan", "Linnégränd", "Krusbärsvägen", "Garvarstigen", "Solviksgatan",
        "Stenhuggarvägen", "Lärkgatan", "Nyponstigen", "Färjevägen", "Prästkragsvägen", "Östra Kvarnbygatan", "Norra Strandgatan", "Hammargatan", "Ängsullsvägen", "Klockargränd",
    ];

    private static readonly string[] Places =
    [
        "Kvarnbyparken", "stationen", "Ankartorget", "badplatsen", "fotbollsplanen", "Lindängens förskola", "busstorget", "Mjölnarskolan", "vårdcentralen", "pumphuset",
        "ishallen", "kyrkan", "dammen i Kvarnbyparken", "Snickarbacken", "biblioteket", "bron över ån", "återvinningen", "koloniområdet", "Solviks brygga", "gångtunneln",
    ];

    private static readonly string[] Buildings =
    [
        "Mjölnarskolan", "förskolan Lindängen", "Kvarnby bibliotek", "kommunhuset", "Solviksskolan", "förskolan Nyponet", "Ankarhallen", "fritidsgården", "medborgarkontoret",
        "Tallåsskolan", "förskolan Smultronet", "simhallen", "kulturskolan", "Almviks gymnasium", "äldreboendet Eken",
    ];

    private static readonly string[] Weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

    private static readonly string[] OtherDays = ["i går", "i förrgår", "häromdagen", "förra veckan", "i helgen", "i slutet av förra veckan"];

    private static readonly string[] Whiles =
    [
        "i flera veckor", "i tre veckor", "i över en månad", "i snart två månader", "i flera månader", "sedan förra månaden", "i ett halvår", "i mer än två veckor", "sedan länge",
    ];

    /// <summary>"i tisdags": stands by itself and after "sedan".</summary>
    public static string Day(Random chance) => chance.Next(2) == 0 ? $"i {chance.Among(Weekdays)}s" : chance.Among(OtherDays);

    public static string Weekday(Random chance) => Weekdays[chance.Next(5)];

    public static string Long(Random chance) => chance.Among(Whiles);

    public static string Place(Random chance) => chance.Among(Places);

    public static string Building(Random chance) => chance.Among(Buildings);

    public static string House(Random chance) =>
        string.Create(CultureInfo.InvariantCulture, $"{chance.Next(1, 68)}{(chance.Next(3) == 0 ? $" {(char)('A' + chance.Next(4))}" : "")}");

    public static string Street(Random chance, string? not = null)
    {
        var street = chance.Among(Streets);
        return street == not ? Street(chance, not) : street;
    }

    /// <summary>"Lönnvägen 14 B", and a postal code that nobody has.</summary>
    public static string PostalAddress(Random chance) =>
        string.Create(CultureInfo.InvariantCulture, $"{Street(chance)} {House(chance)}\n123 {chance.Next(10, 60):00} Almvik");

    public static T Among<T>(this Random chance, IReadOnlyList<T> all) => all[chance.Next(all.Count)];
}
