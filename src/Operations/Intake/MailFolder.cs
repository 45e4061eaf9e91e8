using Microsoft.Extensions.Logging;

namespace Gava.Operations.Intake;

/// <summary>Where mail comes in.</summary>
/// <param name="Maildir">A Maildir that a mail fetcher fills; null when there is none.</param>
public sealed record MailInbox(string? Maildir);

/// <summary>
/// Empties a Maildir: what is in <c>new</c> is taken in and moved to <c>cur</c>, seen. A message that could not be taken stays where it is and is
/// tried again; it stops no other.
/// </summary>
public sealed class MailFolder(MailInbox inbox, MailIntake intake, ILogger<MailFolder> log)
{
    private const int AtATime = 200;

    /// <summary>A job's round; gives how many messages were taken.</summary>
    public async Task<int> EmptyAsync(CancellationToken cancellation = default)
    {
        if (inbox.Maildir is not { } folder || Path.Combine(folder, "new") is not { } waiting || !Directory.Exists(waiting)) return 0;
        var seen = Directory.CreateDirectory(Path.Combine(folder, "cur")).FullName;
        var taken = 0;
        foreach (var file in Directory.EnumerateFiles(waiting).Order(StringComparer.Ordinal).Take(AtATime).ToList())
        {
            try
            {
                var raw = await File.ReadAllBytesAsync(file, cancellation);
                var mail = await intake.TakeAsync(raw, File.GetLastWriteTimeUtc(file), cancellation: cancellation);
                // Taken twice, should the move fail, it is one case all the same.
                File.Move(file, Path.Combine(seen, Path.GetFileName(file) + ":2,S"), overwrite: true);
                log.LogInformation("A mail became part of {Case}", mail.Reference);
                taken++;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The name of the file could hold anything; the kind of fault does not.
                log.LogError("A mail in the Maildir could not be taken: {Fault}", fault.GetType().Name);
            }
        }

        return taken;
    }
}
