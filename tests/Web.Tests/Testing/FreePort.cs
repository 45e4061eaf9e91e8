using System.Net;
using System.Net.Sockets;

namespace Gava.Web.Tests.Testing;

/// <summary>Ports of the loopback address that nothing listens on.</summary>
public static class FreePort
{
    /// <summary>One that was free a moment ago. Another program can take it first, so a caller tries again when that happens.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
