using System.CommandLine;
using Gava.Operations.Vault;

namespace Gava.Web.Commands;

/// <summary><c>gava vault rotate</c>: leaves the old key at once, instead of within the hour that a server would take.</summary>
internal static class VaultCommand
{
    public static Command Make()
    {
        var rotate = new Command("rotate", "Låser om allt som den gamla nyckeln har låst.");
        rotate.SetAction(async (_, cancellation) =>
        {
            await using var services = await Tools.OpenAsync();
            if (!services.GetRequiredService<VaultCipher>().IsLeavingAKey)
            {
                return Tools.Say("Ange den nya nyckeln i Gava__Vault__Key och den gamla i Gava__Vault__OldKey eller Gava__Vault__OldKeyFile.", Tools.Refused);
            }

            var rotated = await services.GetRequiredService<VaultRotation>().RotateAsync(cancellation);
            Tools.Say($"{rotated.Rewrapped} {(rotated.Rewrapped == 1 ? "nyckel är omlåst" : "nycklar är omlåsta")}.");
            return rotated.Unopened == 0 ? Tools.Say("Den gamla nyckeln behövs bara för äldre säkerhetskopior.")
                : Tools.Say($"{rotated.Unopened} går inte att öppna med någon av nycklarna. Se vilka med: gava check", Tools.Refused);
        });
        return new Command("vault", "Valvet.") { rotate };
    }
}
