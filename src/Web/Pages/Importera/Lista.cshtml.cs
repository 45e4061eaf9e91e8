using Gava.Domain;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.Documents;
using Gava.Operations.Registers;
using Gava.Operations.Routines;
using Gava.Web.Components;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Importera;

/// <summary>A column as it stands, with something from it.</summary>
public sealed record ColumnInList(string Heading, string Sample, string Field);

/// <summary>The different words of a column, and what each means; empty is not known.</summary>
public sealed record WordsInList(string Field, string Heading, IReadOnlyList<(string Word, string Meaning)> Words, IReadOnlyList<Choice> Choices);

/// <summary>
/// The list before it is taken in: what each column is guessed to be, what each word means, and what is wrong row by row; then what
/// came of it (R-SYS-04). No script: every change is sent and shown again.
/// </summary>
public sealed class ListaModel(RegisterImport desk, ImportDrafts drafts, RoutineBook routines) : StaffPage
{
    public const int MostShown = 30;

    /// <summary>More rows than this are for whoever looks after the system: a page would keep its reader waiting.</summary>
    public const int MostRows = 10_000;

    private const int MostWords = 30;
    private DraftOfImport draft = null!;
    private RegisterMap map = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Register { get; set; }

    [BindProperty]
    public string? Blad { get; set; }

    [BindProperty]
    public int Rubrikrad { get; set; } = 1;

    [BindProperty]
    public string? Enhet { get; set; }

    [BindProperty]
    public string? Sort { get; set; }

    [BindProperty]
    public string? Kanal { get; set; }

    [BindProperty(Name = "heading")]
    public List<string> HeadingsSent { get; set; } = [];

    [BindProperty(Name = "field")]
    public List<string> FieldsSent { get; set; } = [];

    [BindProperty(Name = "wordField")]
    public List<string> WordFields { get; set; } = [];

    [BindProperty(Name = "word")]
    public List<string> WordsSent { get; set; } = [];

    [BindProperty(Name = "meaning")]
    public List<string?> Meanings { get; set; } = [];

    public ImportReceipt? Receipt => draft.Receipt;

    public ImportPlan? Plan { get; private set; }

    /// <summary>What must be chosen before the rows can be read.</summary>
    public string? Problem { get; private set; }

    public bool MayTakeIn => Plan is { Faults.Count: 0, New.Count: > 0 };

