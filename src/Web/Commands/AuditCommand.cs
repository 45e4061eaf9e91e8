using System.CommandLine;
using Gava.Operations.History;

namespace Gava.Web.Commands;

/// <summary><c>gava audit verify</c>: walks the journal's chain and names the first link that does not hold.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var verify = new Command("verify", "Kontrollerar att ingen rad i journalen har ändrats.");
        verify.SetAction(async (_, cancellation) =>
        {
            await using var services = await Tools.OpenAsync();
            var verdict = await services.GetRequiredService<JournalCheck>().VerifyAsync(cancellation);
            if (verdict.Fault is { } fault)
            {
                Console.Out.WriteLine(fault);
                return Tools.Refused;
            }

            return Tools.Say($"Journalen är hel: {verdict.Lines} rader.");
        });
        return new Command("audit", "Journalen.") { verify };
    }
}
