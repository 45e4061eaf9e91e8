namespace Gava.Domain.Routines;

/// <summary>A legal regime in one wording of the law (law.md SR-1.1, SR-5.1).</summary>
/// <param name="Code">general, socialServices, lss, healthCare, school.</param>
/// <param name="Law">The law and paragraph that it rests on.</param>
/// <param name="From">The first day of this wording.</param>
/// <param name="Until">The last day; null while it is in force.</param>
/// <param name="SecrecyPresumed">Personal circumstances are secret unless it is clear that no harm comes of it.</param>
/// <param name="Provision">The provision on secrecy.</param>
/// <param name="Steps">What must have happened before a case is closed, whatever the routine says.</param>
/// <param name="Contents">What a reply must hold, whatever the routine says.</param>
/// <param name="Clocks">Times that the law sets.</param>
public sealed record LegalRegime(string Code, string Label, string Law, DateOnly From, DateOnly? Until, bool SecrecyPresumed, string? Provision,
    IReadOnlyList<Moment> Steps, IReadOnlyList<ReplyContent> Contents, IReadOnlyList<ClockRule> Clocks)
{
    public bool IsInForceOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>The legal regimes as dated data (Law/regimes.json), and what they add to a routine that forgot it.</summary>
public static class LegalRegimes
{
    public const string General = "general";

    private static readonly Lazy<IReadOnlyList<LegalRegime>> Data = new(Read);

    public static IReadOnlyList<LegalRegime> All => Data.Value;

    public static IEnumerable<string> Codes => All.Select(r => r.Code).Distinct();

    /// <summary>The regime's wording on a day; the oldest that Gåva knows for a day before it.</summary>
    public static LegalRegime On(string code, DateOnly day)
    {
        var wordings = All.Where(r => r.Code == code).OrderBy(r => r.From).ToList();
        return wordings.LastOrDefault(r => r.IsInForceOn(day)) ?? wordings.FirstOrDefault()
            ?? throw new ArgumentException($"No legal regime is called {code}.", nameof(code));
    }

    /// <summary>The wording that is in force without an end.</summary>
    public static LegalRegime Now(string code) => All.Last(r => r.Code == code && r.Until is null);

    /// <summary>
    /// The routine with what its law asks and it did not say itself: clocks, contents. Each is marked, so that people see
    /// what was added and from which paragraph.
    /// </summary>
    internal static Routine Complete(Routine routine)
    {
        List<LegalRegime> regimes = [Now(General)];
        if (routine.Regime != General) regimes.Add(Now(routine.Regime));
        var clocks = regimes.SelectMany(r => r.Clocks).Where(c => Concerns(c, routine) && !Says(routine, c)).Select(c => c with { AddedByLaw = true });
        var contents = regimes.SelectMany(r => r.Contents).Where(c => routine.Reply.Contents.All(own => own.Code != c.Code));
        return routine with
        {
            Clocks = [.. routine.Clocks, .. clocks],
            Reply = routine.Reply with
            {
                Contents = [.. routine.Reply.Contents.Select(own => own with { IsStatutory = regimes.Any(r => r.Contents.Any(c => c.Code == own.Code)) }), .. contents],
            },
        };
    }

    // What a diary demands concerns only those who have one.
    private static bool Concerns(ClockRule clock, Routine routine) =>
        !clock.StoppedBy.Contains(Moment.DiaryRegistration) || routine.Registration.Mode == RegistrationMode.Diary;

    private static bool Says(Routine routine, ClockRule clock) => routine.Clocks.Any(own => own.Name == clock.Name || own.StoppedBy.SequenceEqual(clock.StoppedBy));

    private static IReadOnlyList<LegalRegime> Read()
    {
        using var stream = typeof(LegalRegimes).Assembly.GetManifestResourceStream("law/regimes.json")!;
        using var reader = new StreamReader(stream);
        return RoutineReader.ReadRegimes(reader.ReadToEnd());
    }
}
