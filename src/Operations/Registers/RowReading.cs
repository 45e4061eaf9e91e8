using System.Globalization;
using System.Text;
using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Documents;

namespace Gava.Operations.Registers;

/// <summary>What is wrong with a row, and what would be right.</summary>
/// <param name="Row">As the file counts, from 1; 0 is the whole file.</param>
/// <param name="Column">The heading; null is the whole row.</param>
/// <param name="Sentence">In Swedish. It never repeats what stands in the cell.</param>
public sealed record RowFault(int Row, string? Column, string Sentence)
{
    public override string ToString() => Row == 0 ? Sentence : Column is null ? $"Rad {Row}: {Sentence}" : $"Rad {Row}, {Column}: {Sentence}";
}

/// <summary>A row that has been read.</summary>
/// <param name="Number">What the older register calls it; null where it has no numbers.</param>
/// <param name="Cells">All that stands in it, heading by heading.</param>
public sealed record ReadRow(int Row, string? Number, Unit Unit, OldCase Old, IReadOnlyList<(string Heading, string Words)> Cells);

/// <summary>What rows are read against: the municipality as it is.</summary>
internal sealed record RegisterWorld(Organisation Organisation, IReadOnlyDictionary<string, (Routine Routine, WorkingCalendar Calendar)> Routines, Func<Unit, bool> MayImportTo, Guid By, DateTime Now)
{
    private readonly Dictionary<string, Unit?> units = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Person?> people = new(StringComparer.OrdinalIgnoreCase);

    public DateOnly Today => StockholmTime.DateOf(Now);

    /// <summary>By slug or name; null when nothing or more than one thing is called that.</summary>
    public Unit? Unit(string words)
    {
        if (units.TryGetValue(words, out var known)) return known;
        var places = Organisation.PlacesForCases().ToList();
        var named = places.Where(u => u.Name.Equals(words, StringComparison.OrdinalIgnoreCase)).ToList();
        return units[words] = places.Find(u => u.Slug.Equals(words, StringComparison.OrdinalIgnoreCase)) ?? (named.Count == 1 ? named[0] : null);
    }

    /// <summary>Somebody who works here, by user name or full name; null when nobody or more than one is called that.</summary>
    public Person? Person(string words)
    {
        if (people.TryGetValue(words, out var known)) return known;
        var named = Organisation.People.Where(p => p is { IsService: false, IsActive: true }
            && (p.UserName.Equals(words, StringComparison.OrdinalIgnoreCase) || p.Name.Equals(words, StringComparison.OrdinalIgnoreCase))).ToList();
        return people[words] = named.Count == 1 ? named[0] : null;
    }
}

/// <summary>Reads one row by the map. Everything that is wrong with it is named, not only the first thing.</summary>
internal sealed class RowReading(RegisterMap map, IReadOnlyList<(string Heading, int Column)> headings, string fileHash, RegisterWorld world)
{
    private static readonly Dictionary<string, string> FieldsOfRules = new(StringComparer.Ordinal)
    {
        ["receivedAt"] = RegisterField.ArrivedAt,
        ["kind"] = RegisterField.Kind,
        ["channel"] = RegisterField.Channel,
        ["unit"] = RegisterField.Unit,
        ["text"] = RegisterField.Text,
        ["email"] = RegisterField.Email,
        ["phone"] = RegisterField.Phone,
        ["name"] = RegisterField.Name,
        ["address"] = RegisterField.Address,
        ["measure"] = RegisterField.Measure,
        ["reply"] = RegisterField.Reply,
        ["registeredAt"] = RegisterField.RegisteredAt,
        ["contactedAt"] = RegisterField.ContactedAt,
        ["repliedAt"] = RegisterField.RepliedAt,
        ["closedAt"] = RegisterField.ClosedAt,
    };

