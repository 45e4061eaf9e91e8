namespace Gava.Web.Security;

/// <summary>
/// Slows down guessing: ten wrong passwords in ten minutes for one name from one address, fifty from one address. The owner,
/// elsewhere, is not locked out (ASVS V6.3.1).
/// </summary>
public sealed class SignInLimit(TimeProvider clock)
{
    private readonly RecentTries failures = new(clock);

    public bool IsSlowed(string address, string userName) => failures.Count(address) >= 50 || failures.Count(Key(address, userName)) >= 10;

    public void Failed(string address, string userName)
    {
        failures.Add(address);
        failures.Add(Key(address, userName));
    }

    /// <summary>The name as sign-in reads it, so that a space does not make another of it; a huge one is kept short.</summary>
    private static string Key(string address, string userName)
    {
        var name = userName.Trim().ToLowerInvariant();
        return $"{address} {(name.Length > 200 ? name[..200] : name)}";
    }
}
