namespace Gava.Operations.Disclosure;

/// <summary>What an extract says beside the data (GDPR article 15.1 a–h), as docs/privacy.md has it.</summary>
internal static class ExtractTexts
{
    public static readonly IReadOnlyList<string> OfSubject =
    [
        "Varför: för att ta emot, svara på och lära av synpunkter och klagomål.",
        "Rättslig grund: en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e, dataskyddslagen 2 kap. 2 §). Att registrera och bevara allmänna handlingar är en rättslig förpliktelse (artikel 6.1 c). Samtycke är aldrig grunden.",
        "Varifrån: från dig, eller från den som hörde av sig för din räkning.",
        "Vem som får uppgifterna: de som arbetar med ditt ärende. Den som begär ut en allmän handling kan få den, om inget i den är hemligt. Inget lämnas till länder utanför EU av Gåva.",
        "Inga beslut fattas automatiskt.",
        "Du har rätt att få fel rättade. I en allmän handling står rättelsen bredvid det som var fel.",
        "Du kan begära att uppgifter raderas, att behandlingen begränsas, och invända mot den. Allmänna handlingar får bara gallras efter beslut, så svaret blir ofta nej. I socialtjänsten går det inte att invända mot en behandling som lagen tillåter.",
        "Du kan vända dig till myndighetens dataskyddsombud, och klaga hos Integritetsskyddsmyndigheten (IMY).",
    ];

    public static readonly IReadOnlyList<string> OfStaff =
    [
        "Varför: för att du ska kunna logga in, för att ärenden ska ha någon som ansvarar, och för att det ska synas vem som gjort vad.",
        "Rättslig grund: en uppgift av allmänt intresse (dataskyddsförordningen artikel 6.1 e) och en rättslig förpliktelse att dokumentera (artikel 6.1 c).",
        "Hur länge: det du har skrivit i journaler är allmänna handlingar och finns kvar där. Kontot tas inte bort när du slutar, eftersom journalen nämner dig. Det stängs.",
        "I ärenden kan ditt namn stå i vad andra har skrivit. I registret döljs namn, så det går inte att söka fram. Vet du vilket ärende det gäller kan du begära ut det.",
        "Du har rätt att få fel rättade, och kan vända dig till myndighetens dataskyddsombud eller klaga hos Integritetsskyddsmyndigheten (IMY).",
    ];
}
