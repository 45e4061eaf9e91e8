using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.Learning;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Demo;

/// <summary>
/// Made-up cases that lived as real ones do: through the domain's own verbs, at made-up times; most in time, some late with
/// notice, some late without, the newest still open. The same seed at the same moment gives the same cases.
/// </summary>
public sealed partial class Seeder(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, VaultCipher cipher,
    FollowUpCodes codes, CallerIndex callers, ImprovementDesk improvements, TimeProvider clock)
{
    public const int DemoCases = 400;
    private const int CasesATime = 250;

    private static readonly (string Kind, int Weight)[] Kinds =
        [("complaint", 62), ("suggestion", 13), ("praise", 12), ("view", 6), ("question", 4), ("faultReport", 3)];

    private static readonly (string Channel, int Weight)[] Channels =
        [("phone", 38), ("email", 24), ("web", 14), ("visit", 12), ("form", 7), ("letter", 5)];

    /// <summary>The demo's 400 cases over two years, and an improvement with its own, once.</summary>
    public async Task SeedDemoAsync()
    {
        await using (var database = databases.ForSystem())
        {
            if (await database.Cases.AnyAsync()) return;
        }

        await SeedAsync(DemoCases, 1, 24, [.. StoryOf(StockholmTime.Now(clock))], null, default);
        await ImproveAsync();
    }

    /// <param name="months">How far back the first of them may have come.</param>
    /// <returns>How many cases were made.</returns>
    public Task<int> SeedAsync(int cases, int seed, int months = 36, Action<int>? progress = null, CancellationToken cancellation = default) => SeedAsync(cases, seed, months, [], progress, cancellation);

    private async Task<int> SeedAsync(int cases, int seed, int months, IReadOnlyList<(DateTime At, Story Story)> stories, Action<int>? progress, CancellationToken cancellation)
    {
        var world = await WorldAsync(months);
        var random = new Random(seed);
        var arrivals = Enumerable.Range(0, cases).Select(_ => (At: ArrivalIn(random, world), Story: (Story?)null)).Concat(stories.Select(s => (s.At, (Story?)s.Story))).OrderBy(a => a.At).ToList();
        var done = 0;
        foreach (var batch in arrivals.Chunk(CasesATime))
        {
            List<(DateTime Arrival, string Code, int Seed, Story? Story)> plan = [];
            foreach (var (arrival, story) in batch) plan.Add((arrival, await codes.OfAsync(Guid.CreateVersion7()), random.Next(), story));
            await gate.WriteAsync(null, database => MakeAsync(database, world, plan), cancellation);
            done += batch.Length;
            progress?.Invoke(done);
        }

        return done;
    }

    private async Task<World> WorldAsync(int months)
    {
        // The index makes its secret the first time that it is asked, which cannot be done while rows are written.
        await callers.MarksOfAsync(new Complainant());
        var organisation = await organisations.NowAsync();
        var closedDays = await organisations.ClosedDaysAsync();
        Dictionary<string, (Routine, WorkingCalendar)> followed = [];
        foreach (var routine in await routines.AllAsync()) followed[routine.Name] = (routine, routine.Calendar.With(closedDays));
        var now = StockholmTime.Now(clock);
        // People are looked up as they are today: the made-up past has today's staff.
        var today = StockholmTime.DateOf(now);
        var places = organisation.PlacesForCases().Where(u => organisation.LeadersOf(u.Id, today).Any())
            .Select(u => new Place(u, [.. organisation.StaffOf(u.Id, today)], organisation.LeadersOf(u.Id, today).First(), organisation.RoutineAt(u.Id)!)).ToList();
        return new World(organisation, places, followed, now, now.AddMonths(-months), today);
    }

    private async Task MakeAsync(GavaDatabase database, World world, IReadOnlyList<(DateTime Arrival, string Code, int Seed, Story? Story)> plan)
    {
        foreach (var (arrival, code, seed, story) in plan)
        {
            var life = new Life(world, new Random(seed), story);
            var (@case, news) = life.Begin(database.NextCaseNumber(), arrival, FollowUpCodes.Hash(code));
            // Cases come in the order of arrival, and so do their numbers in the diary.
            if (life.EnteredAt is { } entered) life.Number = await database.NextDiaryNumberAsync(@case.DiarySeries(), StockholmTime.DateOf(entered).Year);
            life.GoOn();
            // What time has reminded of in all that time is reminded of: the demo does not begin with a flood of mails.
            @case.Wake(new Change(Person.System, world.Now));
            CaseSaving.Add(database, @case, news, cipher, await callers.MarksOfAsync(news.Complainant), world.Organisation);
            if (life.Entry is { } entry) database.Put(entry);
        }
    }

    /// <summary>Most things happen on working days between eight and five; some at night, on the web.</summary>
    private static DateTime ArrivalIn(Random chance, World world)
    {
        var span = (world.Now - world.From).TotalDays;
        var day = StockholmTime.DateOf(world.From.AddDays(chance.NextDouble() * span));
        if (chance.Next(10) < 8) day = WorkingCalendar.Swedish.RollForward(day);
        var hour = chance.Next(10) < 8 ? 8 + (chance.NextDouble() * 9) : chance.NextDouble() * 24;
        var at = StockholmTime.StartOf(day).AddMinutes(Math.Floor(hour * 60));
        return at < world.Now ? at : world.Now.AddMinutes(-chance.Next(1, 600));
    }

    private static T Weighted<T>(Random chance, (T Value, int Weight)[] choices)
    {
        var left = chance.Next(choices.Sum(c => c.Weight));
        foreach (var (value, weight) in choices)
        {
            if ((left -= weight) < 0) return value;
        }

        return choices[^1].Value;
    }

    private sealed record Place(Unit Unit, IReadOnlyList<Person> Staff, Person Leader, string Routine);

    private sealed record World(Organisation Organisation, IReadOnlyList<Place> Places,
        IReadOnlyDictionary<string, (Routine Routine, WorkingCalendar Calendar)> Routines, DateTime Now, DateTime From, DateOnly Today)
    {
        private readonly Dictionary<Guid, Viewer> viewers = [];

        public Viewer Viewer(Person person) => viewers.TryGetValue(person.Id, out var known) ? known : viewers[person.Id] = Organisation.ViewerOf(person.Id, Today);
    }

    /// <summary>One case from arrival until now, or until it is closed.</summary>
    private sealed partial class Life(World world, Random chance, Story? story)
    {
        private DateTime at;
        private Case @case = null!;
        private Place place = null!;
        private Person receiver = null!;
        private WorkingCalendar calendar = null!;
        private Person? registrar;

        /// <summary>When the registrar will enter it in the diary; null where there is none, or it is not yet.</summary>
        public DateTime? EnteredAt { get; private set; }

        /// <summary>The number that it will have there.</summary>
        public DiaryNumber? Number { get; set; }

        public DiaryEntry? Entry { get; private set; }

        public (Case Case, NewCase News) Begin(long number, DateTime arrival, byte[] codeHash)
        {
            place = story is null ? world.Places[chance.Next(world.Places.Count)] : world.Places.First(p => p.Unit.Slug == story.Unit);
            (var routine, calendar) = world.Routines[place.Routine];
            receiver = place.Staff.Count > 0 ? place.Staff[chance.Next(place.Staff.Count)] : place.Leader;
            registrar = world.Organisation.Holder(place.Unit.Id, Role.Registrar, world.Today)?.Person;
            var news = Said(place, arrival, receiver);
            at = Min(arrival.AddMinutes(chance.Next(1, 240)), world.Now);
            @case = Case.Register(number, news, routine, calendar, receiver, new Change(receiver.Id, at), codeHash);
            if (@case.DiaryState == DiaryState.Waiting && registrar is not null) EnteredAt = NextMorning(arrival);
            return (@case, news);
        }

        public void GoOn()
        {
            // The newest are still under way; of the old ones a few were forgotten, which is why such a system is needed.
            var age = (world.Now - @case.ArrivedAt).TotalDays;
            if (chance.Next(100) >= (age > 40 ? 2 : 0)) Work();
            if (EnteredAt is { } entered) EnterInDiary(entered);
        }

        /// <summary>The registrar comes at nine on the next working day. Null when that is still to come.</summary>
        private DateTime? NextMorning(DateTime arrival)
        {
            var morning = StockholmTime.StartOf(calendar.AddWorkingDays(StockholmTime.DateOf(arrival), 1)).AddHours(9);
            return morning < world.Now ? morning : null;
        }

        private void EnterInDiary(DateTime entered)
        {
            if (@case.DiaryNumber is not null) return;
            var phrases = @case.Routine.Registration.PublicSubjects;
            var subject = phrases.Count > 0 ? phrases[(int)(@case.Id % phrases.Count)] : @case.Routine.Kind(@case.Kind)!.Label;
            var row = @case.RegisterInDiary(Number!.Value, Words.Plain(subject), null, world.Viewer(registrar!), new Change(registrar!.Id, entered));
            Entry = DiaryEntry.Of(@case, row, place.Unit, entered);
        }

        private NewCase Said(Place place, DateTime arrival, Person receiver)
        {
            var kind = story is null ? Weighted(chance, Kinds) : "complaint";
            var anonymous = chance.Next(100) < 12;
            var person = anonymous ? new Complainant() : MadeUpTexts.Person(chance);
            var said = story?.Said ?? MadeUpTexts.Said(chance, place.Unit.Slug, kind);
            var relation = chance.Next(100) < 30 ? Relation.Relative : Relation.Self;
            var people = new NamedPeople(null, person.Name, relation.Role());
            return new NewCase
            {
                Text = people.Mask(said),
                People = people.All,
                Kind = kind,
                Channel = Weighted(chance, Channels),
                UnitId = place.Unit.Id,
                ArrivedAt = arrival,
                ReceivedBy = receiver.Id,
                Complainant = person,
                Relation = relation,
                IsAnonymous = anonymous,
                WantsReply = !anonymous && (kind == "complaint" || chance.Next(100) < 60),
                SubmissionId = Guid.CreateVersion7(),
            };
        }

        private void Work()
        {
            var pace = chance.Next(100) switch { < 78 => 1.0, < 90 => 1.7, _ => 2.6 };
            var handler = receiver;
            if (receiver.Id != place.Leader.Id && chance.Next(100) < 35)
            {
                if (!Pass(0.5 * pace, calendar)) return;
                @case.HandOver(place.Unit, place.Leader, new HandOverNotice(@case.CanBeReached ? Way.Phone : Way.None, place.Leader.Name),
                    Words.Plain(MadeUpTexts.HandOverMessage(chance)), world.Viewer(receiver), By(receiver));
                if (!Pass(0.8 * pace, calendar)) return;
                @case.Accept(world.Viewer(place.Leader), By(place.Leader));
                handler = place.Leader;
            }

            if (!MayAnswer(handler)) handler = place.Leader;
            var viewer = world.Viewer(handler);
            if (@case.SomebodyToTell && chance.Next(100) < 40)
            {
                if (!Pass(1.0 * pace, calendar)) return;
                @case.Contact(chance.Next(100) < 70, Way.Phone, Words.Plain(MadeUpTexts.ContactNote(chance)), null, viewer, By(handler));
            }

            if (@case.SomebodyToTell)
            {
                if (!Pass(1.5 * pace, calendar)) return;
                @case.GiveFeedback(Words.Plain(MadeUpTexts.Feedback(chance)), chance.Next(2) == 0 ? FeedbackOn.Investigation : FeedbackOn.Measure,
                    WayOf(@case), null, viewer, By(handler));
            }

            if (chance.Next(100) < 30 && !Note(@case, pace, handler, calendar)) return;
            if (!Pass(1.5 * pace, calendar)) return;
            @case.RegisterMeasure(Words.Plain(MadeUpTexts.Measure(chance, place.Unit.Slug)), chance.Next(100) < 45, null, viewer, By(handler));
            if (pace > 1 && @case.SomebodyToTell && chance.Next(100) < 65 && !Delay(@case, pace, handler, viewer, calendar)) return;
            if (@case.SomebodyToTell)
            {
                if (!Prepare(pace, handler, viewer)) return;
                if (!Pass(2.0 * pace, calendar)) return;
                @case.Reply(Words.Plain(MadeUpTexts.Reply(chance, @case.Kind)), WayOf(@case), viewer, By(handler), because: Impatience());
            }

            if (!Pass(0.7 * pace, calendar)) return;
            Finish(handler, viewer);
            CloseBy(@case.Routine.Closing.By is Role.Registrar ? registrar : handler);
        }

        private void CloseBy(Person? closer)
        {
            var words = Words.Plain(MadeUpTexts.Closing(chance));
            if (closer is null || @case.MissingBeforeClosing().Count > 0) return;
            @case.Close(words, Words.Plain(""), world.Viewer(closer), By(closer));
            if (@case.DiaryState == DiaryState.Entered && Pass(0.5, calendar)) @case.CloseInDiary(Words.Plain(""), world.Viewer(registrar!), By(registrar!));
            if (@case.DiaryState == DiaryState.Closed) Entry!.ClosedAt = at;
        }

        private bool Note(Case @case, double pace, Person handler, WorkingCalendar calendar)
        {
            if (!Pass(0.6 * pace, calendar)) return false;
            @case.Note(Words.Plain(MadeUpTexts.Note(chance)), By(handler));
            return true;
        }

        private bool Delay(Case @case, double pace, Person handler, Viewer viewer, WorkingCalendar calendar)
        {
            if (!Pass(0.5 * pace, calendar)) return false;
            if (@case.Clocks.Any(c => c.Runs && @case.Routine.Clock(c.Name)?.DelayNotice == true))
            {
                @case.NotifyDelay(Words.Plain(MadeUpTexts.DelayReason(chance)), WayOf(@case), StockholmTime.DateOf(at).AddDays(chance.Next(7, 15)), viewer, By(handler));
            }

            return true;
        }

        private static Way WayOf(Case @case) => @case.ReplyWay is Way.None or Way.Email ? Way.Phone : @case.ReplyWay;

        /// <summary>Lets about so many days go by, and lands in working hours. False when that is not yet.</summary>
        private bool Pass(double days, WorkingCalendar calendar)
        {
            var next = at.AddDays(days * (0.4 + (1.2 * chance.NextDouble())));
            var day = StockholmTime.DateOf(next);
            if (!calendar.IsWorkingDay(day)) next = StockholmTime.StartOf(calendar.RollForward(day)).AddMinutes(chance.Next(480, 960));
            if (next >= world.Now) return false;
            if (EnteredAt is { } entered && entered <= next) EnterInDiary(entered);
            at = next;
            return true;
        }

        private Change By(Person person) => new(person.Id, at);

        private static DateTime Min(DateTime a, DateTime b) => a < b ? a : b;
    }
}
