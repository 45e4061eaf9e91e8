using Gava.Operations.Database;
using Gava.Operations.Jobs;

namespace Gava.Web.Security;

/// <summary>Whether the server can do its work: database reached and migrated, key there, disk writable, jobs running, demo whole.</summary>
public sealed class Readiness(Databases databases, Schedule schedule, GavaSettings settings)
{
    /// <summary>Set when the start is over: migrated, routines in, and in the demo its cases made.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Null when ready, else what is missing, in a word for whoever runs the server.</summary>
    public async Task<string?> MissingAsync(CancellationToken cancellation)
    {
        if (!IsWhole) return "starting";
        if (schedule.LastRound is { } last && Environment.TickCount64 - last > 120_000) return "jobs";
        try
        {
            if ((await databases.PendingAsync(cancellation)).Count > 0) return "migrations";
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return "database";
        }

        return DiskIsWritable() ? null : "disk";
    }

    private bool DiskIsWritable()
    {
        try
        {
            var probe = Path.Combine(settings.Data, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
