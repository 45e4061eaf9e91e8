using Gava.Domain.Cases;
using Gava.Domain.Routines;

namespace Gava.Operations.Registers;

/// <summary>What a column of an older register can be.</summary>
/// <param name="Code">As maps have it.</param>
/// <param name="Label">As people choose it.</param>
/// <param name="Headings">Beginnings of headings that mean it, the most telling first; in lower case.</param>
public sealed record RegisterField(string Code, string Label, IReadOnlyList<string> Headings)
{
    public const string Keep = "keep";
    public const string Skip = "skip";
    public const string Number = "number";
    public const string ArrivedAt = "arrivedAt";
    public const string RegisteredAt = "registeredAt";
    public const string ContactedAt = "contactedAt";
    public const string RepliedAt = "repliedAt";
    public const string ClosedAt = "closedAt";
    public const string Kind = "kind";
    public const string Channel = "channel";
    public const string Unit = "unit";
    public const string Text = "text";
    public const string Status = "status";
    public const string Responsible = "responsible";
    public const string ReceivedBy = "receivedBy";
    public const string Category = "category";
    public const string Measure = "measure";
    public const string Reply = "reply";
    public const string Name = "name";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string Address = "address";

    /// <summary>Every field, in the order in which a list shows them. A heading goes to the first field that knows it.</summary>
    public static IReadOnlyList<RegisterField> All { get; } =
    [
        new(Number, "Nummer i det gamla registret", ["nr", "nummer", "löpnr", "löpnummer", "ärendenr", "ärendenummer", "id", "dnr", "diarienr", "diarienummer"]),
        new(ArrivedAt, "Dagen det kom in", ["inkom", "inkommet", "inkommen", "ankomst", "ankomstdatum", "mottaget", "mottagen", "datum in", "datum"]),
        new(RegisteredAt, "Dagen det registrerades", ["registrerat", "registrerad", "registreringsdatum", "upprättad"]),
        new(Channel, "Hur det kom in", ["kanal", "inkom via", "via", "hur", "sätt", "inkomstsätt", "kontaktsätt"]),
        new(Kind, "Sort", ["typ", "sort", "slag", "ärendetyp", "kategori av"]),
        new(Unit, "Enhet", ["enhet", "avdelning", "verksamhet", "arbetsplats", "berörd enhet"]),
        new(Text, "Vad som hände eller sades", ["beskrivning", "ärende", "ärendet", "synpunkt", "klagomål", "vad", "text", "händelse", "innehåll"]),
        new(Category, "Kategori", ["kategori", "ämne", "område"]),
        new(Status, "Läge", ["status", "läge", "avslutad?", "klar?", "klart?"]),
        new(Responsible, "Ansvarig", ["ansvarig", "handläggare", "ansvar", "utredare", "chef"]),
        new(ReceivedBy, "Vem som tog emot", ["mottagare", "mottaget av", "emottagare", "togs emot av", "registrerat av"]),
        new(ContactedAt, "Dagen personen kontaktades", ["kontaktad", "kontakt tagen", "kontakt", "kontaktat"]),
        new(Measure, "Åtgärd", ["åtgärd", "åtgärder", "vidtagen åtgärd", "vad vi gjorde", "gjort"]),
        new(Reply, "Svaret", ["svar", "återkoppling", "svar till kund"]),
        new(RepliedAt, "Dagen personen fick svar", ["besvarat", "besvarad", "svarsdatum", "återkopplat", "svarat"]),
        new(ClosedAt, "Dagen det avslutades", ["avslutat", "avslutad", "avslut", "avslutsdatum", "klart", "klar", "stängt", "färdigt", "slutdatum"]),
        new(Name, "Personens namn (valvet)", ["namn", "anmälare", "anmält av", "kund", "från", "uppgiftslämnare", "klagande"]),
        new(Phone, "Personens telefon (valvet)", ["telefon", "tel", "tfn", "mobil", "telefonnummer"]),
        new(Email, "Personens e-post (valvet)", ["e-post", "epost", "mail", "mejl", "e-mail", "email", "e-postadress"]),
        new(Address, "Personens adress (valvet)", ["adress", "postadress", "gatuadress"]),
        new(Keep, "Behåll som det är", []),
        new(Skip, "Ta inte med", []),
    ];

