using Gava.Operations.Documents;

namespace Gava.Operations.Registers;

/// <summary>
/// Guesses a map from what a file's headings and cells say. A guess is where a person begins: nothing is taken in by it alone.
/// </summary>
public static class MapGuess
{
    private const int LookedAt = 30;
    private const int Sampled = 200;

    /// <param name="name">What to call the register; the file's name may hold anything and is not asked.</param>
    public static RegisterMap Of(TableFile file, string name)
    {
        var best = file.Sheets.SelectMany(s => s.Rows.Take(LookedAt).Select((row, i) => (Sheet: s, Row: i + 1, Known: Known(row), Filled: row.Count(c => c is string))))
            .OrderByDescending(c => c.Known).ThenByDescending(c => Math.Min(c.Filled, 6)).ThenByDescending(c => c.Sheet.Rows.Count).FirstOrDefault();
        if (best.Sheet is null) return new() { Register = name };
        return Columns(new RegisterMap { Register = name, Sheet = best.Sheet.Name.Length > 0 ? best.Sheet.Name : null, HeaderRow = best.Row }, best.Sheet);
    }

    /// <summary>The same sheet and row of headings, with its columns guessed anew.</summary>
    public static RegisterMap Columns(RegisterMap map, TableSheet sheet)
    {
        HashSet<string> taken = [];
        List<MappedColumn> columns = [];
        foreach (var (heading, column) in Headings(sheet, map.HeaderRow))
        {
            var cells = sheet.Rows.Skip(map.HeaderRow).Where(r => r.Length > column && r[column] is not null).Take(Sampled).Select(r => r[column]).ToList();
            var field = FieldOf(heading, cells, map.DateFormats);
            columns.Add(new(heading, field is not null && taken.Add(field) ? field : RegisterField.Keep));
        }

        return map with { Columns = columns };
    }

    /// <summary>The headings of a sheet with their columns, each with a name of its own.</summary>
    public static IReadOnlyList<(string Heading, int Column)> Headings(TableSheet sheet, int headerRow)
    {
        if (headerRow > sheet.Rows.Count) return [];
        var row = sheet.Rows[headerRow - 1];
        var width = sheet.Rows.Skip(headerRow - 1).Select(r => r.Length).DefaultIfEmpty().Max();
        List<(string Heading, int Column)> headings = [];
        for (var i = 0; i < width; i++)
        {
            var said = i < row.Length ? string.Join(' ', (row[i]?.ToString() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : "";
            if (said.Length == 0 && sheet.Rows.Skip(headerRow).All(r => r.Length <= i || r[i] is null)) continue;
            if (said.Length == 0) said = $"Kolumn {LetterOf(i)}";
            if (said.Length > 100) said = said[..100];
            var name = said;
            for (var number = 2; headings.Any(h => h.Heading == name); number++) name = $"{said} ({number})";
            headings.Add((name, i));
        }

        return headings;
    }

    /// <summary>As a spreadsheet calls a column, 0 being A.</summary>
    public static string LetterOf(int column) => (column >= 26 ? LetterOf((column / 26) - 1) : "") + (char)('A' + (column % 26));

    private static int Known(object?[] row) => row.OfType<string>().Where(c => c.Length <= 40).Select(c => ByHeading(c)).OfType<string>().Distinct().Count();

    private static string? ByHeading(string heading)
    {
        var plain = RegisterWords.Plain(heading);
        var all = RegisterField.All.SelectMany(f => f.Headings.Select(h => (f.Code, Heading: h))).ToList();
        if (all.FirstOrDefault(h => h.Heading == plain) is { Code: { } exact }) return exact;
        return all.Where(h => h.Heading.Length > 2 && plain.StartsWith(h.Heading, StringComparison.Ordinal) && plain.Length < h.Heading.Length + 20 && !char.IsLetter(plain[h.Heading.Length]))
            .OrderByDescending(h => h.Heading.Length).Select(h => h.Code).FirstOrDefault();
    }

    /// <summary>What the heading says, if the cells do not say otherwise.</summary>
    private static string? FieldOf(string heading, List<object?> cells, IReadOnlyList<string> formats)
    {
        var field = ByHeading(heading);
        if (field is null || cells.Count == 0) return field;
        var dates = cells.Count(c => RegisterDates.Read(c, formats) is not null) * 2 >= cells.Count;
        if (RegisterField.Dates.Contains(field) && !dates)
        {
            var statuses = cells.Count(c => c is string words && RegisterWords.StatusOf(words) is not null) * 2 > cells.Count;
            return field == RegisterField.ClosedAt && statuses ? RegisterField.Status : field == RegisterField.RepliedAt ? RegisterField.Reply : null;
        }

        return dates ? field switch
        {
            RegisterField.Status => RegisterField.ClosedAt,
            RegisterField.Reply => RegisterField.RepliedAt,
            RegisterField.Text => null,
            _ => field,
        } : field;
    }
}
