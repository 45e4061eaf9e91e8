using System.CommandLine;
using Gava.Domain.People;
using Gava.Operations.People;

namespace Gava.Web.Commands;

/// <summary><c>gava key add|revoke</c>: API keys. A key is printed once.</summary>
internal static class KeyCommand
{
    public static Command Make() => new("key", "API-nycklar.") { Add(), Revoke() };

    private static Command Add()
    {
        var user = new Option<string>("--user") { Description = "Vems nyckeln är.", Required = true };
        var command = new Command("add", "Gör en nyckel och skriver den en gång.") { user };
        command.SetAction(async (asked, _) =>
        {
            await using var services = await Tools.OpenAsync();
            Console.Out.WriteLine(await services.GetRequiredService<SignInDesk>().IssueKeyAsync(asked.GetValue(user)!, Person.System));
            return Tools.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var user = new Option<string>("--user") { Description = "Vems nycklar.", Required = true };
        var command = new Command("revoke", "Stänger alla nycklar som personen eller systemet har.") { user };
        command.SetAction(async (asked, _) =>
        {
            await using var services = await Tools.OpenAsync();
            var revoked = await services.GetRequiredService<SignInDesk>().RevokeKeysAsync(asked.GetValue(user)!, Person.System);
            return Tools.Say($"{revoked} nycklar stängda.", revoked == 0 ? Tools.Refused : Tools.Done);
        });
        return command;
    }
}
