using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Cases;

namespace Gava.Web.Api;

/// <summary>A case as the API shows it: the register part, and vault data only when it was asked for and granted.</summary>
public sealed record CaseJson
{
    public required string Reference { get; init; }
    public required string Status { get; init; }
    public required string Kind { get; init; }
    public required string Channel { get; init; }
    public required string Unit { get; init; }
    public required string Routine { get; init; }
    public int RoutineVersion { get; init; }

    /// <summary>Masked.</summary>
    public required string Text { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public DateTimeOffset RegisteredAt { get; init; }
    public string? ReceivedBy { get; init; }
    public string? RegisteredBy { get; init; }
    public string? Responsible { get; init; }
    public string? OfferedTo { get; init; }
    public bool Anonymous { get; init; }
    public bool WantsReply { get; init; }
    public required string Relation { get; init; }
    public required string Language { get; init; }
    public bool Protected { get; init; }
    public int HandOvers { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? Ending { get; init; }
    public int Version { get; init; }
    public required IReadOnlyList<ClockJson> Clocks { get; init; }
    public required IReadOnlyList<LineJson> Journal { get; init; }
    /// <summary>The legal regime: general, socialServices, lss, healthCare or school.</summary>
    public string Regime { get; init; } = "";

    /// <summary>The provision of a mark of secrecy.</summary>
    public string? Secrecy { get; init; }

    /// <summary>In the diary of the board: "SN 2026-0001".</summary>
    public string? DiaryNumber { get; init; }

    /// <summary>As tree=code.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What the complaint came to: justified, partly, unjustified or resolved; null until every point is judged.</summary>
    public string? Outcome { get; init; }

    /// <summary>What the complaint is about, point by point.</summary>
    public IReadOnlyList<PointJson> Points { get; init; } = [];

    public bool Unsolved { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    public ComplainantJson? Complainant { get; init; }

    /// <summary>What was said, unmasked; only with the complainant.</summary>
    public string? Original { get; init; }

    /// <summary>The secret code, once, in the answer to the registration.</summary>
    public string? FollowUpCode { get; init; }

    public static CaseJson Of(CaseView view, Organisation organisation, DateTime now, string? code = null)
    {
        var @case = view.Case;
        return new CaseJson
        {
            Reference = @case.Reference.ToString(),
            Status = @case.Status.Code(),
            Kind = @case.Kind,
            Channel = @case.Channel,
            Unit = organisation.Unit(@case.UnitId)?.Slug ?? "",
            Routine = @case.RoutineName,
            RoutineVersion = @case.RoutineVersion,
            Text = @case.Text,
            ReceivedAt = StockholmTime.WithOffset(@case.ArrivedAt),
            RegisteredAt = StockholmTime.WithOffset(@case.RegisteredAt),
            ReceivedBy = organisation.Person(@case.ReceivedBy)?.UserName,
            RegisteredBy = organisation.Person(@case.RegisteredBy)?.UserName,
            Responsible = organisation.Person(@case.ResponsibleId)?.UserName,
            OfferedTo = @case.Offer is { } offer ? organisation.Unit(offer.UnitId)?.Slug : null,
            Anonymous = @case.IsAnonymous,
            WantsReply = @case.WantsReply,
            Relation = @case.Relation.Code(),
            Language = @case.Language,
            Protected = @case.IsProtected,
            HandOvers = @case.HandOvers,
            ClosedAt = @case.ClosedAt is { } closed ? StockholmTime.WithOffset(closed) : null,
            Ending = @case.Ending?.Code(),
            Regime = @case.Regime,
            Secrecy = @case.SecrecyProvision,
            DiaryNumber = @case.DiaryNumber?.ToString(),
            Categories = [.. @case.Categories.Select(c => $"{c.Tree}={c.Code}")],
            Outcome = @case.Outcome?.Code(),
            Points = [.. PointView.Of(view).Select(p => new PointJson(p.Number, p.What, p.Outcome?.Code(), p.Cause, p.Remedy))],
            Unsolved = @case.IsUnsolved,
            ReportedAt = @case.ReportedAt is { } reported ? StockholmTime.WithOffset(reported) : null,
            Version = @case.LastEventNumber,
            Clocks = [.. @case.Clocks.Where(c => !c.IsGone).OrderBy(c => c.DueAt).Select(c => ClockJson.Of(c, view.Routine, now))],
            Journal = [.. view.Journal.Select(e => LineJson.Of(e, organisation))],
            FollowUpCode = code,
        };
    }
}

/// <summary>One of the things that a complaint is about.</summary>
/// <param name="Text">Null where the whole complaint is meant.</param>
public sealed record PointJson(int Number, string? Text, string? Outcome, string? Cause, string? Remedy);

/// <summary>A clock of a case.</summary>
/// <param name="Due">A date, or for clocks in hours a moment.</param>
public sealed record ClockJson(string Name, string Label, string Due, string State, DateTimeOffset? StoppedAt, string? StoppedBy, DateTimeOffset? NoticedAt)
{
    public static ClockJson Of(CaseClock clock, Routine routine, DateTime now) => new(clock.Name, routine.Clock(clock.Name)?.Label ?? clock.Name,
        clock.Due.ToString(), clock.StateAt(now).Code(), clock.StoppedAt is { } stopped ? StockholmTime.WithOffset(stopped) : null, clock.StoppedBy,
        clock.NoticedAt is { } noticed ? StockholmTime.WithOffset(noticed) : null);
}

/// <summary>A journal line.</summary>
public sealed record LineJson(int Number, string Kind, DateTimeOffset At, DateTimeOffset? HappenedAt, string By, string? Text, string? Subject, string? Why)
{
    public static LineJson Of(Event line, Organisation organisation) => new(line.Number, line.Kind.Code(), StockholmTime.WithOffset(line.At),
        line.HappenedAt is { } happened ? StockholmTime.WithOffset(happened) : null, organisation.Person(line.By)?.UserName ?? "gava", line.Text, line.Subject, line.Why);
}

/// <summary>A file that came with a case.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Secrecy">The provision that it is marked with.</param>
public sealed record AttachmentJson(int Number, string MediaType, long Size, string? Secrecy);

public sealed record ComplainantJson(string? Name, string? Email, string? Phone, string? Address, bool Protected);

/// <summary>A row of the API's list.</summary>
public sealed record CaseRowJson(string Reference, string Status, string Kind, string Unit, string Text, DateTimeOffset ReceivedAt, string? Responsible, string? NextDue)
{
    public static CaseRowJson Of(CaseRow row, Organisation organisation) => new(row.Reference.ToString(), row.Status.Code(), row.Kind,
        organisation.Unit(row.UnitId)?.Slug ?? "", row.Text, StockholmTime.WithOffset(row.ArrivedAt), organisation.Person(row.ResponsibleId)?.UserName,
        row.NextClock?.Due.ToString());
}

public sealed record ListJson<T>(IReadOnlyList<T> Items, string? Next);

public sealed record UnitJson(string Slug, string Name, string Path, string? Routine);

public sealed record PersonJson(string UserName, string Name, string Title);
