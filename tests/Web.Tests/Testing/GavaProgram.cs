namespace Gava.Web.Tests.Testing;

/// <summary>The program under test: the one that the build lays beside the tests, or, to measure it as it is installed, the one that <c>GAVA_PROGRAM</c> names.</summary>
internal static class GavaProgram
{
    public static string[] Command { get; } = ["dotnet", System.Environment.GetEnvironmentVariable("GAVA_PROGRAM") ?? Path.Combine(AppContext.BaseDirectory, "gava.dll")];

    /// <summary>The given settings, and none that the tests themselves were started with: a run must not depend on the shell.</summary>
    public static Dictionary<string, string?> Environment(IReadOnlyDictionary<string, string?> settings)
    {
        var environment = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("Gava__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT")
            .ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return environment;
    }
}
