using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

/// <summary>What an older register tells of a case, beside how it arrived (R-SYS-01, R-SYS-04).</summary>
public sealed record OldCase
{
    public required NewCase News { get; init; }

    /// <summary>Where it stood, in codes: the SHA-256 of the file and the row, "9f86d0…;17". Never the file's name.</summary>
    public required string Source { get; init; }

    /// <summary>When the older register had it; null is at arrival. UTC, as all moments here.</summary>
    public DateTime? RegisteredAt { get; init; }

    /// <summary>Who answers for it, if they work in Gåva.</summary>
    public Guid? ResponsibleId { get; init; }

    public DateTime? ContactedAt { get; init; }

    public Words? Measure { get; init; }

    public DateTime? RepliedAt { get; init; }

    public Words? Reply { get; init; }

    /// <summary>Null while it is open.</summary>
    public DateTime? ClosedAt { get; init; }

    public IReadOnlyList<(string Tree, string Code)> Categories { get; init; } = [];

    /// <summary>What stood in columns that Gåva has no field for, a line each: "Rubrik: värde".</summary>
    public Words? Kept { get; init; }
}

/// <content>Cases from a register that Gåva replaces.</content>
public sealed partial class Case
{
    /// <summary>What <see cref="ExemptFor"/> says of a case that was closed before Gåva had it.</summary>
    public const string OldRegister = "imported";

    /// <summary>
    /// Takes over a case from an older register, with its dates and where it stands. The journal says that it was taken over, when
    /// and by whom, and tells what happened before as having happened then. Of its clocks those remain that the register tells the
    /// end of, and those that have time left: nobody is reminded of what was promised elsewhere, and nobody is called late
    /// because an old list kept silent.
    /// </summary>
    /// <exception cref="RuleBroken">As <see cref="Register"/>, or the dates cannot follow on each other.</exception>
    public static Case Import(long number, OldCase old, Routine routine, WorkingCalendar calendar, Change change, IReadOnlyCollection<string>? line = null)
    {
        var news = old.News;
        var person = Complete(news, routine, change);
        var registered = old.RegisteredAt ?? news.ArrivedAt;
        MustFollow(old, change.At);
        var presumed = LegalRegimes.On(routine.Regime, StockholmTime.DateOf(news.ArrivedAt)) is { SecrecyPresumed: true } law ? law.Provision : null;
        var @case = new Case
        {
            Id = number,
            RoutineName = routine.Name,
            RoutineVersion = routine.Version,
            Kind = news.Kind,
            Channel = news.Channel,
            Text = news.Text.Register,
            ArrivedAt = news.ArrivedAt,
            RegisteredAt = registered,
            ReceivedBy = news.ReceivedBy,
            RegisteredBy = change.By,
            UnitId = news.UnitId,
            ConcernedUnitId = news.UnitId,
            ResponsibleId = old.ResponsibleId,
            Status = old switch { { ClosedAt: not null } => CaseStatus.Closed, { RepliedAt: not null } => CaseStatus.Answered, { ResponsibleId: not null } => CaseStatus.InProgress, _ => CaseStatus.Received },
            Regime = routine.Regime,
            SecrecyProvision = presumed,
            SecrecyAt = presumed is null ? null : change.At,
            Relation = news.Relation,
            Language = news.Language,
            IsAnonymous = news.IsAnonymous,
            CanBeReached = person.CanBeReached,
            WantsReply = news.WantsReply,
            ReplyWay = ChosenWay(news, person),
            RepliedAt = old.RepliedAt,
            ClosedAt = old.ClosedAt,
            // What nobody wrote down is not known, and no way of ending is made up for it.
            Ending = old is { ClosedAt: not null, RepliedAt: not null } ? Cases.Ending.Answered : null,
            Measures = old.Measure is null ? 0 : 1,
        }.Follow(routine, calendar, line);
        @case.SettleDiary();
        if (old.ClosedAt is not null && @case.DiaryState == DiaryState.Waiting) (@case.DiaryState, @case.ExemptFor) = (DiaryState.Exempt, OldRegister);
        foreach (var (tree, code) in old.Categories) @case.categories.Add(new(number, tree, code));
        @case.TellWhatHappened(old, registered, change);
        @case.StartClocksOf(old, change.At);
        return @case;
    }

    private static void MustFollow(OldCase old, DateTime now)
    {
        var arrived = StockholmTime.DateOf(old.News.ArrivedAt);
        foreach (var (at, field) in new[] { (old.RegisteredAt, "registeredAt"), (old.ContactedAt, "contactedAt"), (old.RepliedAt, "repliedAt"), (old.ClosedAt, "closedAt") })
        {
            if (at is not { } moment) continue;
            if (moment > now.AddMinutes(1)) throw new RuleBroken("in-the-future", "Tidpunkten ligger i framtiden. Skriv när det hände.", field);
            if (StockholmTime.DateOf(moment) < arrived) throw new RuleBroken("before-arrival", "Tidpunkten ligger före den dag då ärendet kom in.", field);
        }
    }

    /// <summary>Lines without clocks: what is told is long past, and starts and stops nothing by being written down now.</summary>
    private void TellWhatHappened(OldCase old, DateTime registered, Change change)
    {
        Tell(EventKind.Imported, old.Kept, old.Source, null);
        Tell(EventKind.Arrived, null, Channel, ArrivedAt);
        Tell(EventKind.Registered, null, Kind, registered);
        foreach (var tree in categories.GroupBy(c => c.Tree)) Tell(EventKind.Categorised, null, $"{tree.Key}={string.Join(',', tree.Select(c => c.Code))}", null);
        if (old.ContactedAt is { } contacted) Tell(EventKind.Contacted, null, null, contacted);
        if (old.Measure is { } measure) Tell(EventKind.MeasureRegistered, Required(measure, "measure", ""), null, old.ClosedAt ?? old.RepliedAt);
        if (old.Reply is not null || old.RepliedAt is not null) Tell(old.RepliedAt is null ? EventKind.Noted : EventKind.Replied, old.Reply is { } reply ? Required(reply, "reply", "") : null, null, old.RepliedAt);
        if (ClosedAt is { } closed) Tell(EventKind.Closed, null, Ending?.Code(), closed);

        void Tell(EventKind kind, Words? words, string? subject, DateTime? happenedAt)
        {
            var told = new Event(kind, change, Id, ++LastEventNumber, words?.Register, subject, happenedAt);
            newEvents.Add(told);
            if (words is { HasSecrets: true }) secrets.Add((told.VaultField, words.Original));
        }
    }

    private void StartClocksOf(OldCase old, DateTime now)
    {
        foreach (var rule in Routine.AllClocks.Where(RunsHere))
        {
            if (rule.Start == Moment.Arrival) Start(rule, ArrivedAt);
            if (rule.Start == Moment.Registration) Start(rule, RegisteredAt);
        }

        if (old.ContactedAt is { } contacted) Stop(clocks, Moment.Contact, contacted);
        if (old.RepliedAt is { } replied) Stop(clocks, Moment.Reply, replied);
        clocks.RemoveAll(c => c.Runs && (!IsOpen || c.DueAt <= now));
        SortAgain();
    }
}