    private readonly Dictionary<string, string> fieldOf = map.Columns.GroupBy(c => c.Heading).ToDictionary(g => g.Key, g => g.First().Field);
    private readonly Dictionary<string, (string Heading, int Column)> placeOf = map.Columns
        .Where(c => c.Field is not (RegisterField.Keep or RegisterField.Skip))
        .SelectMany(c => headings.Where(h => h.Heading == c.Heading).Select(h => (c.Field, h))).GroupBy(c => c.Field).ToDictionary(g => g.Key, g => g.First().h);

    /// <summary>Null when the row is empty, or has faults.</summary>
    public ReadRow? Read(int number, object?[] cells, List<RowFault> faults)
    {
        if (cells.All(c => c is null)) return null;
        var before = faults.Count;
        foreach (var (heading, column) in headings.Where(h => h.Column < cells.Length && cells[h.Column] is CellFault && fieldOf.GetValueOrDefault(h.Heading) != RegisterField.Skip))
        {
            faults.Add(new(number, heading, "Formeln i cellen går inte att räkna ut. Skriv värdet i stället."));
        }

        var unit = UnitOf(number, cells, faults);
        var arrived = MomentOf(RegisterField.ArrivedAt, number, cells, faults);
        if (arrived is null && faults.Count == before) faults.Add(Fault(number, RegisterField.ArrivedAt, "Dagen då det kom in saknas. Fyll i den."));
        var routine = unit is null || world.Organisation.RoutineAt(unit.Id) is not { } name || !world.Routines.TryGetValue(name, out var known) ? null : known.Routine;
        if (unit is null || routine is null || arrived is null) return null;
        var old = Compose(number, cells, unit, routine, arrived.Value, faults);
        if (old is null || faults.Count > before || !Holds(number, old, routine, world.Routines[routine.Name].Calendar, unit, faults)) return null;
        return new(number, TextOf(RegisterField.Number, cells), unit, old, [.. headings.Select(h => (h.Heading, WordsOf(h.Column < cells.Length ? cells[h.Column] : null)))]);
    }

    /// <summary>The same, with the texts in two editions, ready to be written.</summary>
    public static OldCase Masked(OldCase old, Organisation organisation, DateOnly day)
    {
        var people = PeopleInCase.Of(organisation, old.News.UnitId, day, old.News.Complainant.Name, old.News.Relation);
        // What was said comes first, so that people are numbered as a reader meets them.
        var text = people.Mask(old.News.Text.Original);
        var (measure, reply, kept) = (Mask(old.Measure), Mask(old.Reply), Mask(old.Kept));
        return old with { News = old.News with { Text = text, People = people.All }, Measure = measure, Reply = reply, Kept = kept };

        Words? Mask(Words? words) => words is null ? null : people.Mask(words.Original);
    }

