using System.Globalization;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Correspondence;

/// <summary>A letter as it will read, without name and address: those stay in the vault until it is printed.</summary>
public sealed record LetterPreview(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Signature);

/// <summary>The letter that tells how to follow one's case, in the person's language.</summary>
/// <param name="Address">Where the code is written; it never holds the code.</param>
public sealed record CodeLetter(string Language, string Heading, IReadOnlyList<string> Paragraphs, string Address, string Date, string Greeting, LetterWords Frame);

/// <summary>
/// Letters to those who are told by post: the words of a journal line, with name and address from the vault, as a PDF ready to
/// print. Making one opens the vault and is logged as that.
/// </summary>
public sealed class LetterDesk(Databases databases, VaultDesk vault, OrganisationBook organisations, RoutineBook routines, TemplateDesk templates, CitizenDesk citizens, PublicAddress address, PdfLetterWriter writer, TimeProvider clock)
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>The journal lines that can be a letter: what was told by letter, and feedback to somebody who wants letters.</summary>
    public static bool CanBeLetter(Event line, Case @case) => line.Kind switch
    {
        EventKind.Acknowledged or EventKind.DelayNotified or EventKind.Replied => line.Subject?.Split(';')[0] == Way.Letter.Code(),
        EventKind.FeedbackGiven => @case.ReplyWay == Way.Letter,
        _ => false,
    };

    /// <summary>The letter of journal line <paramref name="number"/>, as PDF.</summary>
    /// <exception cref="NotFound">No such line, or not for this viewer.</exception>
    public async Task<byte[]> PrintAsync(Viewer viewer, CaseReference reference, int number)
    {
        await using var database = databases.For(viewer);
        var line = await database.Journal.FirstOrDefaultAsync(e => e.CaseId == reference.Number && e.Number == number);
        var @case = await database.Cases.Include(c => c.Clocks).FirstOrDefaultAsync(c => c.Id == reference.Number);
        if (line is null || @case is null || !CanBeLetter(line, @case)) throw new NotFound();
        var unitId = @case.UnitId;
        var opened = await vault.OpenForLetterAsync(viewer, reference, number);
        if (opened.Complainant.Address is null) throw new RuleBroken("address-missing", "Personen har inte lämnat någon adress att skicka brevet till.");
        var organisation = await organisations.NowAsync();
        var routine = await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion);
        @case.Follow(routine, await routines.CalendarAsync(routine));
        var receipt = line.Kind == EventKind.Acknowledged ? CaseTemplate.For("acknowledgement", @case, organisation, StockholmTime.DateOf(line.At), await templates.AllAsync()) : null;
        var paragraphs = Paragraphs(line, opened, reference, receipt);
        var survey = line.Kind == EventKind.Replied ? await citizens.NewSurveyTokenAsync(reference.Number) : null;
        var asked = survey is null ? null : MailTongues.SurveyAddress("sv", address.Url, survey);
        // On a line of its own, where it is not broken.
        if (asked is not null) paragraphs.Add($"Hur tycker du att det gick? Svara på tre frågor här, eller rikta mobilens kamera mot rutan:\n{asked}");
        return writer.Write(new Letter
        {
            Title = $"{HeadingOf(line.Kind)}, ärende {reference}",
            Sender = Sender(organisation, unitId),
            Recipient = Recipient(opened.Complainant),
            Date = StockholmTime.DateOf(line.At).ToString("d MMMM yyyy", Swedish),
            Reference = reference.ToString(),
            Heading = HeadingOf(line.Kind),
            Paragraphs = paragraphs,
            Camera = asked,
            Signature = Signature(organisation, line.By),
            Footer = organisation.Unit(unitId)?.Name,
            CreatedAt = StockholmTime.Now(clock),
        });
    }

    /// <summary>
    /// The letter with the person's code, just given; only its hash is kept, so it is printed now or not at all. What goes by post has name and
    /// address, which opens the vault; what is handed over has not.
    /// </summary>
    /// <exception cref="NotFound">No code has been given in this case, or it is not for this viewer.</exception>
    /// <exception cref="RuleBroken">The code is not the case's, or not any more.</exception>
    public async Task<byte[]> PrintCodeAsync(Viewer viewer, CaseReference reference, string code, CodeLetter words)
    {
        await using var database = databases.For(viewer);
        var @case = await database.Cases.FirstOrDefaultAsync(c => c.Id == reference.Number);
        var line = await database.Journal.Where(e => e.CaseId == reference.Number && e.Kind == EventKind.CodeGiven).OrderByDescending(e => e.Number).FirstOrDefaultAsync();
        if (line is null || @case is null || @case.Reference != reference) throw new NotFound();
        @case.Follow(await routines.VersionAsync(@case.RoutineName, @case.RoutineVersion), new());
        if (!@case.MayGiveCode(viewer) || @case.FollowUpCodeHash is not { } hash || !hash.AsSpan().SequenceEqual(FollowUpCodes.Hash(code)))
        {
            throw new RuleBroken("code-old", "Den koden gäller inte. Gör en ny, och skriv ut brevet på en gång.", "code");
        }

        IReadOnlyList<string> recipient = line.Subject == CodeWay.Letter.Code() ? Recipient((await vault.OpenForLetterAsync(viewer, reference, line.Number)).Complainant) : [];
        var organisation = await organisations.NowAsync();
        return writer.Write(new Letter
        {
            Title = $"{words.Heading}, {reference}",
            Language = words.Language,
            Sender = Sender(organisation, @case.UnitId),
            Recipient = recipient,
            Date = words.Date,
            Reference = reference.ToString(),
            Heading = words.Heading,
            Paragraphs = words.Paragraphs,
            Camera = words.Address,
            Signature = [words.Greeting, .. Signature(organisation, line.By).Skip(1)],
            Footer = organisation.Unit(@case.UnitId)?.Name,
            CreatedAt = StockholmTime.Now(clock),
            Words = words.Frame,
        });
    }

    /// <summary>The reply as a letter, before it is saved (issue: preview as mail and as letter).</summary>
    public static LetterPreview Preview(string words, CaseReference reference, Viewer writer, Organisation organisation) =>
        new(HeadingOf(EventKind.Replied), [.. Parted(words), Closing(reference)], Signature(organisation, writer.Id));

    /// <summary>The mail that says that there is a reply; the reply itself is not in it.</summary>
    public static (string Subject, string Body) MailPreview(CaseReference reference, Organisation organisation) =>
        MailTexts.Of(MailText.Replied, reference, "", organisation.Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "Kommunen");

    private static string[] Parted(string words) => words.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Closing(CaseReference reference) => $"Om du undrar något, kontakta oss och säg att det gäller ärende {reference}.";

    private static string HeadingOf(EventKind kind) => kind switch
    {
        EventKind.Acknowledged => "Tack för att du hörde av dig",
        EventKind.DelayNotified => "Ditt ärende tar längre tid",
        EventKind.FeedbackGiven => "Återkoppling i ditt ärende",
        _ => "Svar i ditt ärende",
    };

    private static List<string> Paragraphs(Event line, OpenedVault opened, CaseReference reference, FilledTemplate? receipt)
    {
        var words = opened.Lines.TryGetValue(line.Number, out var original) ? original : line.Text ?? "";
        if (line.Kind == EventKind.Acknowledged && receipt is not null) words = receipt.Text;
        List<string> paragraphs = [.. Parted(words)];
        if (line.Kind == EventKind.Acknowledged && receipt is null) paragraphs.Add($"Hej! Vi har tagit emot det du berättade. Ditt ärende har nummer {reference}.");
        if (line.Kind == EventKind.DelayNotified)
        {
            paragraphs.Insert(0, "Hej! Ditt ärende tar längre tid än vi har lovat. Vi vill att du ska veta varför.");
            if (DelaySubject.NewDayOf(line.Subject) is { } newDay) paragraphs.Add($"Nu räknar vi med att du får svar senast {DueExplanation.LongDay(newDay)}.");
        }

        paragraphs.Add(Closing(reference));
        return paragraphs;
    }

    private static List<string> Sender(Organisation organisation, Guid unitId)
    {
        var line = organisation.Line(unitId).ToList();
        List<string> sender = [.. line.AsEnumerable().Reverse().Where(u => u.Kind is UnitKind.Municipality or UnitKind.Administration).Select(u => u.Name)];
        sender.Add(line[0].Name);
        if (line.Select(u => u.Address).FirstOrDefault(a => a is not null) is { } address) sender.AddRange(address.Split('\n'));
        return sender;
    }

    private static List<string> Recipient(Complainant person) =>
        [.. new[] { person.Name }.OfType<string>().Concat(person.Address!.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0).Take(6)];

    private static List<string> Signature(Organisation organisation, Guid by)
    {
        var person = organisation.Person(by);
        return [.. new[] { "Vänliga hälsningar", person?.Name, person?.Title, person?.Phone }.OfType<string>().Where(l => l.Length > 0)];
    }
}
