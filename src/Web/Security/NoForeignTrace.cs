using System.Diagnostics;

namespace Gava.Web.Security;

/// <summary>
/// Takes nothing of a caller's trace into ours, and hands none on: baggage and trace state are words that somebody else chose, and would go
/// with every activity that a program watching Gåva can read.
/// </summary>
public sealed class NoForeignTrace : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => [];

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) => (traceId, traceState) = (null, null);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
