using System.Collections.Concurrent;

namespace Gava.Web.Security;

/// <summary>
/// Slows down guessing: ten wrong passwords in ten minutes for one name from one address, fifty from one address. The owner,
/// elsewhere, is not locked out (ASVS V6.3.1).
/// </summary>
public sealed class SignInLimit(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> failures = new();

    public bool IsSlowed(string address, string userName) => Count(address) >= 50 || Count(Key(address, userName)) >= 10;

    public void Failed(string address, string userName)
    {
        Add(address);
        Add(Key(address, userName));
    }

    /// <summary>The name as sign-in reads it, so that a space does not make another of it; a huge one is kept short.</summary>
    private static string Key(string address, string userName)
    {
        var name = userName.Trim().ToLowerInvariant();
        return $"{address} {(name.Length > 200 ? name[..200] : name)}";
    }

    private int Count(string key)
    {
        if (!failures.TryGetValue(key, out var times)) return 0;
        lock (times)
        {
            while (times.Count > 0 && clock.GetUtcNow() - times.Peek() > Window) times.Dequeue();
            return times.Count;
        }
    }

    private void Add(string key)
    {
        if (failures.Count > 50_000) failures.Clear();
        var times = failures.GetOrAdd(key, _ => new());
        lock (times)
        {
            times.Enqueue(clock.GetUtcNow());
        }
    }
}
