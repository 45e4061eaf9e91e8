using System.Security.Cryptography;
using System.Text;
using Gava.Domain.Deadlines;
using Gava.Operations.Gateways;
using Microsoft.Extensions.Logging;

namespace Gava.Operations.Intake;

/// <summary>
/// Takes in what waits in a mailbox of Microsoft 365, as from a Maildir. A message is marked as read when its case is durable; what could
/// not be taken stays unread and is tried again.
/// </summary>
public sealed class GraphFolder(GraphMailbox mailbox, MailIntake intake, TimeProvider clock, ILogger<GraphFolder> log)
{
    private const int AtATime = 200;

    // So many refusals one after the other are no longer about the message.
    private const int MostRefusals = 3;

    private DateTime notBefore;

    /// <summary>A job's round; gives how many messages were taken.</summary>
    /// <exception cref="GraphRefused">Something stayed there; what could be taken is taken.</exception>
    public async Task<int> EmptyAsync(CancellationToken cancellation = default)
    {
        if (!mailbox.IsOn || StockholmTime.Now(clock) < notBefore) return 0;
        var (taken, refusals) = (0, 0);
        GraphRefused? fault = null;
        try
        {
            foreach (var message in await mailbox.UnreadAsync(AtATime, cancellation))
            {
                try
                {
                    if (await TakeAsync(message, cancellation)) taken++;
                    refusals = 0;
                }
                catch (GraphRefused refused) when (refused.Wait is null && ++refusals < MostRefusals)
                {
                    fault = refused;
                }
            }
        }
        catch (GraphRefused refused)
        {
            if (refused.Wait is { } wait) notBefore = StockholmTime.Now(clock) + wait;
            fault = refused;
        }

        if (fault is null) return taken;
        log.LogWarning("Microsoft 365 refused: {Status}", fault.Message);
        throw fault;
    }

    private async Task<bool> TakeAsync(GraphMessage message, CancellationToken cancellation)
    {
        try
        {
            if (await mailbox.RawAsync(message, cancellation) is not { } raw) return false;
            var mail = await intake.TakeAsync(raw, message.ArrivedAt, NameOf(message), cancellation);
            await mailbox.DoneAsync(message, cancellation);
            log.LogInformation("A mail became part of {Case}", mail.Reference);
            return true;
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or GraphRefused))
        {
            log.LogError("A mail in Microsoft 365 could not be taken: {Fault}", fault.GetType().Name);
            return false;
        }
    }

    /// <summary>By its id, not by its bytes: Exchange may write the same message anew each time that it is asked.</summary>
    private static Guid NameOf(GraphMessage message) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"graph:{message.Id}")).AsSpan(0, 16));
}
