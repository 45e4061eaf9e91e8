using System.Diagnostics;

namespace Gava.Web.Tests.Operations.Documents;

/// <summary>Reads QR codes off a printed page as a telephone would: a picture of the paper, and another people's reader (zbar).</summary>
internal static class Codes
{
    /// <summary>What the codes on the first page hold, sorted.</summary>
    public static IReadOnlyList<string> In(byte[] pdf)
    {
        var path = Path.Combine(Path.GetTempPath(), $"gava-{Guid.CreateVersion7():N}");
        File.WriteAllBytes(path + ".pdf", pdf);
        try
        {
            Run("pdftoppm", "-r", "150", "-f", "1", "-l", "1", "-singlefile", "-png", path + ".pdf", path);
            return [.. Run("zbarimg", "--quiet", "--raw", path + ".png").Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        }
        finally
        {
            File.Delete(path + ".pdf");
            File.Delete(path + ".png");
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
