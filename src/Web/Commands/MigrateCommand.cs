using System.CommandLine;
using Gava.Operations.Database;

namespace Gava.Web.Commands;

/// <summary><c>gava migrate</c>: brings the database to this version.</summary>
internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Uppdaterar databasen till den här versionen.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var services = Tools.Services();
            var databases = services.GetRequiredService<Databases>();
            await databases.MigrateAsync(cancellation);
            await Tools.PrepareAsync(services);
            return Tools.Say("Databasen är i den här versionen.");
        });
        return command;
    }
}
