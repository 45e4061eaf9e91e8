namespace Gava.Operations.Gateways;

/// <summary>Outgoing mail. Without a host, mail waits in the outbox.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    public string? User { get; init; }

    public string? Password { get; init; }

    public bool StartTls { get; init; }

    /// <summary>How long a server may be silent before the mail is tried later.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The municipality's sender.</summary>
    public string From { get; init; } = "gava@localhost";
}
