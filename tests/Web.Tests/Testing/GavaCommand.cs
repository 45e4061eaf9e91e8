namespace Gava.Web.Tests.Testing;

/// <summary>What a command of the program came to.</summary>
/// <param name="ExitCode">0 done, 1 refused or found wanting, 2 wrong usage.</param>
/// <param name="StandardOutput">Data, lines ended with a line feed.</param>
/// <param name="StandardError">Words.</param>
public sealed record GavaCommand(int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Runs <c>gava</c> with arguments as given, in a folder of its own, and waits for it to end.</summary>
    public static async Task<GavaCommand> Run(
        IEnumerable<string> arguments, string standardInput = "", IReadOnlyDictionary<string, string?>? settings = null, TimeSpan? timeout = null)
    {
        var folder = TestFolder.New("command");
        try
        {
            string[] command = [.. GavaProgram.Command, .. arguments];
            await using var process = ChildProcess.Start(
                command[0], command[1..], GavaProgram.Environment(settings ?? new Dictionary<string, string?>()), workingDirectory: folder);
            await Feed(process, standardInput);
            var exitCode = await process.WaitForExit(timeout ?? TimeSpan.FromSeconds(60));
            return new GavaCommand(exitCode, process.StandardOutput, process.StandardError);
        }
        finally
        {
            TestFolder.Remove(folder);
        }
    }

    private static async Task Feed(ChildProcess process, string standardInput)
    {
        try
        {
            await process.StandardInput.WriteAsync(standardInput);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all. That is for the test to judge by what it answered.
        }
    }
}
