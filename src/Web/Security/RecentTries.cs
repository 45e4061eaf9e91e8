using System.Collections.Concurrent;

namespace Gava.Web.Security;

/// <summary>How often something was tried of late, by whatever name the tries go: an address, a name.</summary>
public sealed class RecentTries(TimeProvider clock)
{
    private const int MostNames = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> tries = new();

    /// <summary>How many times in the last ten minutes.</summary>
    public int Count(string name)
    {
        if (!tries.TryGetValue(name, out var times)) return 0;
        lock (times)
        {
            while (times.Count > 0 && clock.GetUtcNow() - times.Peek() > Window) times.Dequeue();
            return times.Count;
        }
    }

    public void Add(string name)
    {
        if (tries.Count > MostNames) tries.Clear();
        var times = tries.GetOrAdd(name, _ => new());
        lock (times)
        {
            times.Enqueue(clock.GetUtcNow());
        }
    }
}
