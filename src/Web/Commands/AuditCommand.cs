using System.CommandLine;
using Gava.Operations.History;

namespace Gava.Web.Commands;

/// <summary><c>gava audit verify</c>: walks the journal's chain and names the first link that does not hold; <c>gava audit anchor</c>: where it stands, to keep elsewhere.</summary>
internal static class AuditCommand
{
    public static Command Make()
    {
        var kept = new Option<string?>("--anchors") { Description = "Fil med ankare, ett på varje rad, som de skrevs av gava audit anchor eller i loggen." };
        var verify = new Command("verify", "Kontrollerar att ingen rad i journalen har ändrats.") { kept };
        verify.SetAction(async (asked, cancellation) =>
        {
            if (Kept(asked.GetValue(kept)) is not { } anchors) return Tools.Say("Filen med ankare finns inte, eller har inga. Ett ankare skrivs av: gava audit anchor", Tools.WrongUsage);
            await using var services = await Tools.OpenAsync();
            var verdict = await services.GetRequiredService<JournalCheck>().VerifyAsync(cancellation, anchors);
            if (verdict.Fault is { } fault)
            {
                Console.Out.WriteLine(fault);
                return Tools.Refused;
            }

            return Tools.Say($"Journalen är hel: {verdict.Lines} rader.{(anchors.Count == 0 ? "" : $" Den går genom alla {anchors.Count} ankare.")}");
        });
        var anchor = new Command("anchor", "Skriver var journalen står, för att sparas någon annanstans.");
        anchor.SetAction(async (_, cancellation) =>
        {
            await using var services = await Tools.OpenAsync();
            if (await services.GetRequiredService<JournalCheck>().AnchorAsync(cancellation) is not { } now) return Tools.Say("Journalen är tom.", Tools.Refused);
            Console.Out.WriteLine(now);
            return Tools.Done;
        });
        return new Command("audit", "Journalen.") { verify, anchor };
    }

    /// <summary>The anchors in a file; none without one; null when the file has none or is not there.</summary>
    private static List<JournalAnchor>? Kept(string? file)
    {
        if (file is null) return [];
        if (!File.Exists(file)) return null;
        var anchors = File.ReadLines(file).Select(JournalAnchor.Parse).OfType<JournalAnchor>().ToList();
        return anchors.Count == 0 ? null : anchors;
    }
}