    private OldCase? Compose(int number, object?[] cells, Unit unit, Routine routine, DateTime arrived, List<RowFault> faults)
    {
        var registered = MomentOf(RegisterField.RegisteredAt, number, cells, faults);
        var contacted = MomentOf(RegisterField.ContactedAt, number, cells, faults);
        var replied = MomentOf(RegisterField.RepliedAt, number, cells, faults);
        var closed = MomentOf(RegisterField.ClosedAt, number, cells, faults);
        var kind = CodeOf(RegisterField.Kind, number, cells, faults, w => RegisterWords.KindOf(w, routine), c => routine.Kind(c) is not null, routine.Kinds.Select(k => k.Label)) ?? "complaint";
        var channel = CodeOf(RegisterField.Channel, number, cells, faults, w => RegisterWords.ChannelOf(w, routine), c => routine.Channel(c) is not null, routine.Channels.Select(c => c.Label)) ?? "form";
        var category = CodeOf(RegisterField.Category, number, cells, faults, w => RegisterWords.CategoryOf(w, routine), c => RegisterWords.CategoryOf(c, routine) is not null,
            routine.Categories.SelectMany(t => t.Categories).Select(c => c.Label), mayBeKept: true);
        var status = CodeOf(RegisterField.Status, number, cells, faults, RegisterWords.StatusOf, c => c is RegisterWords.Open or RegisterWords.Closed, ["Öppet", "Avslutat"]);
        if (status == RegisterWords.Closed && closed is null) closed = replied;
        if (status == RegisterWords.Closed && closed is null) faults.Add(Fault(number, RegisterField.Status, "Ärendet är avslutat, men ingen dag säger när. Fyll i dagen då det avslutades."));
        if (status == RegisterWords.Open && closed is not null) faults.Add(Fault(number, RegisterField.Status, "Ärendet är öppet, men har en dag då det avslutades. Rätta det ena."));
        var (responsible, receiver) = (PersonOf(RegisterField.Responsible, cells), PersonOf(RegisterField.ReceivedBy, cells));
        var person = new Complainant { Name = TextOf(RegisterField.Name, cells), Phone = TextOf(RegisterField.Phone, cells), Email = TextOf(RegisterField.Email, cells), Address = TextOf(RegisterField.Address, cells) };
        var kept = Kept(cells, responsible is not null, receiver is not null, category is not null);
        return new OldCase
        {
            News = new NewCase
            {
                Text = Words.Plain(TextOf(RegisterField.Text, cells) ?? ""),
                Kind = kind,
                Channel = channel,
                UnitId = unit.Id,
                ArrivedAt = arrived,
                ReceivedBy = receiver?.Id ?? world.By,
                Complainant = person,
                IsAnonymous = person.IsEmpty,
                WantsReply = person.CanBeReached,
            },
            Source = string.Create(CultureInfo.InvariantCulture, $"{fileHash};{number}"),
            RegisteredAt = registered,
            ContactedAt = contacted,
            RepliedAt = replied,
            ClosedAt = closed,
            ResponsibleId = responsible?.Id,
            Measure = Optional(RegisterField.Measure, cells),
            Reply = Optional(RegisterField.Reply, cells),
            Categories = category?.Split('=') is [var tree, var code] ? [(tree, code)] : [],
            Kept = kept.Length == 0 ? null : Words.Plain(kept),
        };
    }

    /// <summary>The rules of the domain itself, asked before anything is written.</summary>
    private bool Holds(int number, OldCase old, Routine routine, WorkingCalendar calendar, Unit unit, List<RowFault> faults)
    {
        try
        {
            if (old.Kept is { } kept && kept.Original.Length > NewCase.LongestText) throw new RuleBroken("text-too-long", "Raden har för mycket text utanför de kolumner som Gåva känner till. Låt en kolumn bli text eller åtgärd.");
            _ = Case.Import(1, old, routine, calendar, new Change(world.By, world.Now), world.Organisation.SlugsAbove(unit.Id));
            return true;
        }
        catch (RuleBroken broken)
        {
            faults.Add(FieldsOfRules.TryGetValue(broken.Field ?? "", out var field) ? Fault(number, field, broken.Message) : new(number, null, broken.Message));
            return false;
        }
    }

    private Unit? UnitOf(int number, object?[] cells, List<RowFault> faults)
    {
        var words = TextOf(RegisterField.Unit, cells);
        var unit = words is null ? map.Constant(RegisterField.Unit) is { } constant ? world.Unit(constant) : null : world.Unit(map.Meaning(RegisterField.Unit, words) ?? words);
        if (unit is null) faults.Add(Fault(number, RegisterField.Unit, words is null ? "Enheten saknas. Fyll i den, eller välj en enhet för alla rader." : "Ingen enhet heter så. Skriv enhetens namn som i organisationen, eller välj vad ordet betyder."));
        else if (!world.MayImportTo(unit)) faults.Add(Fault(number, RegisterField.Unit, "Du kan inte lägga in ärenden på den enheten. Be någon som arbetar med registret där."));
        else return unit;
        return null;
    }

