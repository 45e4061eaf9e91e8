using Gava.Domain.Privacy;

namespace Gava.Domain.Tests.Privacy;

[Trait("Category", "Privacy")]
[Trait("Database", "None")]
public sealed class OpinionTests(ITestOutputHelper output)
{
    [Fact]
    public void Leave_one_out()
    {
        var all = Annotated.All();
        var sounds = OpinionTrainer.Sounds();
        output.WriteLine($"{sounds.Count} sounds");
        var less = Lexicon.Without(word => word.Sum(c => c * 31) % 3 == 0);
        foreach (var sets in (string[])["n", "q", "m", "p", "c", "k", "b", "d", "h", "a"])
        {
            var held = all.Where(t => sets.Contains(t.Id[0], StringComparison.Ordinal)).ToList();
            var model = OpinionTrainer.Train(sounds, all.Where(t => t.Id[0] != held[0].Id[0]), 0);
            foreach (var (name, lexicon) in new[] { ("all", Lexicon.Default), ("two thirds", less) })
            {
                Tell(sets, name, "rules", new PersonalDataFinder(lexicon, null), held);
                foreach (var threshold in (float[])[0.5f, 1f, 1.5f, 2f, 3f])
                    Tell(sets, name, $"{threshold}", new PersonalDataFinder(lexicon, model.With(threshold)), held);
            }
        }
    }

    private void Tell(string set, string lists, string how, PersonalDataFinder finder, List<Annotated> held)
    {
        var table = new MaskingTable();
        foreach (var text in held) table.Count(text, null, finder);
        output.WriteLine(FormattableString.Invariant($"{set} {lists,-10} {how,-6} person {table.Of("PERSON").Recall:P1} all {table.All.Recall:P1} precision {table.All.Precision:P1} over {table.OverMasking:P2} leaks {table.LeakShare:P1}"));
    }
}
