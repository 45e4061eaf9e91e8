namespace Gava.Operations.Database;

/// <summary>It does not exist, or not for this viewer: the same answer (R-SEC-01).</summary>
public sealed class NotFound : Exception;

/// <summary>Somebody changed the case since it was shown. Nothing was written; what was typed must be kept.</summary>
public sealed class StaleWrite : Exception;