    public static RegisterField? Of(string code) => All.FirstOrDefault(f => f.Code == code);

    /// <summary>Those whose cells are one of a few words, which a map translates.</summary>
    public static IReadOnlyList<string> Translated { get; } = [Channel, Kind, Unit, Status, Category];

    /// <summary>Those that the vault has and no export.</summary>
    public static IReadOnlyList<string> InVault { get; } = [Name, Phone, Email, Address];

    /// <summary>Those that hold a day or a moment.</summary>
    public static IReadOnlyList<string> Dates { get; } = [ArrivedAt, RegisteredAt, ContactedAt, RepliedAt, ClosedAt];
}

/// <summary>What people write in columns of few words, and what it means.</summary>
public static class RegisterWords
{
    public const string Open = "open";
    public const string Closed = "closed";

    private static readonly Dictionary<string, string> Channels = Said(
        ("phone", "telefon tel tfn telefonsamtal samtal ringde mobil"), ("email", "mail mejl e-post epost e-mail email"), ("letter", "brev post"),
        ("visit", "besök möte muntligt muntlig personligen reception"), ("form", "blankett formulär papper"), ("web", "webb webben webbformulär e-tjänst hemsidan web"), ("api", "system"));

    private static readonly Dictionary<string, string> Kinds = Said(
        ("complaint", "klagomål klagan reklamation kritik avvikelse"), ("view", "synpunkt åsikt synpunkter"), ("suggestion", "förslag önskemål förbättringsförslag idé"),
        ("praise", "beröm tack ros"), ("question", "fråga förfrågan"), ("faultReport", "felanmälan fel skada"));

    private static readonly Dictionary<string, string> Statuses = Said(
        (Closed, "klar klart avslutad avslutat stängd stängt färdig färdigt ja x åtgärdad åtgärdat besvarad besvarat closed löst"),
        (Open, "öppen öppet pågår pågående ny nytt nej ej väntar open påbörjad påbörjat"));

    public static string? ChannelOf(string words, Routine routine) =>
        routine.Channels.FirstOrDefault(c => Is(words, c.Code) || Is(words, c.Label))?.Code ?? Meant(Channels, words, code => routine.Channel(code) is not null);

    public static string? KindOf(string words, Routine routine) =>
        routine.Kinds.FirstOrDefault(k => Is(words, k.Code) || Is(words, k.Label))?.Code ?? Meant(Kinds, words, code => routine.Kind(code) is not null);

    public static string? StatusOf(string words) => StatusMoves.Parse(words) is { } known ? known == CaseStatus.Closed ? Closed : Open
        : Enum.GetValues<CaseStatus>().Any(s => Is(words, s.Swedish())) ? Is(words, CaseStatus.Closed.Swedish()) ? Closed : Open : Meant(Statuses, words, _ => true);

    /// <summary>A category as "tree=code", by its code or what it is called.</summary>
    public static string? CategoryOf(string words, Routine routine) => routine.Categories.SelectMany(t => t.All.Select(c => (Tree: t.Code, Category: c)))
        .Where(c => c.Category.Formerly.Append(c.Category.Code).Append(c.Category.Label).Any(one => Is(words, one)) || Is(words, $"{c.Tree}={c.Category.Code}")).Select(c => $"{c.Tree}={c.Category.Code}").FirstOrDefault();

    public static string Plain(string words) => words.Trim().Trim('.', ':', '!').ToLowerInvariant();

    private static bool Is(string words, string known) => string.Equals(words.Trim(), known, StringComparison.OrdinalIgnoreCase);

    private static string? Meant(Dictionary<string, string> said, string words, Func<string, bool> isKnown) =>
        said.TryGetValue(Plain(words), out var code) && isKnown(code) ? code : null;

    private static Dictionary<string, string> Said(params (string Code, string Words)[] all) =>
        all.SelectMany(a => a.Words.Split(' ').Select(w => (w, a.Code))).ToDictionary(a => a.w, a => a.Code, StringComparer.Ordinal);
}
