using System.Globalization;
using Gava.Domain;
using Gava.Domain.Forms;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Correspondence;
using Gava.Operations.Documents;
using Gava.Operations.Forms;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Web.Text;

namespace Gava.Web.Sheets;

/// <summary>Forms and posters of the places, in the languages that citizens read (R-IN-08, R-SYS-05).</summary>
public sealed class SheetMaker(OrganisationBook book, RoutineBook routines, TemplateDesk templates, PublicAddress address)
{
    /// <summary>All that sheets are made of, as it is now: many can be made of it.</summary>
    public async Task<SheetPress> OpenAsync(CancellationToken cancellation = default)
    {
        var organisation = await book.NowAsync(cancellation);
        var all = (await routines.AllAsync(cancellation)).ToDictionary(r => r.Name);
        return new(organisation, all, await templates.AllAsync(cancellation), address.Url);
    }
}

/// <summary>
/// Makes the sheets of one moment. The times on them are those of the routine that holds at the place; nobody writes them. Words of the
/// municipality's own template, or else of the routine's, stand for Gåva's heading and lead.
/// </summary>
public sealed class SheetPress(Organisation organisation, IReadOnlyDictionary<string, Routine> routines, IReadOnlyList<OwnTemplate> templates, string url)
{
    /// <summary>The most sheets in one file: about a second's work.</summary>
    public const int MostSheets = 300;

    /// <summary>The kinds that the web form knows too, in the same order.</summary>
    private static readonly string[] Kinds = ["complaint", "suggestion", "praise", "view"];

    private string Municipality => organisation.Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "";

    /// <summary>The web form of the place, in the language: what the code holds.</summary>
    public string AddressOf(Unit place, Tongue tongue) => $"{url}/lamna?enhet={place.Slug}&lang={tongue.Code}";

    /// <param name="number">Null is a form without a number.</param>
    public FormSheet Form(Unit place, Tongue tongue, FormNumber? number = null)
    {
        var routine = RoutineAt(place);
        var isOpenToAnonymous = routine is null || routine.Anonymity.Mode == AnonymityMode.Accepted;
        var (heading, lead) = Words("form", place, tongue, routine, number) ?? (tongue["paper.title"], tongue["paper.lead"]);
        var phone = PhoneOf(place);
        return new FormSheet
        {
            Language = tongue.Html,
            Title = TitleOf("Blankett", tongue, number),
            Place = place.Name,
            Municipality = Municipality,
            Heading = heading,
            Lead = lead,
            Address = AddressOf(place, tongue),
            AtCode = tongue["paper.code"],
            KindQuestion = tongue["form.kind"],
            Kinds = [.. Kinds.Where(k => routine?.Kind(k) is not null || routine is null).Select(k => NameOf(k, tongue, routine))],
            PlaceQuestion = TakesCases(place) ? null : tongue["paper.where"],
            TextQuestion = tongue["form.text"],
            TextHint = HintOf(tongue),
            More = tongue["paper.more"],
            WhoQuestion = tongue["form.who"],
            Anonymous = isOpenToAnonymous ? tongue["paper.anonymous"] : null,
            Fields = [tongue["form.name"], tongue["form.phone"], tongue["form.email"], tongue["form.address"]],
            ReplyQuestion = tongue["paper.reply"],
            Replies = [tongue["paper.reply.no"], tongue["paper.reply.phone"], tongue["paper.reply.email"], tongue["paper.reply.letter"]],
            SendHeading = tongue["paper.send"],
            Send = [tongue["paper.hand"], tongue.Of("paper.web", $"{Shown(url)}/lamna"), .. phone is null ? [] : new[] { tongue.Of("paper.phone", Unbroken(phone)) }, .. PostTo(place).Count > 0 ? [tongue["paper.post"]] : Array.Empty<string>()],
            PostTo = PostTo(place),
            PromisesHeading = tongue["receipt.when"],
            Promises = [.. Promises(place, tongue, routine)],
            Small = [tongue.Of("paper.privacy", Municipality, $"{Shown(url)}/personuppgifter"), tongue["paper.danger"]],
            Note = NoteOf(tongue),
            Number = number?.ToString(),
            StaffAddress = number is null ? null : $"{url}/arenden/nytt?blankett={number}",
        };
    }

