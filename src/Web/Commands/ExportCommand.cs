using System.CommandLine;
using System.Text;
using Gava.Domain.Deadlines;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Registers;

namespace Gava.Web.Commands;

/// <summary><c>gava export</c>: all cases on standard output, as JSON lines, CSV or Excel. The register's part alone.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var format = new Option<string>("--format") { Description = "jsonl, csv eller xlsx.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv", "xlsx");
        var unit = new Option<string?>("--unit") { Description = "Bara en enhet, med dem under den: adressnamnet." };
        var columns = new Option<string?>("--columns") { Description = "En karta: samma kolumner som i det gamla registret." };
        var command = new Command("export", "Skriver alla ärenden, utan personuppgifterna i valvet.") { format, unit, columns };
        command.SetAction(async (asked, cancellation) =>
        {
            var map = asked.GetValue(columns);
            if (map is not null && asked.GetValue(format) == "jsonl") return Tools.Say("--columns hör till --format csv eller xlsx.", Tools.WrongUsage);
            if (map is not null && !File.Exists(map)) return Tools.Say("Kartan finns inte.", Tools.Refused);
            var read = map is null ? null : RegisterMap.Parse(await File.ReadAllTextAsync(map, cancellation));
            await using var services = await Tools.OpenAsync();
            var organisation = await services.GetRequiredService<OrganisationBook>().NowAsync(cancellation);
            var place = organisation.Unit(asked.GetValue(unit));
            if (asked.GetValue(unit) is not null && place is null) return Tools.Say("Ingen enhet har det adressnamnet.", Tools.Refused);
            await using var output = Console.OpenStandardOutput();
            if (asked.GetValue(format) == "jsonl")
            {
                await using var lines = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                return Tools.Say($"{await services.GetRequiredService<RegisterLines>().WriteAsync(lines, place, cancellation)} ärenden.");
            }

            using ITableWriter table = asked.GetValue(format) == "csv" ? new CsvWriter(output)
                : new SheetWriter(output, "Ärenden", "Gåva", StockholmTime.Now(services.GetRequiredService<TimeProvider>()));
            await services.GetRequiredService<RegisterExport>().WriteAllAsync(table, place, read, cancellation);
            return Tools.Done;
        });
        return command;
    }
}
