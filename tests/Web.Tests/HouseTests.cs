namespace Gava.Web.Tests;

public sealed class HouseTests
{
    [Fact]
    public void The_program_is_called_gava() => Assert.Equal("gava", typeof(Program).Assembly.GetName().Name);
}
