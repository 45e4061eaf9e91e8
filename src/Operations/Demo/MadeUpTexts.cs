using System.Globalization;
using System.Text;
using Gava.Domain.Cases;

namespace Gava.Operations.Demo;

/// <summary>
/// What the citizens and the staff of the made-up municipality write. The same <see cref="Random"/> gives the same texts. Nobody in
/// them exists; about every fifth text that a citizen writes holds personal data of somebody who does not.
/// </summary>
internal static partial class MadeUpTexts
{
    private static readonly (string PartOfSlug, Theme Theme)[] Themes =
    [
        ("boendestod", Support()), ("socialpsykiatri", Support()), ("gruppboende", GroupHome()), ("traffpunkt", MeetingPlace()),
        ("hemtjanst", HomeCare()), ("aldreomsorg", HomeCare()), ("kok", Kitchen()), ("barn-och-familj", Families()),
        ("ekonomiskt-bistand", Assistance()), ("dagverksamhet", DayCentre()), ("park", Streets()), ("gata", Streets()),
        ("lokalvard", Cleaning()), ("vaktmast", Caretaking()), ("internservice", Caretaking()),
    ];

    private static readonly Theme TheCleaning = Cleaning();
    private static readonly Theme Anything = General();

    private static readonly Dictionary<string, string> Spoken = new(StringComparer.Ordinal)
    {
        ["de"] = "dom",
        ["dem"] = "dom",
        ["något"] = "nåt",
        ["någon"] = "nån",
        ["sedan"] = "sen",
        ["mig"] = "mej",
        ["sådant"] = "sånt",
        ["förrän"] = "förrens",
        ["kronor"] = "kr",
        ["minuter"] = "min",
        ["mycket"] = "mkt",
    };

    /// <summary>What a citizen said, of the kinds complaint, suggestion, praise, view, question and faultReport.</summary>
    public static string Said(Random chance, string unitSlug, string kind)
    {
        var theme = ThemeOf(unitSlug);
        var voice = VoiceOf(chance, theme);
        var pen = new Pen(chance, voice == Voice.Old ? Cast.Self : chance.Among(theme.Casts));
        var holdsPersonalData = chance.Next(5) == 0;
        if (kind != "complaint") Remark(pen, chance, theme, kind, voice, holdsPersonalData);
        else if (voice == Voice.Learner) ComplainSimply(pen, chance, theme, holdsPersonalData);
        else Complain(pen, chance, theme, voice, holdsPersonalData);
        return voice == Voice.Hasty && !holdsPersonalData ? Hastily(chance, pen.ToString()) : pen.ToString();
    }

    /// <summary>Name and one to three ways to be reached.</summary>
    public static Complainant Person(Random chance)
    {
        var person = MadeUpPerson.Any(chance);
        var ways = chance.Next(1, 8);
        return new Complainant
        {
            Name = person.Name,
            Email = (ways & 1) != 0 ? person.Email(chance) : null,
            Phone = (ways & 2) != 0 ? MadeUpPerson.Phone(chance) : null,
            Address = (ways & 4) != 0 ? MadeUpPlaces.PostalAddress(chance) : null,
        };
    }

    private static Theme ThemeOf(string unitSlug)
    {
        if (unitSlug == "stad") return TheCleaning;
        foreach (var (part, theme) in Themes)
            if (unitSlug.Contains(part, StringComparison.Ordinal)) return theme;
        return Anything;
    }

    private static Voice VoiceOf(Random chance, Theme theme) => chance.Next(100) switch
    {
        < 30 => Voice.Plain,
        < 45 => Voice.Angry,
        < 56 => Voice.Careful,
        < 65 => Voice.Chatty,
        < 74 => Voice.Terse,
        < 82 => theme.SuitsTheOld ? Voice.Old : Voice.Plain,
        < 90 => Voice.Learner,
        _ => Voice.Hasty,
    };

    private static void Complain(Pen pen, Random chance, Theme theme, Voice voice, bool holdsPersonalData)
    {
        if (holdsPersonalData && chance.Next(2) == 0) pen.NameTheOther();
        if (voice != Voice.Terse && chance.Next(10) < 6) pen.Say(Openings[voice]);
        if (voice != Voice.Terse && !pen.Cast.IsSelf && chance.Next(3) == 0) pen.Say(AboutSomebody);
        pen.Say(theme.Complaints);
        if (voice == Voice.Angry && chance.Next(2) == 0) pen.RaiseVoice();
        var tellsWho = holdsPersonalData && chance.Next(5) < 3;
        if (tellsWho) pen.Say(theme.IsAboutPeople && chance.Next(2) == 0 ? OfThePerson : OfStaff);
        if (voice != Voice.Terse) Elaborate(pen, chance, theme, voice);
        if (chance.Next(10) < (voice == Voice.Terse ? 3 : 5)) pen.Say(chance.Next(2) == 0 ? theme.Wishes : GeneralWishes);
        if (holdsPersonalData && (!tellsWho || chance.Next(4) == 0)) pen.Say(ReachMe);
        End(pen, chance, voice, holdsPersonalData);
    }

