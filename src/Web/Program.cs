using System.CommandLine;
using Gava.Web.Commands;
using Gava.Web.Security;

// Words go to standard error, data to standard output; both in UTF-8 whatever the terminal believes.
Console.OutputEncoding = new System.Text.UTF8Encoding(false);

// Without a verb, or with only settings (--urls …), the program serves.
if (args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"))) args = ["serve", .. args];

var root = new RootCommand("Gåva: tar emot, besvarar och lär av synpunkter och klagomål.")
{
    ServeCommand.Make(), MigrateCommand.Make(), SeedCommand.Make(), RoutineCommand.Make(), CalendarCommand.Make(), MaskCommand.Make(), MailCommand.Make(),
    OrganisationCommand.Make(), UserCommand.Make(), KeyCommand.Make(), AuditCommand.Make(), CheckCommand.Make(), RoutesCommand.Make(),
    VaultCommand.Make(), BackupCommand.Make(), RestoreCommand.Make(), ImportCommand.Make(), ExportCommand.Make(),
};
var asked = root.Parse(args);
if (asked.Errors.Count > 0)
{
    foreach (var error in asked.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Skriv gava --help för att se vad som går att göra.");
    return 2;
}

try
{
    // The server stops itself when it is asked to: it lets what waits be written, takes the time that takes, and ends with 0.
    return await asked.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (SettingsFault fault)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}
catch (Gava.Domain.RuleBroken broken)
{
    Console.Error.WriteLine(broken.Message);
    return 1;
}

catch (System.Data.Common.DbException fault)
{
    // The library's message may hold the address with its password, so its kind must do.
    Console.Error.WriteLine($"Databasen i Gava__Database svarar inte som den ska ({fault.GetType().Name} {fault.SqlState}). Se efter att den finns, går att nå och är hel.");
    return 1;
}

/// <summary>The program: pages, API, jobs and command line behind one name.</summary>
public partial class Program;
