namespace Gava.Operations.Demo;

public sealed class Seeder
{
    public Task SeedDemoAsync() => Task.CompletedTask;
    public Task<int> SeedAsync(int cases, int seed, Action<int>? progress, CancellationToken cancellation) => Task.FromResult(0);
}
