namespace Gava.Operations.Backups;

/// <summary>A backup that is not written or not restored. The message is one Swedish sentence that says why, without personal data.</summary>
public sealed class BackupRefused(string message) : Exception(message);