    /// <param name="isLarge">A3 instead of A4.</param>
    public PosterSheet Poster(Unit place, Tongue tongue, bool isLarge = false)
    {
        var routine = RoutineAt(place);
        var anonymous = routine is null || routine.Anonymity.Mode == AnonymityMode.Accepted ? $"\n\n{tongue["poster.anonymous"]}" : "";
        var (heading, lead) = Words("poster", place, tongue, routine, null) ?? (tongue["poster.title"], tongue["poster.lead"] + anonymous);
        var phone = PhoneOf(place);
        return new PosterSheet
        {
            Language = tongue.Html,
            Title = TitleOf(isLarge ? "Anslag A3" : "Anslag", tongue, null),
            Place = place.Name,
            Municipality = Municipality,
            Heading = heading,
            Lead = lead,
            Address = AddressOf(place, tongue),
            AtCode = tongue["poster.code"],
            Steps = [.. Enumerable.Range(1, 3).Select(n => (tongue[$"poster.step{n}"], tongue[$"poster.step{n}.about"]))],
            Ways = [$"{Shown(url)}/lamna", .. phone is null ? [] : new[] { tongue.Of("paper.phone", Unbroken(phone)) }, .. PostTo(place).Count > 0 ? [string.Join(", ", PostTo(place))] : Array.Empty<string>()],
            PromisesHeading = tongue["receipt.when"],
            Promises = [.. Promises(place, tongue, routine)],
            Note = NoteOf(tongue),
            IsLarge = isLarge,
        };
    }

    /// <summary>The sheets for places, each in every language and of every kind, in the order in which people read the organisation.</summary>
    /// <exception cref="RuleBroken">Nothing was chosen, too much, or a language that cannot be set.</exception>
    public IReadOnlyList<Sheet> Batch(IEnumerable<Unit> places, IEnumerable<string> languages, IEnumerable<SheetKind> kinds)
    {
        var (at, which, what) = (places.ToList(), languages.Distinct().ToList(), kinds.Distinct().Order().ToList());
        if (at.Count == 0 || which.Count == 0 || what.Count == 0) throw new RuleBroken("sheet-none", "Välj minst en plats, ett språk och ett slags blad.");
        if (which.Find(code => Tongue.All.All(t => t.Code != code)) is not null) throw new RuleBroken("form-language", "Välj språk som finns i listan.", "languages");
        if (which.Exists(code => Tongue.Find(code).Direction == "rtl")) throw NotInPdf();
        if ((long)at.Count * which.Count * what.Count is > MostSheets and var many) throw new RuleBroken("sheet-many", $"Det blir {many} blad, och en fil rymmer {MostSheets}. Välj färre platser eller språk.", "places");
        return [.. from place in at from kind in what from code in which select Of(place, Tongue.Find(code), kind)];
    }

    /// <summary>The forms of a printing, each with its number.</summary>
    /// <exception cref="RuleBroken">They are in a language that cannot be set in a PDF.</exception>
    public IReadOnlyList<Sheet> Numbered(Printing printing)
    {
        var tongue = Tongue.Find(printing.Language);
        if (tongue.Direction == "rtl") throw NotInPdf();
        return [.. printing.Forms.Select(f => Form(printing.Place, tongue, f.Number))];
    }

    private static RuleBroken NotInPdf() => new("sheet-script", "Arabiska går inte att göra som PDF. Öppna sidan och skriv ut den från webbläsaren.", "languages");

    public Sheet Of(Unit place, Tongue tongue, SheetKind kind) => kind == SheetKind.Form ? Form(place, tongue) : Poster(place, tongue, kind == SheetKind.LargePoster);

