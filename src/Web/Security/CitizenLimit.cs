namespace Gava.Web.Security;

/// <summary>
/// What the public doors bear from one address in ten minutes. Twenty wrong codes, and guessing stops; the right code always opens, also from
/// there (contract: /folj). Forms are never refused: beyond sixty each waits a little longer, two seconds at most.
/// </summary>
public sealed class CitizenLimit(TimeProvider clock)
{
    private const int WrongCodes = 20;
    private const int FreeForms = 60;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private readonly RecentTries wrong = new(clock);
    private readonly RecentTries forms = new(clock);

    public bool IsGuessing(string address) => wrong.Count(address) >= WrongCodes;

    public void WrongCode(string address) => wrong.Add(address);

    /// <summary>Waits as long as the flood asks for.</summary>
    public Task SlowDownAsync(string address, CancellationToken cancellation)
    {
        forms.Add(address);
        var over = forms.Count(address) - FreeForms;
        return over <= 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(Math.Min(over * 20, Longest.TotalMilliseconds)), cancellation);
    }
}
