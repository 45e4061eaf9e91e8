using System.CommandLine;
using System.Security.Cryptography;
using Gava.Domain;
using Gava.Domain.People;
using Gava.Operations.Documents;
using Gava.Operations.People;
using Gava.Operations.Registers;

namespace Gava.Web.Commands;

/// <summary><c>gava import</c>: an older register by a map, or the lines that another installation wrote.</summary>
internal static class ImportCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Ett gammalt register (.xlsx, .csv, .tsv), eller rader från gava export (.jsonl)." };
        var map = new Option<string?>("--map") { Description = "Kartan, en JSON-fil (docs/registers.md). Utan den skrivs ett förslag till karta." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Provar allt och skriver inget." };
        var by = new Option<string?>("--by") { Description = "Vem som lägger in: användarnamn. Den personens rätt gäller." };
        var command = new Command("import", "Lägger in ett gammalt register, med dagar och lägen.") { file, map, dryRun, by };
        command.SetAction((asked, cancellation) => BackupCommand.RunAsync(async () =>
        {
            var name = asked.GetValue(file)!;
            if (!File.Exists(name)) return Tools.Say("Filen finns inte.", Tools.Refused);
            await using var services = await Tools.OpenAsync();
            Viewer? viewer = null;
            if (asked.GetValue(by) is { } userName)
            {
                var book = services.GetRequiredService<OrganisationBook>();
                if ((await book.NowAsync(cancellation)).Person(userName) is not { } person) return Tools.Say("Ingen har det användarnamnet. Se vilka som finns: gava user list", Tools.Refused);
                viewer = await book.ViewerAsync(person.Id, cancellation);
                if (!viewer.MayImport) throw new RuleBroken("import-not-yours", "Det är den som arbetar med registret som kan lägga in en gammal lista.");
            }

            if (asked.GetValue(map) is null && IsLines(name)) return await LinesAsync(services, name, viewer, asked.GetValue(dryRun), cancellation);
            if (new FileInfo(name).Length > TableFile.Largest) return Tools.Say("Filen är för stor. Den får ha högst 64 MB. Dela den i två.", Tools.Refused);
            var content = await File.ReadAllBytesAsync(name, cancellation);
            var table = TableFile.Read(content);
            if (asked.GetValue(map) is not { } wanted)
            {
                Console.Out.WriteLine(MapGuess.Of(table, "Det gamla registret").ToJson());
                return Tools.Say("Filen behöver en karta. Förslaget ovan går att spara, rätta och använda: gava import FIL --map KARTA", Tools.Refused);
            }

            if (!File.Exists(wanted)) return Tools.Say("Kartan finns inte.", Tools.Refused);
            return await TableAsync(services, content, table, RegisterMap.Parse(await File.ReadAllTextAsync(wanted, cancellation)), viewer, asked.GetValue(dryRun), cancellation);
        }));
        return command;
    }

    private static async Task<int> TableAsync(ServiceProvider services, byte[] content, TableFile table, RegisterMap map, Viewer? viewer, bool dryRun, CancellationToken cancellation)
    {
        var desk = services.GetRequiredService<RegisterImport>();
        var plan = await desk.PlanAsync(viewer, content, table, map, cancellation);
        if (plan.Faults.Count > 0) return Refuse(plan.Faults);
        if (dryRun) return Tell(plan.New.Count, plan.There, plan.Changed, plan.Repeated, "skulle läggas in");
        var receipt = await desk.ImportAsync(viewer, plan, Progress(), cancellation);
        return Tell(receipt.Added, receipt.There, receipt.Changed, receipt.Repeated, "lades in");
    }

    private static async Task<int> LinesAsync(ServiceProvider services, string name, Viewer? viewer, bool dryRun, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(name);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        var (receipt, faults) = await services.GetRequiredService<RegisterLines>().ImportAsync(() => File.ReadLines(name), hash, viewer?.Id ?? Person.System, dryRun, Progress(), cancellation);
        return faults.Count > 0 ? Refuse(faults) : Tell(receipt.Added, receipt.There, receipt.Changed, receipt.Repeated, dryRun ? "skulle läggas in" : "lades in");
    }

    private static bool IsLines(string name)
    {
        using var reader = new StreamReader(name);
        var buffer = new char[1];
        return reader.Read(buffer) == 1 && buffer[0] == '{';
    }

    private static int Refuse(IReadOnlyList<RowFault> faults)
    {
        foreach (var fault in faults) Console.Out.WriteLine(fault);
        return Tools.Say($"Inget är inlagt. {(faults.Count == 1 ? "Ett fel" : $"{faults.Count} fel")} att rätta.", Tools.Refused);
    }

    private static int Tell(int added, int there, IReadOnlyList<int> changed, IReadOnlyList<int> repeated, string done)
    {
        if (changed.Count > 0) Console.Out.WriteLine($"Ändrade i filen sedan de lades in, och lämnade som de är: rad {string.Join(", ", changed)}.");
        if (repeated.Count > 0) Console.Out.WriteLine($"Samma som en rad ovanför, och hoppades över: rad {string.Join(", ", repeated)}.");
        return Tools.Say($"{added} ärenden {done}. {there} fanns redan.");
    }

    private static Action<int>? Progress() => Console.IsErrorRedirected ? null : done => Console.Error.Write($"\r{done} ");
}
