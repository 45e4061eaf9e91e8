using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gava.Operations.People;

/// <summary>Who somebody turned out to be, the stamp that their sessions live by, and this session.</summary>
public sealed record SignedIn(Guid PersonId, Guid Stamp, Guid Session);

/// <summary>
/// Local accounts and API keys. Passwords are PBKDF2-HMAC-SHA512 with 210,000 rounds (OWASP). A second way of signing in adds
/// rows with another provider; pages and rights do not notice.
/// </summary>
public sealed class SignInDesk(Databases databases, WriteGate gate, OrganisationBook organisations, TimeProvider clock)
{
    private const int Rounds = 210_000;
    private static readonly PasswordHasher<Person> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    // A user name that does not exist must take as long as one that does.
    private static readonly Lazy<string> NobodysHash = new(() => Hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));
    private readonly ConcurrentDictionary<Guid, (Guid Stamp, long ReadAt)> stamps = new();
    private readonly ConcurrentDictionary<Guid, (bool HasEnded, long ReadAt)> sessions = new();
    private readonly ConcurrentDictionary<string, (Guid PersonId, long ReadAt)> keys = new();

    /// <summary>The person, or null when name or password is wrong, or the person has left.</summary>
    public async Task<SignedIn?> SignInAsync(string userName, string password, CancellationToken cancellation = default)
    {
        if (userName.Length > 200 || password.Length > 500) return null;
        await using var database = databases.ForSystem();
        // No name has control characters, and PostgreSQL would not take them.
        var subject = userName.Any(char.IsControl) ? "" : userName.Trim().ToLowerInvariant();
        var found = await database.SignIns.FirstOrDefaultAsync(s => s.Provider == SignIn.Local && s.Subject == subject, cancellation);
        var right = Hasher.VerifyHashedPassword(null!, found?.SecretHash ?? NobodysHash.Value, password) != PasswordVerificationResult.Failed;
        if (!right || found is null) return null;
        var person = (await organisations.NowAsync(cancellation)).Person(found.PersonId);
        return person is { IsActive: true, IsService: false } ? new(person.Id, await StampAsync(person.Id, cancellation), Guid.CreateVersion7()) : null;
    }

    /// <summary>Ends one session for good: whoever has kept its cookie is signed out too (ASVS V7.4.1).</summary>
    public async Task SignOutAsync(Guid session)
    {
        await gate.WriteAsync(null, async database =>
        {
            if (await database.DoneRequests.AnyAsync(r => r.Id == session)) return;
            database.DoneRequests.Add(new DoneRequest { Id = session, At = StockholmTime.Now(clock) });
        });
        sessions[session] = (true, Environment.TickCount64);
    }

    /// <summary>True when the session was signed out; another process hears of it within a second.</summary>
    public async ValueTask<bool> HasEndedAsync(Guid session, CancellationToken cancellation = default)
    {
        if (sessions.TryGetValue(session, out var known) && (known.HasEnded || Environment.TickCount64 - known.ReadAt < 1000)) return known.HasEnded;
        await using var database = databases.ForSystem();
        var hasEnded = await database.DoneRequests.AnyAsync(r => r.Id == session, cancellation);
        if (sessions.Count > 10_000) sessions.Clear();
        sessions[session] = (hasEnded, Environment.TickCount64);
        return hasEnded;
    }

    /// <summary>True while nobody has set a new password or changed the roles since the session began.</summary>
    public async ValueTask<bool> HoldsAsync(Guid personId, Guid stamp, CancellationToken cancellation = default)
    {
        if (stamps.TryGetValue(personId, out var known) && Environment.TickCount64 - known.ReadAt < 1000) return known.Stamp == stamp;
        var now = await StampAsync(personId, cancellation);
        stamps[personId] = (now, Environment.TickCount64);
        return now == stamp;
    }

    /// <summary>The person or service that the key belongs to, or null.</summary>
    public async ValueTask<Guid?> PersonOfKeyAsync(string key, CancellationToken cancellation = default)
    {
        if (key.Length is < 8 or > 200) return null;
        var hash = HashKey(key);
        var name = Convert.ToHexString(hash);
        if (keys.TryGetValue(name, out var known) && Environment.TickCount64 - known.ReadAt < 1000) return known.PersonId;
        await using var database = databases.ForSystem();
        var person = await database.ApiKeys.Where(k => k.Hash == hash && k.RevokedAt == null).Select(k => (Guid?)k.PersonId).FirstOrDefaultAsync(cancellation);
        if (person is { } id) keys[name] = (id, Environment.TickCount64);
        else keys.TryRemove(name, out _);
        return person;
    }

    /// <summary>Sets a password of at least 12 characters and ends every session of the person.</summary>
    public Task SetPasswordAsync(string userName, string password, Guid by) =>
        gate.WriteAsync(null, async database =>
        {
            var person = await PersonAsync(database, userName);
            if (password.Length is < 12 or > 500) throw new RuleBroken("password-short", "Lösenordet ska ha minst 12 tecken. En mening är lätt att minnas.", "password");
            await PutPasswordAsync(database, person, password);
            database.Write(new Event(EventKind.PasswordSet, new Change(by, StockholmTime.Now(clock)), subject: person.UserName));
        });

    /// <summary>Makes a key; only its hash is kept, so it is shown once.</summary>
    public async Task<string> IssueKeyAsync(string userName, Guid by, string? given = null)
    {
        var key = given ?? "gava_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await gate.WriteAsync(null, async database =>
        {
            var person = await PersonAsync(database, userName);
            var now = StockholmTime.Now(clock);
            database.ApiKeys.Add(new ApiKey { PersonId = person.Id, Hash = HashKey(key), CreatedAt = now });
            database.Write(new Event(EventKind.KeyIssued, new Change(by, now), subject: person.UserName));
        });
        return key;
    }

    /// <summary>How many keys were revoked.</summary>
    public Task<int> RevokeKeysAsync(string userName, Guid by) =>
        gate.WriteAsync(null, async database =>
        {
            var person = await PersonAsync(database, userName);
            var now = StockholmTime.Now(clock);
            var live = await database.ApiKeys.Where(k => k.PersonId == person.Id && k.RevokedAt == null).ToListAsync();
            foreach (var key in live) key.RevokedAt = now;
            if (live.Count > 0) database.Write(new Event(EventKind.KeyRevoked, new Change(by, now), subject: person.UserName));
            return live.Count;
        });

    /// <summary>A new password hash and a new stamp, inside a write.</summary>
    internal static async Task PutPasswordAsync(GavaDatabase database, Person person, string password)
    {
        var signIn = await database.SignIns.FirstOrDefaultAsync(s => s.Provider == SignIn.Local && s.Subject == person.UserName);
        if (signIn is null)
        {
            signIn = new SignIn { PersonId = person.Id, Subject = person.UserName };
            database.SignIns.Add(signIn);
        }

        signIn.SecretHash = Hasher.HashPassword(person, password);
        await NewStampAsync(database, person.Id);
    }

    /// <summary>Ends the person's sessions: roles or password are no longer what they were.</summary>
    internal static async Task NewStampAsync(GavaDatabase database, Guid personId)
    {
        var stamp = await database.SessionStamps.FirstOrDefaultAsync(s => s.PersonId == personId);
        if (stamp is null) database.SessionStamps.Add(new SessionStamp { PersonId = personId, Stamp = Guid.CreateVersion7() });
        else stamp.Stamp = Guid.CreateVersion7();
    }

    internal static string HashOf(string password) => Hasher.HashPassword(null!, password);

    private static byte[] HashKey(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private async Task<Guid> StampAsync(Guid personId, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        return await database.SessionStamps.Where(s => s.PersonId == personId).Select(s => s.Stamp).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<Person> PersonAsync(GavaDatabase database, string userName)
    {
        var name = userName.Trim().ToLowerInvariant();
        return await database.People.FirstOrDefaultAsync(p => p.UserName == name)
            ?? throw new RuleBroken("person-unknown", $"Det finns ingen som heter {name} här.", "userName");
    }
}