    private static void Elaborate(Pen pen, Random chance, Theme theme, Voice voice)
    {
        if (chance.Next(10) < 5) pen.Say(theme.Details);
        if (voice == Voice.Careful && chance.Next(2) == 0) pen.Say(Reservations);
        if (chance.Next(100) < (voice is Voice.Chatty or Voice.Angry ? 35 : 15) && pen.Say(AndMore)) pen.Say(theme.Complaints);
        if (chance.Next(10) < 5) pen.Say(theme.Consequences);
        if (voice == Voice.Angry && chance.Next(10) < 6) pen.Say(Outbursts);
        if (voice == Voice.Chatty && chance.Next(2) == 0) pen.Say(Asides);
        if (chance.Next(4) == 0) pen.Say(Earlier);
    }

    private static void ComplainSimply(Pen pen, Random chance, Theme theme, bool holdsPersonalData)
    {
        if (chance.Next(2) == 0) pen.Say(Openings[Voice.Learner]);
        pen.Say(theme.Simple);
        if (chance.Next(3) == 0) pen.Say(theme.Simple);
        pen.Say(LearnerEnds);
        if (chance.Next(3) == 0) pen.Say(LearnerEnds);
        if (holdsPersonalData) pen.Say(ReachMe);
    }

    /// <summary>Anything but a complaint. An unknown kind is a view.</summary>
    private static void Remark(Pen pen, Random chance, Theme theme, string kind, Voice voice, bool holdsPersonalData)
    {
        if (!KindOpenings.ContainsKey(kind)) kind = "view";
        if (holdsPersonalData && chance.Next(2) == 0) pen.NameTheOther();
        if (voice != Voice.Terse && chance.Next(10) < 6) pen.Say(KindOpenings[kind]);
        var lines = kind switch
        {
            "suggestion" => theme.Suggestions,
            "praise" => theme.Praise,
            "question" => theme.Questions,
            "faultReport" => theme.Faults,
            _ => theme.Views,
        };
        pen.Say(lines);
        var praisesOne = holdsPersonalData && kind == "praise" && chance.Next(3) != 0;
        if (praisesOne) pen.Say(OfPraisedStaff);
        if (voice == Voice.Chatty) pen.Say(lines);
        if (chance.Next(10) < (voice == Voice.Terse ? 4 : 8)) pen.Say(KindEnds[kind]);
        if (voice is Voice.Careful or Voice.Angry && chance.Next(3) == 0) pen.Say(KindEnds[kind]);
        if (holdsPersonalData && (!praisesOne || chance.Next(4) == 0)) pen.Say(ReachMe);
        if (holdsPersonalData && chance.Next(2) == 0) pen.Say(Signatures);
    }

    private static void End(Pen pen, Random chance, Voice voice, bool holdsPersonalData)
    {
        if (holdsPersonalData && chance.Next(2) == 0) pen.Say(Signatures);
        else if (voice == Voice.Old && chance.Next(2) == 0) pen.Say(OldGoodbyes);
        else if (voice is not (Voice.Terse or Voice.Old) && chance.Next(6) == 0) pen.Say(Goodbyes);
    }

    /// <summary>As one writes on a telephone with one thumb.</summary>
    private static string Hastily(Random chance, string text)
    {
        var (small, spoken, noCommas) = (chance.Next(2) == 0, chance.Next(3) != 0, chance.Next(3) == 0);
        var hasty = new StringBuilder(text.Length);
        foreach (var word in text.Split(' '))
        {
            if (hasty.Length > 0) hasty.Append(' ');
            var core = word.TrimEnd('.', ',', '!', '?');
            var end = noCommas ? word[core.Length..].Replace(",", "", StringComparison.Ordinal) : word[core.Length..];
            hasty.Append(spoken && Spoken.TryGetValue(core, out var said) ? said : core).Append(end);
        }

        if (small) hasty[0] = char.ToLower(hasty[0], CultureInfo.InvariantCulture);
        return hasty.ToString();
    }
}
