namespace Gava.Operations.Gateways;

/// <summary>Outgoing mail. Without a host, mail waits in the outbox.</summary>
public sealed record MailSettings
{
    public string? Host { get; init; }

    public int Port { get; init; } = 25;

    public string? User { get; init; }

    public string? Password { get; init; }

    public bool StartTls { get; init; }

    /// <summary>The municipality's sender.</summary>
    public string From { get; init; } = "gava@localhost";
}
