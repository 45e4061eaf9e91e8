using System.Globalization;
using System.Text;

namespace Gava.Operations.Demo;

/// <summary>
/// Somebody who does not exist. Phone numbers are from the range that is reserved for fiction, addresses are under example.se and
/// person numbers are in the birth-number range 980–999, which is kept for tests.
/// </summary>
internal sealed record MadeUpPerson(string Given, string Family, bool IsWoman)
{
    private static readonly string[] Women = Words("""
        Agneta Aida Aisha Alma Amina Anita Anna-Karin Annika Asta Astrid Aynur Barbro Beatrice Berit Birgit Britt-Marie Carina Cecilia Dagny Danuta
        Disa Dorota Ebba Edith Elif Elin Elisabet Elsa Emine Ester Farida Frida Gerd Greta Gudrun Gunborg Gunvor Halima Hanna Hedvig
        Hodan Ida Ingegerd Ingeborg Inga-Lill Iris Irja Ivana Jasmina Jelena Johanna Judit Kaija Katarzyna Khadija Kristina Kaarina Layla Leena Linnea
        Lisbeth Magdalena Maj-Britt Margareta Marianne Marjatta Miriam Monika Naima Nasrin Olga Parisa Rebecka Rigmor Roza Ruth Safiya Samira Selma Shirin
        Signe Siv Solveig Stina Svetlana Thea Ulla Vanja Vendela Vesna Viola Viveka Wilma Ylva Zahra Zeynep
        """);

    private static readonly string[] Men = Words("""
        Abdi Adam Ahmed Albin Aleksander Alf Algot Amir Andreas Antero Arne Arvid Axel Bashir Bertil Björn Bo Börje Carl-Johan Christer
        Dariusz David Dragan Edvin Einar Emil Erik Esko Farid Filip Folke Fredrik Gustav Gösta Hamid Hannes Harald Hassan Henrik Hugo
        Ibrahim Ilir Ingvar Ismail Ivar Jan-Olof Jari Jens Joakim Jonas Josef Kalle Karim Kjell Klas Kurt Lennart Leif Love Ludvig
        Magnus Mahmoud Marek Mattias Melker Mehmet Milan Mohammad Mustafa Måns Nils Ola Omar Ove Patrik Pekka Per-Erik Petter Rasmus Reza
        Roland Rolf Rune Samuel Sigvard Sixten Stefan Stig Tapio Tariq Tomasz Torsten Tuomas Ulf Valter Viktor Vidar Yusuf Zoran Östen
        """);

    private static readonly string[] Families = Words("""
        Abdullahi Adolfsson Ahlbäck Ahmadi Alm Almkvist Alsayed Ambjörn Arvidsson Asplund Aydin Backlund Bergdahl Berglöf Björkhagen Blomgren Boman Borg Brodin Bylund
        Carlén Celik Cederholm Dahlbom Dalgren Demirci Dervishi Dimitrov Edlund Ekblad Ekman Eliasson Elmi Engvall Enqvist Eriksson Fagerberg Farah Fjellman Flodin
        Forsmark Franzén Fredholm Friberg Granath Grankvist Grönlund Gustavsson Haglund Hakala Hallin Hamidi Hedman Hellgren Heikkinen Holmér Horvat Hosseini Hult Husic
        Ibrahim Isaksson Ivarsson Jansson Jokinen Jovanovic Julin Kallström Karimi Kaya Kihlberg Kling Kowalczyk Kristoffersson Kvist Laaksonen Lagerlund Lehtonen Lilja Lindeborg
        Ljungdahl Lundvall Löfstedt Mahdi Malmborg Marklund Mattsson Mohamud Moberg Mustafic Myrén Mårtensson Nilsson Nisser Nordahl Norell Nowicki Nyholm Nyman Olander
        Olofsdotter Osmanovic Palm Pettersson Pihl Popovic Qvist Rantanen Rask Rezai Ringdahl Rosander Rostami Ryberg Saarinen Saleh Salomonsson Sandell Selin Sjögren
        Skoglund Söderlind Stenman Strömqvist Sundvall Svanberg Svensson Tallberg Thorell Tiainen Toll Törnkvist Uddén Vallgren Vestin Virtala Wadman Wallner Warsame Westergren
        Wiik Wikander Yildiz Zetterqvist Åberg Åslund Ågren Ödman Öhrn Östberg
        """);

    public string Name => $"{Given} {Family}";

    public static MadeUpPerson Any(Random chance) => Any(chance, chance.Next(2) == 0);

    public static MadeUpPerson Any(Random chance, bool isWoman) =>
        new(isWoman ? chance.Among(Women) : chance.Among(Men), chance.Among(Families), isWoman);

    public string Email(Random chance)
    {
        var (given, family) = (Plain(Given), Plain(Family));
        return chance.Next(4) switch
        {
            0 => $"{given}.{family}@example.se",
            1 => $"{given[..1]}.{family}@example.se",
            2 => string.Create(CultureInfo.InvariantCulture, $"{given}{chance.Next(41, 99)}@example.se"),
            _ => $"{family}.{given}@example.se",
        };
    }

    /// <summary>070-1740605 to 070-1740699, which no subscriber has.</summary>
    public static string Phone(Random chance)
    {
        var last = chance.Next(605, 700);
        return chance.Next(3) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"070-1740{last:000}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"070-174 0{last / 100} {last % 100:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"0701740{last:000}"),
        };
    }

    /// <summary>A valid check digit, and an odd birth number for men.</summary>
    public string PersonNumber(Random chance, int bornFrom)
    {
        var birthday = new DateOnly(bornFrom, 1, 1).AddDays(chance.Next(365 * 10));
        var digits = string.Create(CultureInfo.InvariantCulture, $"{birthday:yyMMdd}{980 + (chance.Next(10) * 2) + (IsWoman ? 0 : 1)}");
        digits += CheckDigit(digits);
        var century = chance.Next(2) == 0 ? birthday.ToString("yyyy", CultureInfo.InvariantCulture)[..2] : "";
        return $"{century}{digits[..6]}-{digits[6..]}";
    }

    /// <summary>Luhn: every other digit doubled, from the first.</summary>
    private static char CheckDigit(string nine)
    {
        var sum = 0;
        for (var i = 0; i < nine.Length; i++)
        {
            var product = (nine[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (product / 10) + (product % 10);
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
            if (c is >= 'a' and <= 'z') plain.Append(c);
        return plain.ToString();
    }

    private static string[] Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
