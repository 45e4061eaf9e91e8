namespace Gava.Domain.Routines;

/// <summary>
/// What a category is today. A case keeps what it was set to, in the words of the version that it follows; what is counted, listed and learnt from goes by the category that has taken over since,
/// so that a figure goes on when two categories become one or one changes its code (R-LEARN-01).
/// </summary>
public sealed class CategoriesNow
{
    private readonly Dictionary<(string Routine, string Code), string> successors = [];

    /// <param name="newest">The newest version of each routine.</param>
    public CategoriesNow(IEnumerable<Routine> newest)
    {
        foreach (var routine in newest)
        {
            foreach (var category in routine.Categories.SelectMany(t => t.All))
            {
                foreach (var former in category.Formerly) successors.TryAdd((routine.Name, former), category.Code);
            }
        }
    }

    /// <summary>The code that counts for one which a case of that routine was set to.</summary>
    public string Of(string routine, string code) => successors.GetValueOrDefault((routine, code), code);

    /// <summary>The routines in which another has taken this one over.</summary>
    public IEnumerable<string> TakenOverIn(string code) => successors.Keys.Where(k => k.Code == code).Select(k => k.Routine).Order(StringComparer.Ordinal);

    /// <summary>The codes that this one has taken over, each in its routine.</summary>
    public IEnumerable<(string Routine, string Code)> Former(string code) => successors.Where(s => s.Value == code).Select(s => s.Key).Order();
}
