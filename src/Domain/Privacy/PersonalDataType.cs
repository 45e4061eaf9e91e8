namespace Gava.Domain.Privacy;

/// <summary>The kinds of personal data that are looked for in free text.</summary>
public enum PersonalDataType
{
    Person,
    PersonNumber,
    Phone,
    Email,
    Address,
    Vehicle,
    Account,
    Property,
    Handle,
    CaseNumber,
}

/// <summary>What each kind is called: for machines, in the register, and for people.</summary>
public static class PersonalDataTypes
{
    private static readonly (string ApiName, string Placeholder, string Label)[] Names =
    [
        ("PERSON", "[namn]", "Namn"),
        ("PERSONNUMMER", "[personnummer]", "Personnummer"),
        ("PHONE", "[telefon]", "Telefon"),
        ("EMAIL", "[e-post]", "E-post"),
        ("ADDRESS", "[adress]", "Adress"),
        ("VEHICLE", "[regnummer]", "Registreringsnummer"),
        ("ACCOUNT", "[konto]", "Konto"),
        ("PROPERTY", "[fastighet]", "Fastighet"),
        ("HANDLE", "[användarnamn]", "Användarnamn"),
        ("CASE_NO", "[nummer]", "Nummer som pekar ut en person"),
    ];

    /// <summary>The name in the API and on the command line, such as <c>CASE_NO</c>.</summary>
    public static string ApiName(this PersonalDataType type) => Names[(int)type].ApiName;

    /// <summary>What the register shows instead, such as <c>[namn]</c>.</summary>
    public static string Placeholder(this PersonalDataType type) => Names[(int)type].Placeholder;

    /// <summary>A short Swedish label for lists and buttons.</summary>
    public static string Label(this PersonalDataType type) => Names[(int)type].Label;

    /// <summary>Reads an API name; case matters, as everywhere in the API.</summary>
    public static bool TryParse(string? api, out PersonalDataType type)
    {
        var index = Array.FindIndex(Names, name => name.ApiName == api);
        type = index < 0 ? default : (PersonalDataType)index;
        return index >= 0;
    }
}
