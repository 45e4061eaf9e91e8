namespace Gava.Web.Tests.Testing;

/// <summary>The source tree that the tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder that holds Gava.slnx.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "Gava.slnx")))
            {
                return above.FullName;
            }
        }

        throw new InvalidOperationException($"{folder} is not inside a checkout of Gåva.");
    }
}
