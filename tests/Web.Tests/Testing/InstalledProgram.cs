namespace Gava.Web.Tests.Testing;

/// <summary>Programs of this machine, as a shell would find them.</summary>
public static class InstalledProgram
{
    /// <summary>The full path, or null when it is not installed.</summary>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
