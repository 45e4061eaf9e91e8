using System.CommandLine;
using Gava.Domain.People;
using Gava.Operations.People;
using Gava.Operations.Routines;

namespace Gava.Web.Commands;

/// <summary><c>gava organisation import</c>: places from a CSV file.</summary>
internal static class OrganisationCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "CSV med kolumnerna slug,name,parent,routine." };
        var import = new Command("import", "Lägger in enheter; kända ändras, ingen tas bort.") { file };
        import.SetAction(async (asked, cancellation) =>
        {
            if (!File.Exists(asked.GetValue(file))) return Tools.Say($"Filen {asked.GetValue(file)} finns inte.", Tools.Refused);
            var (lines, fault) = ReadLines(await File.ReadAllLinesAsync(asked.GetValue(file)!, cancellation));
            if (fault is not null) return Tools.Say(fault, Tools.Refused);
            await using var services = await Tools.OpenAsync();
            var routines = (await services.GetRequiredService<RoutineBook>().AllAsync(cancellation)).Select(r => r.Name).ToList();
            var (added, changed) = await services.GetRequiredService<OrganisationDesk>().ImportAsync(lines, routines, Person.System);
            return Tools.Say($"{added} nya enheter, {changed} ändrade.");
        });
        return new Command("organisation", "Organisationen.") { import };
    }

    private static (List<UnitLine> Lines, string? Fault) ReadLines(string[] rows)
    {
        List<UnitLine> lines = [];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Trim().Length == 0) continue;
            var cells = Cells(rows[i]);
            if (i == 0 && cells is ["slug", "name", ..]) continue;
            if (cells.Count is < 2 or > 4) return (lines, $"Rad {i + 1}: skriv slug,name,parent,routine.");
            lines.Add(new UnitLine(i + 1, cells[0], cells[1], Optional(cells, 2), Optional(cells, 3)));
        }

        return lines.Count == 0 ? (lines, "Filen har inga enheter.") : (lines, null);
    }

    private static string? Optional(List<string> cells, int at) => cells.Count > at && cells[at].Length > 0 ? cells[at] : null;

    /// <summary>The cells of a row; quotes around a cell may hold commas, two quotes are one (RFC 4180).</summary>
    private static List<string> Cells(string row)
    {
        List<string> cells = [];
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.Length; i++)
        {
            if (quoted && row[i] == '"' && i + 1 < row.Length && row[i + 1] == '"') cell.Append(row[i++]);
            else if (row[i] == '"') quoted = !quoted;
            else if (row[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else cell.Append(row[i] == '\uFEFF' ? "" : row[i].ToString());
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
