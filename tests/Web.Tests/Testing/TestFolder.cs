namespace Gava.Web.Tests.Testing;

/// <summary>Folders for one run of the tests, all under one root that is removed when the run ends.</summary>
public static class TestFolder
{
    private const string Prefix = "gava-tests-";
    private static readonly Lazy<string> Root = new(MakeRoot);

    // The lock goes with the process however it dies. It tells the next run whose leftovers it may remove,
    // also when process numbers are reused or belong to another container.
    private static FileStream? _claim;

    /// <summary>A new empty folder.</summary>
    public static string New(string name) =>
        Directory.CreateDirectory(Path.Combine(Root.Value, $"{name}-{Guid.CreateVersion7():N}")).FullName;

    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A file still in use is no reason to fail a test; the next run sweeps.
        }
    }

    private static string MakeRoot()
    {
        Sweep();
        var root = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"{Prefix}{Guid.CreateVersion7():N}")).FullName;
        // PostgreSQL runs as another user than root and must be able to pass through.
        File.SetUnixFileMode(root, (UnixFileMode)0b111_101_101);
        _claim = new FileStream(Path.Combine(root, "claim"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(root);
        return root;
    }

    private static void Sweep()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*").Where(IsUnclaimed))
        {
            Remove(left);
        }
    }

    private static bool IsUnclaimed(string root)
    {
        try
        {
            // A root without a claim is being made by a run that starts at this moment.
            using var claim = new FileStream(Path.Combine(root, "claim"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
