namespace Gava.Web.Tests.Testing.SelfTests;

[Trait("Database", "None")]
public sealed class GavaCommandTests
{
    [Fact]
    public async Task A_command_gives_its_status_its_data_and_its_words()
    {
        var command = await GavaCommand.Run(["--version"], standardInput: "åäö\n");

        Assert.Equal(0, command.ExitCode);
        Assert.NotEmpty(command.StandardOutput);
        Assert.Empty(command.StandardError);
    }
}
