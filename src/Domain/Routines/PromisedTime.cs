using Gava.Domain.Deadlines;

namespace Gava.Domain.Routines;

/// <summary>What somebody is promised, from the weakest to the strongest.</summary>
public enum Promised
{
    /// <summary>That it has come.</summary>
    Receipt,

    /// <summary>Word of some kind, or that somebody gets in touch.</summary>
    Word,

    Answer,
}

/// <summary>A time that may be told to anybody before there is a case: on a form, on a poster (R-IN-08).</summary>
/// <param name="From">Arrival or registration: what it is counted from.</param>
/// <param name="Kinds">The kinds it holds for; empty is all.</param>
public sealed record PromisedTime(Promised What, Length Length, Moment From, IReadOnlyList<string> Kinds)
{
    /// <summary>
    /// The times that a routine promises somebody who hands in a written form at a place, the soonest first. Only clocks that begin when the
    /// form arrives or is registered are told: what begins later nobody can count from outside.
    /// </summary>
    /// <param name="line">The slugs of the place and everything above it, nearest first.</param>
    public static IReadOnlyList<PromisedTime> Of(Routine routine, IReadOnlyCollection<string> line)
    {
        // A receipt that the system sends goes by mail alone, and few leave a mail address on paper.
        var receipt = routine.Acknowledgement is { By: not null } told ? new PromisedTime(Promised.Receipt, told.Within, told.From, []) : null;
        var clocks = routine.Clocks
            .Where(c => c.Start is Moment.Arrival or Moment.Registration && c.Form != CaseForm.Oral && (c.Units.Count == 0 || c.Units.Any(line.Contains)))
            .Select(c => WhatOf(c) is { } what ? new PromisedTime(what, c.Published ?? c.LengthAt(line), c.Start, c.Kinds) : null);
        return [.. clocks.Prepend(receipt).OfType<PromisedTime>().OrderBy(p => p.What)];
    }

    private static Promised? WhatOf(ClockRule clock) =>
        clock.StoppedBy.Any(Moments.IsWordToTheComplainant) ? Promised.Word : clock.StoppedBy.Contains(Moment.Reply) ? Promised.Answer : null;
}
