using Gava.Domain.History;

namespace Gava.Domain.Routines;

/// <summary>The names of moments in routine files and in Swedish, and which journal lines they are.</summary>
public static class Moments
{
    private static readonly (Moment Moment, string Code, string Swedish)[] Table =
    [
        (Moment.Arrival, "arrival", "ankomst"),
        (Moment.Registration, "registration", "registrering"),
        (Moment.Forwarding, "forwarding", "vidarelämnande till registratorn"),
        (Moment.DiaryRegistration, "diaryRegistration", "diarieföring"),
        (Moment.Acknowledgement, "acknowledgement", "bekräftelse"),
        (Moment.HandOver, "handOver", "överlämning"),
        (Moment.Acceptance, "acceptance", "mottagande"),
        (Moment.Contact, "contact", "kontakt"),
        (Moment.Feedback, "feedback", "återkoppling"),
        (Moment.FeedbackOnMeasure, "feedbackOnMeasure", "besked om åtgärd"),
        (Moment.FeedbackOnInvestigation, "feedbackOnInvestigation", "besked om utredning"),
        (Moment.DelayNotice, "delayNotice", "besked om försening"),
        (Moment.Question, "question", "fråga till den som klagat"),
        (Moment.Message, "message", "ord från den som klagat"),
        (Moment.Consultation, "consultation", "samråd"),
        (Moment.Draft, "draft", "förslag till svar"),
        (Moment.Reply, "reply", "svar"),
        (Moment.Report, "report", "rapport"),
        (Moment.Closing, "closing", "avslut"),
        (Moment.Reopening, "reopening", "återöppning"),
    ];

    public static IEnumerable<string> Codes => Table.Select(row => row.Code);

    public static string Code(this Moment moment) => Table.First(row => row.Moment == moment).Code;

    public static string Swedish(this Moment moment) => Table.First(row => row.Moment == moment).Swedish;

    public static Moment? Parse(string code)
    {
        foreach (var row in Table)
        {
            if (row.Code == code) return row.Moment;
        }

        return null;
    }

    public static bool IsWordToTheComplainant(Moment moment) => moment is Moment.Contact or Moment.Feedback
        or Moment.FeedbackOnMeasure or Moment.FeedbackOnInvestigation or Moment.DelayNotice;

    /// <summary>The moments that a journal line is. An acknowledgement is no feedback; an attempt is no contact (R-DUE-02).</summary>
    public static IReadOnlyList<Moment> Of(EventKind kind, string? subject) => kind switch
    {
        EventKind.Arrived => [Moment.Arrival],
        EventKind.Registered => [Moment.Registration],
        EventKind.Acknowledged => [Moment.Acknowledgement],
        EventKind.HandedOver => [Moment.HandOver],
        EventKind.Accepted or EventKind.Taken => [Moment.Acceptance],
        EventKind.Contacted => [Moment.Contact],
        EventKind.FeedbackGiven when FeedbackOn.Of(subject) == FeedbackOn.Measure => [Moment.Contact, Moment.Feedback, Moment.FeedbackOnMeasure],
        EventKind.FeedbackGiven when FeedbackOn.Of(subject) == FeedbackOn.Investigation => [Moment.Contact, Moment.Feedback, Moment.FeedbackOnInvestigation],
        EventKind.FeedbackGiven => [Moment.Contact, Moment.Feedback],
        EventKind.DelayNotified => [Moment.DelayNotice],
        EventKind.ForwardedToRegistrar => [Moment.Forwarding],
        EventKind.DiaryRegistered => [Moment.DiaryRegistration],
        EventKind.Asked => [Moment.Contact, Moment.Question],
        EventKind.Messaged => [Moment.Message],
        EventKind.Consulted => [Moment.Consultation],
        EventKind.Drafted => [Moment.Draft],
        EventKind.Escalated or EventKind.MovedBySubject => [Moment.HandOver],
        EventKind.Solved => [Moment.Contact, Moment.Feedback, Moment.FeedbackOnMeasure, Moment.Reply, Moment.Report, Moment.Closing],
        EventKind.Reported => [Moment.Report],
        EventKind.Reopened => [Moment.Reopening],
        EventKind.Replied => [Moment.Reply],
        EventKind.Closed => [Moment.Closing],
        _ => [],
    };
}

/// <summary>What a feedback tells, as codes.</summary>
public static class FeedbackOn
{
    public const string Measure = "measure";
    public const string Investigation = "investigation";
    public const string Other = "other";

    /// <summary>What a journal line's subject says that it was about; the way of telling stands after it.</summary>
    public static string Of(string? subject) => (subject ?? "").Split(';')[0];

    public static readonly IReadOnlyList<(string Code, string Label)> All =
        [(Measure, "En åtgärd är gjord"), (Investigation, "En utredning har börjat"), (Other, "Annan återkoppling")];
}
