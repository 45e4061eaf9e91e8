namespace Gava.Domain.Disclosure;

/// <summary>A provision by which something is not given out.</summary>
/// <param name="Code">Stable, for the API and the database.</param>
/// <param name="Paragraph">"26 kap. 1 §".</param>
/// <param name="Label">What it protects, in a few Swedish words.</param>
public sealed record SecrecyGround(string Code, string Paragraph, string Label)
{
    /// <summary>As it stands in the box where something was masked.</summary>
    public string Provision => $"{Paragraph} OSL";
}

/// <summary>
/// The provisions of offentlighets- och sekretesslagen (2009:400) that a document of these cases may hold something under. Which one applies, and
/// whether it does, is the clerk's to judge each time (OSL 5:5; docs/decisions/0020).
/// </summary>
public static class SecrecyGrounds
{
    public static readonly IReadOnlyList<SecrecyGround> All =
    [
        new("26-1", "26 kap. 1 §", "Enskildas personliga förhållanden i socialtjänsten"),
        new("26-5", "26 kap. 5 §", "Den som har anmält något till socialtjänsten"),
        new("25-1", "25 kap. 1 §", "Hälsa och personliga förhållanden i hälso- och sjukvården"),
        new("23-1", "23 kap. 1 §", "Enskildas personliga förhållanden i förskolan"),
        new("23-2", "23 kap. 2 §", "Elevers personliga förhållanden i skolan"),
        new("21-1", "21 kap. 1 §", "Hälsa och sexualliv, hos alla myndigheter"),
        new("21-3", "21 kap. 3 §", "Adress och telefon, när någon kan bli förföljd"),
        new("21-3a", "21 kap. 3 a §", "Den som har skyddad folkbokföring"),
        new("21-7", "21 kap. 7 §", "Uppgifter som skulle användas i strid med dataskyddsreglerna"),
        new("31-16", "31 kap. 16 §", "Affärer hos den som har affärer med kommunen"),
        new("39-3", "39 kap. 3 §", "Anställdas hemadress och annat privat"),
    ];

    /// <exception cref="RuleBroken">There is no such ground in the list.</exception>
    public static SecrecyGround Of(string? code) => All.FirstOrDefault(g => g.Code == code)
        ?? throw new RuleBroken("ground-unknown", "Välj ett lagrum ur listan för allt som döljs.", "ground");

    /// <summary>The ground that a mark of secrecy or a regime's presumption names, "OSL 26 kap. 1 §"; null when it is none of these.</summary>
    public static SecrecyGround? In(string? provision) =>
        All.FirstOrDefault(g => provision is not null && provision.Replace("OSL", "", StringComparison.OrdinalIgnoreCase).Trim() == g.Paragraph);
}