    /// <summary>What is promised, in sentences; at the end what is common to them: for which kinds, from when, and that we must be able to reach you.</summary>
    private IEnumerable<string> Promises(Unit place, Tongue tongue, Routine? routine)
    {
        var times = routine is null ? [] : PromisedTime.Of(routine, organisation.SlugsAbove(place.Id)).DistinctBy(t => (t.What, t.Length, t.From)).ToList();
        if (times.Count == 0)
        {
            yield return tongue["paper.soon"];
            yield break;
        }

        foreach (var about in times.GroupBy(t => (t.From, Kinds: string.Join('|', t.Kinds))))
        {
            yield return string.Join(' ', about.Select(t => tongue.Of($"promise.{t.What.ToString().ToLowerInvariant()}", tongue.Length(t.Length)))
                .Append(tongue[$"promise.from.{about.Key.From.ToString().ToLowerInvariant()}"])
                .Concat(about.First().Kinds is { Count: > 0 } kinds ? [tongue.Of("promise.kinds", string.Join(", ", kinds.Select(k => NameOf(k, tongue, routine))))] : []));
        }

        yield return tongue["paper.reachable"];
    }

    /// <summary>The municipality's own words, else the routine's, in this very language; null when there are none.</summary>
    private (string Heading, string Lead)? Words(string use, Unit place, Tongue tongue, Routine? routine, FormNumber? number)
    {
        var own = templates.Where(t => t.Use == use && t.Language == tongue.Code && t.Kind is null && (t.Regime is null || t.Regime == routine?.Regime)).OrderByDescending(t => t.Regime is null ? 0 : 1).ThenByDescending(t => t.Id).FirstOrDefault();
        if (own is not null) return (Fill(own.Subject), Fill(own.Text));
        return routine?.Templates.FirstOrDefault(t => t.Use == use && t.Language == tongue.Code && t.Kind is null) is { } theirs ? (Fill(theirs.Subject), Fill(theirs.Text)) : null;

        // Nobody handles it yet and no day is set: what a paper can say of them is nothing, and how long it takes.
        string Fill(string text) => TemplateWords.Fill(text, number?.ToString() ?? "", place.Name, "", LongestOf(place, tongue, routine), tongue["kind.view"].ToLower(tongue.Culture));
    }

    private string LongestOf(Unit place, Tongue tongue, Routine? routine) =>
        routine is not null && PromisedTime.Of(routine, organisation.SlugsAbove(place.Id)) is [.., var last] ? tongue.Length(last.Length) : "";

    private Routine? RoutineAt(Unit place) => organisation.RoutineAt(place.Id) is { } name ? routines.GetValueOrDefault(name) : null;

    private bool TakesCases(Unit place) => organisation.PlacesForCases().Any(u => u.Id == place.Id);

    private static string NameOf(string kind, Tongue tongue, Routine? routine) =>
        tongue.Code == "sv" && routine?.Kind(kind) is { } own ? own.Label : tongue.Has($"kind.{kind}") ? tongue[$"kind.{kind}"] : routine?.Kind(kind)?.Label ?? kind;

    /// <summary>The hint of the web form without its last sentence, which says how many characters a screen takes.</summary>
    private static string HintOf(Tongue tongue)
    {
        var hint = tongue["form.text.hint"];
        var last = hint.TrimEnd('.').LastIndexOf(". ", StringComparison.Ordinal);
        return last > 0 ? hint[..(last + 1)] : hint;
    }

    private string? PhoneOf(Unit place) => organisation.Line(place.Id).Select(u => u.Phone).FirstOrDefault(p => p is not null);

    private IReadOnlyList<string> PostTo(Unit place)
    {
        var line = organisation.Line(place.Id).ToList();
        if (line.Select(u => u.Address).FirstOrDefault(a => a is not null) is not { } address) return [];
        return [.. new[] { Municipality, place.Name }.Distinct(), .. address.Split('\n')];
    }

    private static string TitleOf(string what, Tongue tongue, FormNumber? number) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}, {TemplateWords.LanguageInSwedish(tongue.Code).ToLowerInvariant()}{(number is { } n ? $", {n}" : "")}");

    private static string? NoteOf(Tongue tongue) => tongue["state"] is { Length: > 0 } state ? state : null;

    private static string Unbroken(string phone) => phone.Replace(' ', '\u00a0').Replace('-', '\u2011');

    /// <summary>An address as people write it: without https.</summary>
    private static string Shown(string address) => address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..];
}
