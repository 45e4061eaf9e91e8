using System.CommandLine;
using System.Text;
using Gava.Domain;
using Gava.Domain.People;
using Gava.Operations.People;

namespace Gava.Web.Commands;

/// <summary><c>gava user add|reset|list</c>: people; the password is read from standard input.</summary>
internal static class UserCommand
{
    public static Command Make() => new("user", "Medarbetare.") { Add(), Reset(), List() };

    private static Command Add()
    {
        var name = new Argument<string>("name") { Description = "Användarnamnet." };
        var role = new Option<string>("--role") { Description = "Rollen, till exempel UnitManager eller enhetschef.", Required = true };
        var unit = new Option<string>("--unit") { Description = "Enhetens adressnamn.", Required = true };
        var fullName = new Option<string?>("--full-name") { Description = "Hela namnet." };
        var title = new Option<string?>("--title") { Description = "Titeln." };
        var email = new Option<string?>("--email") { Description = "E-postadressen." };
        var from = new Option<string?>("--from") { Description = "Första dagen." };
        var until = new Option<string?>("--until") { Description = "Sista dagen, för en vikarie." };
        var command = new Command("add", "Lägger till en person, eller ger en känd person en roll till.") { name, role, unit, fullName, title, email, from, until };
        command.SetAction(async (asked, cancellation) =>
        {
            if (RoleOf(asked.GetValue(role)!) is not { } wanted)
            {
                return Tools.Say($"Rollen finns inte. Rollerna är {string.Join(", ", Enum.GetNames<Role>())}.", Tools.WrongUsage);
            }

            if (!DayOf(asked.GetValue(from), out var first) || !DayOf(asked.GetValue(until), out var last)) return Tools.Say("Dagar skrivs som 2026-05-04.", Tools.WrongUsage);
            await using var services = await Tools.OpenAsync();
            var known = (await services.GetRequiredService<OrganisationBook>().NowAsync(cancellation)).Person(asked.GetValue(name)!);
            var password = known is null && wanted != Role.Service ? Password() : null;
            await services.GetRequiredService<OrganisationDesk>().AddPersonAsync(asked.GetValue(name)!, asked.GetValue(fullName) ?? asked.GetValue(name)!,
                asked.GetValue(title) ?? wanted.Swedish(), asked.GetValue(email), wanted, asked.GetValue(unit)!, password, Person.System, first, last);
            return Tools.Say($"{asked.GetValue(name)} är {Lower(wanted)} på {asked.GetValue(unit)}.");
        });
        return command;
    }

    private static Command Reset()
    {
        var name = new Argument<string>("name") { Description = "Användarnamnet." };
        var command = new Command("reset", "Sätter ett nytt lösenord; alla inloggningar avslutas.") { name };
        command.SetAction(async (asked, _) =>
        {
            await using var services = await Tools.OpenAsync();
            await services.GetRequiredService<SignInDesk>().SetPasswordAsync(asked.GetValue(name)!, Password(), Person.System);
            return Tools.Say("Lösenordet är bytt.");
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Alla personer och deras roller.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var services = await Tools.OpenAsync();
            var organisation = await services.GetRequiredService<OrganisationBook>().NowAsync(cancellation);
            foreach (var person in organisation.People.OrderBy(p => p.UserName, StringComparer.Ordinal))
            {
                var roles = organisation.RolesOf(person.Id).Select(r => $"{r.Role}@{organisation.Unit(r.UnitId)?.Slug}{(r.Until is { } until ? $"(till {until:yyyy-MM-dd})" : "")}");
                Console.Out.WriteLine($"{person.UserName}\t{person.Name}\t{string.Join(" ", roles)}");
            }

            return Tools.Done;
        });
        return command;
    }

    /// <summary>The first line of standard input.</summary>
    private static string Password()
    {
        if (!Console.IsInputRedirected) Console.Error.Write("Lösenord: ");
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        return input.ReadLine() is { Length: > 0 } password ? password : throw new RuleBroken("password-short", "Skriv lösenordet på standard in. Det ska ha minst 12 tecken.");
    }

    private static Role? RoleOf(string text) => Enum.GetValues<Role>()
        .Where(r => string.Equals(r.ToString(), text.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            || string.Equals(r.Swedish(), text, StringComparison.OrdinalIgnoreCase))
        .Select(r => (Role?)r).FirstOrDefault();

    private static bool DayOf(string? text, out DateOnly? day)
    {
        day = null;
        if (text is null) return true;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var read)) return false;
        day = read;
        return true;
    }

    private static string Lower(Role role) => Text.Swedish.Lower(role.Swedish());
}
