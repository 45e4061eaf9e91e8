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
        var regimes = Of(routine);
        var clocks = ClocksOf(routine).Where(law => !routine.Clocks.Any(own => Says(own, law))).Select(law => law with { AddedByLaw = true });
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

    /// <summary>What holds for all, and the routine's own regime.</summary>
    internal static IReadOnlyList<LegalRegime> Of(Routine routine) =>
        routine.Regime == General ? [Now(General)] : [Now(General), Now(routine.Regime)];

    /// <summary>The times that the law sets for this routine: those of a diary only where there is one, and not for what it exempts.</summary>
    internal static IEnumerable<ClockRule> ClocksOf(Routine routine)
    {
        foreach (var clock in Of(routine).SelectMany(r => r.Clocks))
        {
            if (!clock.StoppedBy.Contains(Moment.DiaryRegistration))
            {
                yield return clock;
            }
            else if (routine.Registration.Mode == RegistrationMode.Diary)
            {
                var inTheDiary = routine.Kinds.Select(k => k.Code).Except(routine.Registration.Exempt).ToList();
                if (inTheDiary.Count > 0) yield return inTheDiary.Count == routine.Kinds.Count ? clock : clock with { Kinds = inTheDiary };
            }
        }
    }

    /// <summary>True when the routine's own clock is the law's: the same start and stop, for all that the law's runs for.</summary>
    internal static bool Says(ClockRule own, ClockRule law) => own.Start == law.Start && own.StoppedBy.SequenceEqual(law.StoppedBy)
        && own is { Form: null, Units: [] } && (own.Kinds.Count == 0 || (law.Kinds.Count > 0 && law.Kinds.All(own.Kinds.Contains)));

    private static IReadOnlyList<LegalRegime> Read()
    {
        using var stream = typeof(LegalRegimes).Assembly.GetManifestResourceStream("law/regimes.json")!;
        using var reader = new StreamReader(stream);
        return RoutineReader.ReadRegimes(reader.ReadToEnd());
    }
}