    private string? CodeOf(string field, int number, object?[] cells, List<RowFault> faults, Func<string, string?> understood, Func<string, bool> isKnown, IEnumerable<string> choices, bool mayBeKept = false)
    {
        if (TextOf(field, cells) is not { } words)
        {
            if (map.Constant(field) is not { } constant) return null;
            if (isKnown(constant)) return constant;
            faults.Add(Fault(number, field, $"Det som är valt för alla rader finns inte på enheten. Välj bland {string.Join(", ", choices)}."));
            return null;
        }

        if (map.Meaning(field, words) is { } meant && (meant.Length == 0 || isKnown(meant))) return meant.Length == 0 ? null : meant;
        if (understood(words) is { } code) return code;
        if (!mayBeKept) faults.Add(Fault(number, field, $"Ordet går inte att förstå. Välj vad det betyder, eller skriv {string.Join(", ", choices)}."));
        return null;
    }

    private DateTime? MomentOf(string field, int number, object?[] cells, List<RowFault> faults)
    {
        if (Cell(field, cells) is not { } cell || cell is CellFault) return null;
        if (RegisterDates.Read(cell, map.DateFormats) is { } moment) return moment;
        faults.Add(Fault(number, field, "Dagen går inte att läsa. Skriv den som 2025-03-31."));
        return null;
    }

    private Person? PersonOf(string field, object?[] cells) => TextOf(field, cells) is { } words ? world.Person(words) : null;

    private Words? Optional(string field, object?[] cells) => TextOf(field, cells) is { } words ? Words.Plain(words) : null;

    private object? Cell(string field, object?[] cells) => placeOf.TryGetValue(field, out var place) && place.Column < cells.Length ? cells[place.Column] : null;

    private string? TextOf(string field, object?[] cells) => WordsOf(Cell(field, cells)) is { Length: > 0 } words ? words : null;

    private RowFault Fault(int number, string field, string sentence) => new(number, placeOf.TryGetValue(field, out var place) ? place.Heading : null, sentence);

    /// <summary>A line for each column that Gåva has no field for, and for each person and category that it does not know.</summary>
    private string Kept(object?[] cells, bool hasResponsible, bool hasReceiver, bool hasCategory)
    {
        List<(string, string)> lines = [];
        foreach (var (heading, column) in headings)
        {
            var field = fieldOf.GetValueOrDefault(heading, RegisterField.Keep);
            var isKept = field switch
            {
                RegisterField.Keep or RegisterField.Number => true,
                RegisterField.Responsible => !hasResponsible,
                RegisterField.ReceivedBy => !hasReceiver,
                RegisterField.Category => !hasCategory,
                _ => false,
            };
            if (isKept && column < cells.Length && WordsOf(cells[column]) is { Length: > 0 } words) lines.Add((heading, words));
        }

        return KeptLines.Write(lines);
    }

    /// <summary>A cell in words: days as ISO 8601, numbers as Swedes write them.</summary>
    private static string WordsOf(object? cell) => cell switch
    {
        null or CellFault => "",
        string text => text.ReplaceLineEndings("\n"),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.GetCultureInfo("sv-SE")),
        bool yes => yes ? "ja" : "nej",
        _ => cell.ToString() ?? "",
    };
}

/// <summary>How a journal line holds cells: "Rubrik: värde", and the further lines of a value begin with two spaces.</summary>
internal static class KeptLines
{
    public static string Write(IEnumerable<(string Heading, string Words)> cells)
    {
        var text = new StringBuilder();
        foreach (var (heading, words) in cells) text.Append(text.Length > 0 ? "\n" : "").Append(heading).Append(": ").Append(words.Replace("\n", "\n  ", StringComparison.Ordinal));
        return text.ToString();
    }

    /// <summary>What stands under the heading; null when nothing does.</summary>
    public static string? Read(string? text, string heading)
    {
        if (text is null) return null;
        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, l => l.StartsWith($"{heading}: ", StringComparison.Ordinal));
        if (first < 0) return null;
        var more = lines.Skip(first + 1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l[2..]);
        return string.Join('\n', [lines[first][(heading.Length + 2)..], .. more]);
    }
}