    public IReadOnlyList<Choice> Sheets { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Channels { get; private set; } = [];

    public IReadOnlyList<ColumnInList> Columns { get; private set; } = [];

    public IReadOnlyList<WordsInList> Words { get; private set; } = [];

    public IReadOnlyList<(int Number, IReadOnlyList<string> Cells)> FirstRows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await OpenAsync();
        if (Receipt is null) await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(string? @do)
    {
        await OpenAsync();
        if (draft.Content is null) return Redirect($"/importera/{Id}");
        if (!ModelState.IsValid) return await RefuseAsync();
        map = Sent();
        await drafts.ChangeMapAsync(Viewer, Id, map.Checked());
        if (@do == "lagg-in")
        {
            var plan = await desk.PlanAsync(Viewer, draft.Content, Read(), map, HttpContext.RequestAborted);
            await drafts.EndAsync(Viewer, Id, await desk.ImportAsync(Viewer, plan, cancellation: HttpContext.RequestAborted));
        }

        return Redirect($"/importera/{Id}");
    }

    protected override async Task ShowAsync()
    {
        var file = Read();
        var sheet = file.Sheets.FirstOrDefault(s => s.Name == map.Sheet) ?? file.Sheets[0];
        var headings = MapGuess.Headings(sheet, map.HeaderRow);
        (Register, Blad, Rubrikrad) = (map.Register, sheet.Name, map.HeaderRow);
        (Enhet, Sort, Kanal) = (map.Constant(RegisterField.Unit), map.Constant(RegisterField.Kind) ?? "complaint", map.Constant(RegisterField.Channel) ?? "form");
        Sheets = [.. file.Sheets.Select(s => new Choice(s.Name, s.Name))];
        Units = [.. Organisation.PlacesForCases().Where(u => Viewer.ImportsTo(u.Id)).Select(u => new Choice(u.Slug, u.Name, Group: Organisation.Unit(u.ParentId)?.Name))];
        var routine = await RoutineAsync();
        Kinds = [.. (routine?.Kinds ?? []).Select(k => new Choice(k.Code, k.Label))];
        Channels = [.. (routine?.Channels ?? []).Select(c => new Choice(c.Code, c.Label))];
        var fields = map.Columns.GroupBy(c => c.Heading).ToDictionary(g => g.Key, g => g.First().Field);
        var below = sheet.Rows.Skip(map.HeaderRow).ToList();
        Columns = [.. headings.Select(h => new ColumnInList(h.Heading, Sample(below, h.Column), fields.GetValueOrDefault(h.Heading, RegisterField.Keep)))];
        Words = [.. headings.Where(h => RegisterField.Translated.Contains(fields.GetValueOrDefault(h.Heading, ""))).Select(h => WordsOf(h.Heading, fields[h.Heading], below, h.Column, routine)).Where(w => w.Words.Count > 0)];
        FirstRows = [.. sheet.Rows.Index().Skip(map.HeaderRow).Where(r => r.Item.Length > 0).Take(5).Select(r => (r.Index + 1, (IReadOnlyList<string>)[.. headings.Select(h => Short(h.Column < r.Item.Length ? r.Item[h.Column] : null))]))];
        await PlanAsync(file, below.Count);
    }

    private async Task PlanAsync(TableFile file, int rows)
    {
        try
        {
            if (rows > MostRows) throw new RuleBroken("file-long", "Listan har fler än 10 000 rader. Be den som sköter systemet att lägga in den med gava import.");
            Plan = await desk.PlanAsync(Viewer, draft.Content!, file, map, HttpContext.RequestAborted);
        }
        catch (RuleBroken broken)
        {
            Problem = broken.Message;
        }
    }

    private async Task OpenAsync()
    {
        if (!Viewer.MayImport) throw new NotFound();
        draft = await drafts.OpenAsync(Viewer, Id, HttpContext.RequestAborted);
        map = draft.Map;
    }

    private TableFile Read() => TableFile.Read(draft.Content!);

    /// <summary>The map as the form has it. Another sheet or row of headings has other columns, which are guessed anew.</summary>
    private RegisterMap Sent()
    {
        Dictionary<string, Dictionary<string, string>> values = [];
        foreach (var ((field, word), meaning) in WordFields.Zip(WordsSent).Zip(Meanings))
        {
            if (!RegisterField.Translated.Contains(field) || string.IsNullOrEmpty(meaning)) continue;
            if (!values.TryGetValue(field, out var known)) values[field] = known = [];
            known[word] = meaning;
        }

        Dictionary<string, string> constants = [];
        foreach (var (field, value) in new[] { (RegisterField.Unit, Enhet), (RegisterField.Kind, Sort), (RegisterField.Channel, Kanal) }) if (!string.IsNullOrEmpty(value)) constants[field] = value;
        var sent = map with
        {
            Register = (Register ?? "").Trim(),
            Sheet = string.IsNullOrEmpty(Blad) ? map.Sheet : Blad,
            HeaderRow = Rubrikrad,
            Columns = [.. HeadingsSent.Zip(FieldsSent).Select(c => new MappedColumn(c.First, c.Second))],
            Values = values.ToDictionary(v => v.Key, v => (IReadOnlyDictionary<string, string>)v.Value),
            Constants = constants,
        };
        if (sent.Sheet == map.Sheet && sent.HeaderRow == map.HeaderRow) return sent;
        var file = Read();
        return MapGuess.Columns(sent, file.Sheets.FirstOrDefault(s => s.Name == sent.Sheet) ?? file.Sheets[0]);
    }

    /// <summary>The routine whose words are offered: that of the chosen unit, or of the first that may be chosen.</summary>
    private async Task<Routine?> RoutineAsync()
    {
        var unit = Organisation.Unit(Enhet) ?? Organisation.PlacesForCases().FirstOrDefault(u => Viewer.ImportsTo(u.Id));
        return unit is not null && Organisation.RoutineAt(unit.Id) is { } name ? await routines.NewestAsync(name, HttpContext.RequestAborted) : null;
    }

    private WordsInList WordsOf(string heading, string field, List<object?[]> rows, int column, Routine? routine)
    {
        var words = rows.Where(r => r.Length > column).Select(r => r[column] as string).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords + 1).ToList();
        // So many different words are no column of few words.
        if (words.Count > MostWords || routine is null) return new(field, heading, [], []);
        IReadOnlyList<Choice> choices = field switch
        {
            RegisterField.Unit => Units,
            RegisterField.Kind => Kinds,
            RegisterField.Channel => Channels,
            RegisterField.Status => [new("open", "Öppet"), new("closed", "Avslutat")],
            _ => [.. routine.Categories.SelectMany(t => t.All.Select(c => new Choice($"{t.Code}={c.Code}", c.Label, Group: t.Label)))],
        };
        return new(field, heading, [.. words.Select(w => (w, map.Meaning(field, w) ?? Understood(field, w, routine) ?? ""))], choices);
    }

    private string? Understood(string field, string word, Routine routine) => field switch
    {
        RegisterField.Unit => Organisation.PlacesForCases().Where(u => u.Slug.Equals(word, StringComparison.OrdinalIgnoreCase) || u.Name.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(u => u.Slug).FirstOrDefault(),
        RegisterField.Kind => RegisterWords.KindOf(word, routine),
        RegisterField.Channel => RegisterWords.ChannelOf(word, routine),
        RegisterField.Status => RegisterWords.StatusOf(word),
        _ => RegisterWords.CategoryOf(word, routine),
    };

    private static string Sample(List<object?[]> rows, int column) =>
        string.Join(" · ", rows.Where(r => r.Length > column && r[column] is not null).Take(2).Select(r => Short(r[column], 40)));

    private static string Short(object? cell, int most = 60)
    {
        var words = cell switch
        {
            null => "",
            DateTime day => day.ToString(day.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            double number => number.ToString("0.####", System.Globalization.CultureInfo.GetCultureInfo("sv-SE")),
            bool yes => yes ? "ja" : "nej",
            CellFault => "(fel i formeln)",
            _ => $"{cell}",
        };
        return words.Length > most ? words[..most] + "…" : words;
    }
}
