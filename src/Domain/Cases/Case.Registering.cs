using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Domain.Cases;

public sealed partial class Case
{
    /// <summary>
    /// Registers what arrived (R-REG-01, R-IN-01 to -06). Whoever received it answers for it until somebody else has accepted
    /// it; what a system sends in waits at the unit.
    /// </summary>
    /// <exception cref="RuleBroken">A field is missing, too long, in the future or unknown to the routine.</exception>
    public static Case Register(long number, NewCase news, Routine routine, WorkingCalendar calendar, Person receiver,
        Change change, byte[]? followUpCodeHash = null, IReadOnlyCollection<string>? line = null)
    {
        var person = Complete(news, routine, change);
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
            RegisteredAt = change.At,
            ReceivedBy = news.ReceivedBy,
            RegisteredBy = change.By,
            UnitId = news.UnitId,
            ConcernedUnitId = news.UnitId,
            ResponsibleId = receiver.IsService ? null : receiver.Id,
            Status = receiver.IsService ? CaseStatus.Received : CaseStatus.InProgress,
            Regime = routine.Regime,
            SecrecyProvision = presumed,
            SecrecyAt = presumed is null ? null : change.At,
            Relation = news.Relation,
            Language = news.Language,
            IsAnonymous = news.IsAnonymous,
            CanBeReached = person.CanBeReached || news.FollowsByCode,
            WantsReply = news.WantsReply,
            ReplyWay = ChosenWay(news, person),
            IsProtected = person.Protected,
            NamedReader = person.Protected && !receiver.IsService ? receiver.Id : null,
            FollowUpCodeHash = followUpCodeHash,
            SubmissionId = news.SubmissionId,
        }.Follow(routine, calendar, line);
        @case.SettleDiary();
        @case.Record(EventKind.Arrived, change, subject: news.Channel, happenedAt: news.ArrivedAt);
        @case.Record(EventKind.Registered, change, subject: news.Kind);
        if (news.ReadBack) @case.Record(EventKind.ReadBack, change);
        if (news.AskedInWriting) @case.Record(EventKind.AskedInWriting, change);
        return @case;
    }

    /// <summary>The kind turned out to be another (R-IN-01). Clocks that the new kind has start from where they would have.</summary>
    public void ChangeKind(string kind, Words why, Viewer viewer, Change change)
    {
        MustBeOpen("ändrar sorten");
        MustBeHandledBy(viewer);
        var known = Routine.Kind(kind) ?? throw UnknownKind(Routine);
        if (kind == Kind) throw new RuleBroken("kind-same", $"Ärendet är redan {known.Label.ToLowerInvariant()}.", "kind");
        Required(why, "why", "Skriv varför sorten ändras.");
        Kind = kind;
        SettleDiary();
        RestartForKind();
        Record(EventKind.KindChanged, change, why, kind);
    }

    private static Complainant Complete(NewCase news, Routine routine, Change change)
    {
        Required(news.Text, "text", "Skriv vad som har hänt, eller vad personen sa.");
        if (routine.Kind(news.Kind) is null) throw UnknownKind(routine);
        if (routine.Channel(news.Channel) is null)
        {
            throw new RuleBroken("channel-unknown", $"Välj hur det kom in: {Names(routine.Channels.Select(c => c.Label))}.", "channel");
        }

        if (news.ArrivedAt > change.At.AddMinutes(1))
        {
            throw new RuleBroken("arrived-in-future", "Ankomsten ligger i framtiden. Skriv när det kom in.", "receivedAt");
        }

        if (news.ArrivedAt < change.At.AddYears(-100))
        {
            throw new RuleBroken("arrived-long-ago", "Ankomsten ligger mer än 100 år tillbaka. Se efter om årtalet är rätt.", "receivedAt");
        }

        var person = news.Complainant.Checked();
        // A routine may refuse to answer somebody without a name; what came in is registered all the same (routines.md).
        if (news.IsAnonymous && !string.IsNullOrWhiteSpace(person.Name))
        {
            throw new RuleBroken("anonymous-with-name", "Den som är anonym har inget namn här. Ta bort namnet, eller avmarkera anonym.", "anonymous");
        }

        if (news is { WantsReply: true, ReplyWay: Way.Email } && string.IsNullOrWhiteSpace(person.Email)) throw NoWay("email", "en e-postadress");
        if (news is { WantsReply: true, ReplyWay: Way.Phone } && string.IsNullOrWhiteSpace(person.Phone)) throw NoWay("phone", "ett telefonnummer");
        if (news is { WantsReply: true, ReplyWay: Way.Letter } && string.IsNullOrWhiteSpace(person.Address)) throw NoWay("address", "en adress");
        return person;
    }

    private static RuleBroken NoWay(string field, string what) =>
        new($"{field}-missing", $"För att kunna svara behöver vi {what}. Fyll i, eller välj ett annat sätt att svara.", field);

    private static RuleBroken UnknownKind(Routine routine) =>
        new("kind-unknown", $"Välj vilken sort det är: {Names(routine.Kinds.Select(k => k.Label))}.", "kind");

    private static string Names(IEnumerable<string> labels) => string.Join(", ", labels.Select(l => l.ToLowerInvariant()));

    private static Way ChosenWay(NewCase news, Complainant person)
    {
        if (!news.WantsReply) return Way.None;
        if (news.ReplyWay != Way.None) return news.ReplyWay;
        if (!string.IsNullOrWhiteSpace(person.Email)) return Way.Email;
        if (!string.IsNullOrWhiteSpace(person.Phone)) return Way.Phone;
        if (!string.IsNullOrWhiteSpace(person.Address)) return Way.Letter;
        return news.FollowsByCode ? Way.Web : Way.None;
    }
}
