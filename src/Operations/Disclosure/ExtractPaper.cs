using System.Globalization;
using Gava.Operations.Documents;

namespace Gava.Operations.Disclosure;

/// <summary>An extract as somebody reads it who has never seen Gåva.</summary>
internal static class ExtractPaper
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    public static Paper Of(SubjectAccessExtract extract, DateTime now) => new()
    {
        Title = "Registerutdrag",
        Author = extract.Author,
        Footer = $"{extract.Author} · Registerutdrag {Day(extract.MadeAt)}",
        CreatedAt = now,
        Blocks =
        [
            PaperBlock.Paragraph("Det här är vad vi har om dig i Gåva, där vi tar emot synpunkter och klagomål. Samma uppgifter finns i filen registerutdrag.json, för den som vill läsa dem med ett program. Dina bilagor ligger bredvid."),
            PaperBlock.Paragraph($"Gjort {Moment(extract.MadeAt)}. Hur vi såg att det är du: {Low(extract.Identity)}. {(extract.Cases.Count == 1 ? "Ett ärende" : $"{extract.Cases.Count} ärenden")} är med."),
            .. extract.Cases.SelectMany(CaseBlocks),
            PaperBlock.Heading("Varför vi har uppgifterna, och dina rättigheter"), .. extract.Rights.Select(PaperBlock.Item),
        ],
    };

    public static Paper Of(StaffExtract extract, DateTime now) => new()
    {
        Title = "Registerutdrag för medarbetare",
        Author = extract.Author,
        Footer = $"{extract.Author} · Registerutdrag {Day(extract.MadeAt)}",
        CreatedAt = now,
        Blocks =
        [
            PaperBlock.Paragraph("Det här är vad Gåva har om dig som arbetar i systemet. Samma uppgifter finns i filen registerutdrag.json."),
            PaperBlock.Paragraph($"Gjort {Moment(extract.MadeAt)}."),
            PaperBlock.Heading("Kontot"),
            .. Facts(("Användarnamn", extract.UserName), ("Namn", extract.Name), ("Titel", extract.Title), ("E-post", extract.Email), ("Telefon", extract.Phone), ("Arbetar här", extract.Active ? "Ja" : "Nej"),
                ("Loggar in med", string.Join(", ", extract.SignIns.Select(s => s == "local" ? "användarnamn och lösenord (bara en kontrollsumma av lösenordet sparas)" : s)))),
            .. extract.Keys.Select(k => PaperBlock.Item($"API-nyckel från {Day(k.CreatedAt)}{(k.RevokedAt is { } revoked ? $", återkallad {Day(revoked)}" : "")}")),
            PaperBlock.Heading("Roller"),
            .. Or(extract.Roles.Select(r => PaperBlock.Item($"{r.Role}, {r.Place}{(r.From is { } from ? $", från {Day(from)}" : "")}{(r.Until is { } until ? $", till och med {Day(until)}" : "")}")), "Ingen."),
            PaperBlock.Heading("Vad du har gjort"),
            .. Facts(("Tog emot", $"{extract.Received} ärenden"), ("Ansvarar nu för", $"{extract.AnswersFor} öppna ärenden"), ("Rader i journaler", $"{extract.Lines.Sum(l => l.Count)}")),
            .. extract.Lines.Select(l => PaperBlock.Item($"{l.Kind}: {l.Count}")),
            .. extract.DutiesRead.Select(d => PaperBlock.Item($"Läste sina uppgifter i rutinen {d.Routine}, version {d.Version}, {Day(d.At)}")),
            PaperBlock.Heading("Varför vi har uppgifterna, och dina rättigheter"), .. extract.Rights.Select(PaperBlock.Item),
        ],
    };

    private static IEnumerable<PaperBlock> CaseBlocks(ExtractedCase one) =>
    [
        PaperBlock.Heading($"Ärende {one.Reference}"),
        .. Facts(("Vad det är", one.Kind), ("Kom in", $"{Moment(one.ReceivedAt)}, {Low(one.Channel)}"), ("Registrerat", Moment(one.RegisteredAt)), ("Gäller", one.Unit), ("Läge", one.Status),
            ("Ansvarar", one.Responsible), ("Talade", one.Relation)),
        PaperBlock.Heading("Det som sades", 3), .. one.Original is { } original ? PaperBlock.Text(original) : [PaperBlock.Paragraph("Originalet finns inte kvar.")],
        PaperBlock.Heading("Samma sak, som registret visar den", 3), .. PaperBlock.Text(one.Register),
        PaperBlock.Heading("Kontaktuppgifter", 3),
        .. one.Contact is { } contact
            ? ContactBlocks(contact)
            : [PaperBlock.Paragraph("Inga.")],
        .. one.Corrected.SelectMany(before => new[] { PaperBlock.Heading("Kontaktuppgifter som har rättats", 3) }.Concat(ContactBlocks(before))),
        PaperBlock.Heading("Vad som bestämdes", 3), .. Or(one.Decisions.Select(d => PaperBlock.Item($"{d.What}: {d.How}")), "Inget än."),
        .. one.Words.SelectMany(w => new[] { PaperBlock.Heading($"{w.Heading}, {Moment(w.At)}", 3) }.Concat(PaperBlock.Text(w.Text))),
        PaperBlock.Heading("Bilagor", 3), .. Or(one.Attachments.Select(a => PaperBlock.Item(a.File is { } file ? $"{a.Name}: filen {file}" : $"Bilaga {a.Number}: {(a.IsHeldBack == true ? "följer inte med, eftersom virusskyddet inte har sagt att den är säker" : "finns inte kvar")}")), "Inga."),
        PaperBlock.Heading("Journalen", 3), .. one.Journal.Select(l => PaperBlock.Item(string.Join(" ", new[] { $"{Moment(l.At)}. {l.Heading}. {l.By}.", l.Text, l.Why }.Where(t => !string.IsNullOrWhiteSpace(t))))),
        PaperBlock.Heading("Vem som har öppnat dina uppgifter, och varför", 3), .. Or(one.Readings.Select(r => PaperBlock.Item($"{Moment(r.At)}. {r.By}. {r.Why}")), "Ingen."),
        .. one.Diary.Select(d => PaperBlock.Paragraph($"I diariet: {d.Number}, {Day(d.Date)}, {d.Party}. {d.Subject}")),
        .. one.Mails.Count == 0 ? [] : new[] { PaperBlock.Paragraph($"Mejl till dig: {string.Join(", ", one.Mails.Select(m => Moment(m.At)))}. De berättar att något har hänt, aldrig vad.") },
        PaperBlock.Heading("Hur länge det sparas", 3), .. one.Kept.Select(PaperBlock.Item),
    ];

    private static IEnumerable<PaperBlock> ContactBlocks(ExtractedContact contact) =>
        Facts(("Namn", contact.Name), ("Telefon", contact.Phone), ("E-post", contact.Email), ("Adress", contact.Address?.Replace("\n", ", ", StringComparison.Ordinal)), ("Skyddade personuppgifter", contact.Protected ? "Ja" : null));

    private static IEnumerable<PaperBlock> Facts(params (string Label, string? Value)[] facts) =>
        facts.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => PaperBlock.Item($"{f.Label}: {f.Value}"));

    private static IEnumerable<PaperBlock> Or(IEnumerable<PaperBlock> blocks, string otherwise) => blocks.DefaultIfEmpty(PaperBlock.Paragraph(otherwise));

    private static string Low(string text) => text.Length == 0 ? text : char.ToLower(text[0], Swedish) + text[1..];

    private static string Moment(DateTimeOffset at) => at.ToString("d MMMM yyyy 'kl.' HH.mm", Swedish);

    private static string Day(DateTimeOffset at) => at.ToString("d MMMM yyyy", Swedish);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Swedish);
}
