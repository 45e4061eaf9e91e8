using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gava.Domain.Cases;
using Gava.Domain.Deadlines;
using Gava.Domain.Diary;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Cases;
using Gava.Operations.Database;
using Gava.Operations.People;
using Gava.Operations.Routines;
using Gava.Operations.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Gava.Operations.Registers;

/// <summary>
/// The register's part of cases as JSON lines, a case a line, for another installation of Gåva (docs/registers.md). The fields of a case are
/// those of its row, as the database's own model tells them, so that a new one is never forgotten; people are user names and places
/// are slugs. Nothing of the vault is there, and no secret code.
/// </summary>
public sealed class RegisterLines(Databases databases, WriteGate gate, OrganisationBook organisations, RoutineBook routines, InstallationSecrets secrets, RegisterExport export, TimeProvider clock)
{
    /// <summary>What these cases are called among the registers that have been taken over.</summary>
    public const string Register = "gava";

    private const string SecretName = "imported-rows";
    private const int LinesATime = 250;
    private const int MostFaults = 500;

    private static readonly string[] Untold = [nameof(Case.Id), nameof(Case.FollowUpCodeHash), nameof(Case.SubmissionId)];
    private static readonly string[] Parts = ["reference", "clocks", "callbacks", "categories", "diary", "survey", "attachments", "journal"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes every case, the oldest number first. Gives how many.</summary>
    /// <param name="unit">A unit with all below it; null is all.</param>
    public async Task<int> WriteAsync(TextWriter to, Unit? unit = null, CancellationToken cancellation = default)
    {
        var names = new Names(await organisations.NowAsync(cancellation));
        var written = 0;
        await foreach (var some in export.NumbersAsync(unit, cancellation))
        {
            await using var database = databases.ForSystem();
            var cases = await database.Cases.Where(c => some.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellation);
            var clocks = (await database.Clocks.Where(c => some.Contains(c.CaseId)).OrderBy(c => c.Name).ToListAsync(cancellation)).ToLookup(c => c.CaseId);
            var callbacks = (await database.Set<Callback>().Where(c => some.Contains(c.CaseId)).OrderBy(c => c.Number).ToListAsync(cancellation)).ToLookup(c => c.CaseId);
            var categories = (await database.Categories.Where(c => some.Contains(c.CaseId)).ToListAsync(cancellation)).ToLookup(c => c.CaseId);
            var diary = (await database.DiaryEntries.Where(e => some.Contains(e.CaseId)).OrderBy(e => e.RegisteredAt).ToListAsync(cancellation)).ToLookup(e => e.CaseId);
            var surveys = (await database.SurveyAnswers.Where(a => some.Contains(a.CaseId)).ToListAsync(cancellation)).ToDictionary(a => a.CaseId);
            var files = (await database.Attachments.Where(a => some.Contains(a.CaseId)).OrderBy(a => a.Number).ToListAsync(cancellation)).ToLookup(a => a.CaseId);
            var journal = (await database.Journal.Where(e => e.CaseId != null && some.Contains(e.CaseId!.Value)).OrderBy(e => e.Number).ToListAsync(cancellation)).ToLookup(e => e.CaseId!.Value);
            foreach (var @case in cases)
            {
                JsonObject line = new() { ["reference"] = $"{@case.Reference}" };
                Fill(line, database.Model, @case, names, Untold);
                line["clocks"] = All(clocks[@case.Id]);
                line["callbacks"] = All(callbacks[@case.Id]);
                line["categories"] = new JsonArray([.. categories[@case.Id].Select(c => $"{c.Tree}={c.Code}").Order(StringComparer.Ordinal).Select(c => (JsonNode)c)]);
                line["diary"] = All(diary[@case.Id]);
                if (surveys.TryGetValue(@case.Id, out var survey)) line["survey"] = Fill([], database.Model, survey, names, [nameof(Survey.CaseId)]);
                line["attachments"] = All(files[@case.Id]);
                line["journal"] = new JsonArray([.. journal[@case.Id].Select(e => LineOf(e, names))]);
                await to.WriteLineAsync(line.ToJsonString(Json).AsMemory(), cancellation);
                written++;

                JsonArray All<T>(IEnumerable<T> rows) where T : class => new([.. rows.Select(r => (JsonNode)Fill([], database.Model, r, names, [nameof(CaseClock.CaseId)]))]);
            }
        }

        return written;
    }

    /// <summary>
    /// Takes in what another installation wrote. All lines are read and tried first: with one fault nothing is written. What is
    /// here already is left as it is. Where no other case is, each keeps its number.
    /// </summary>
    /// <param name="lines">Reads the file from its beginning, each time that it is asked.</param>
    /// <param name="fileHash">SHA-256 of the file in hex, for the journal.</param>
    /// <param name="by">Whose work it is.</param>
    /// <param name="dryRun">Only tries.</param>
    public async Task<(ImportReceipt Receipt, IReadOnlyList<RowFault> Faults)> ImportAsync(Func<IEnumerable<string>> lines, string fileHash, Guid by, bool dryRun = false, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        var names = new Names(await organisations.NowAsync(cancellation));
        var secret = await secrets.OfAsync(SecretName);
        var (fresh, there, changed, faults, keepsNumbers) = await TryAsync(lines(), names, secret, cancellation);
        if (faults.Count > 0 || dryRun) return (new(Register, dryRun && faults.Count == 0 ? fresh.Count : 0, there, changed, [], null, null), faults);
        List<CaseReference> made = [];
        Dictionary<long, long> numbers = [];
        foreach (var batch in lines().Where(l => !string.IsNullOrWhiteSpace(l)).Index().Where(l => fresh.Contains(l.Index)).Chunk(LinesATime))
        {
            cancellation.ThrowIfCancellationRequested();
            made.AddRange(await gate.WriteAsync(null, async database =>
            {
                var organisation = await organisations.WithinAsync(database);
                List<CaseReference> some = [];
                foreach (var (index, text) in batch) some.Add(await PutAsync(database, (JsonObject)JsonNode.Parse(text)!, new(names, organisation, secret, keepsNumbers, numbers, $"{fileHash};", by, StockholmTime.Now(clock)), text));
                return some;
            }, cancellation));
            progress?.Invoke(made.Count);
        }

        return (new(Register, made.Count, there, changed, [], made.Count > 0 ? $"{made[0]}" : null, made.Count > 0 ? $"{made[^1]}" : null), faults);
    }

    private sealed record Putting(Names Names, Organisation Organisation, byte[] Secret, bool KeepsNumbers, Dictionary<long, long> Numbers, string Source, Guid By, DateTime Now);

    private async Task<(HashSet<int> Fresh, int There, List<int> Changed, List<RowFault> Faults, bool KeepsNumbers)> TryAsync(IEnumerable<string> lines, Names names, byte[] secret, CancellationToken cancellation)
    {
        await using var database = databases.ForSystem();
        var marks = await database.ImportedRows.Where(r => r.Register == Register).ToDictionaryAsync(r => r.Mark, r => r.Content, cancellation);
        var here = (await database.Cases.Select(c => new { c.Id, c.ArrivedAt, c.RegisteredAt }).ToListAsync(cancellation)).ToDictionary(c => c.Id, c => (c.ArrivedAt, c.RegisteredAt));
        var entries = (await database.DiaryEntries.Select(e => new { e.Series, e.Year, e.Number }).ToListAsync(cancellation)).Select(e => (e.Series, e.Year, e.Number)).ToHashSet();
        HashSet<int> fresh = [];
        List<int> changed = [];
        List<RowFault> faults = [];
        HashSet<string> told = [];
        var there = 0;
        var (isOrdered, latest) = (true, 0L);
        foreach (var (index, text) in lines.Where(l => !string.IsNullOrWhiteSpace(l)).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            if (faults.Count >= MostFaults) break;
            try
            {
                var line = JsonNode.Parse(text) as JsonObject ?? throw new FormatException();
                var @case = Make<Case>(database.Model, line, names);
                if (!CaseReference.TryParse((string?)line["reference"], out var reference) || reference.Year != StockholmTime.DateOf(@case.RegisteredAt).Year) throw new FormatException();
                var mark = MarkOf(secret, reference, @case);
                if (marks.TryGetValue(mark, out var content))
                {
                    if (content == RegisterImport.Keyed(secret, text)) there++;
                    else changed.Add(index + 1);
                    continue;
                }

                // The installation's own cases, written out and read in again.
                if (here.TryGetValue(reference.Number, out var own) && own == (@case.ArrivedAt, @case.RegisteredAt))
                {
                    there++;
                    continue;
                }

                if (await routines.FindVersionAsync(@case.RoutineName, @case.RoutineVersion, cancellation) is null) throw new LineFault($"Rutinen {@case.RoutineName} version {@case.RoutineVersion} finns inte här. Lägg in den först: gava routine import");
                var foreign = line.Select(p => p.Key).FirstOrDefault(k => !Parts.Contains(k) && PropertyOf(database.Model, typeof(Case), k) is null);
                if (foreign is not null) throw new LineFault($"Fältet {foreign} är okänt. Är filen skriven av en nyare version av Gåva?");
                foreach (var entry in Rows<DiaryEntry>(database.Model, line, "diary", names))
                {
                    if (!entries.Add((entry.Series, entry.Year, entry.Number))) throw new LineFault("Diarienumret finns redan här. Ta bort ärendet ur filen, eller lägg in den i en tom installation.");
                }

                _ = Rows<CaseClock>(database.Model, line, "clocks", names).Count + Rows<Callback>(database.Model, line, "callbacks", names).Count + EventsOf(line, 1, names).Count;
                if (line["survey"] is JsonObject survey) _ = Make<Survey>(database.Model, survey, names);
                (isOrdered, latest) = (isOrdered && reference.Number > latest, reference.Number);
                fresh.Add(index);
            }
            catch (LineFault fault)
            {
                // What is missing here is told once, and not for every line that needs it.
                if (told.Add(fault.Message)) faults.Add(new(index + 1, null, fault.Message));
            }
            catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException or NullReferenceException or Domain.RuleBroken)
            {
                faults.Add(new(index + 1, null, "Raden går inte att läsa. Den ska vara skriven av gava export."));
            }
        }

        return (fresh, there, changed, faults, isOrdered && here.Count <= there);
    }

    private static async Task<CaseReference> PutAsync(GavaDatabase database, JsonObject line, Putting putting, string text)
    {
        var @case = Make<Case>(database.Model, line, putting.Names);
        if (!CaseReference.TryParse((string?)line["reference"], out var reference)) throw new InvalidOperationException("The line was tried before it was written.");
        var head = database.Head!;
        var number = putting.KeepsNumbers && reference.Number > head.LastCase ? head.LastCase = reference.Number : database.NextCaseNumber();
        putting.Numbers[reference.Number] = number;
        Set(database.Model, @case, nameof(Case.Id), number);
        if (@case.JoinedTo is { } other) Set(database.Model, @case, nameof(Case.JoinedTo), putting.KeepsNumbers ? other : putting.Numbers.TryGetValue(other, out var known) ? known : null);
        var events = EventsOf(line, number, putting.Names);
        events.Add(new Event(EventKind.Imported, new Change(putting.By, putting.Now), number, events.Count + 1, subject: putting.Source));
        Set(database.Model, @case, nameof(Case.LastEventNumber), events.Count);
        database.Put(@case);
        foreach (var clock in Rows<CaseClock>(database.Model, line, "clocks", putting.Names)) Put(database, clock, nameof(CaseClock.CaseId), number);
        foreach (var callback in Rows<Callback>(database.Model, line, "callbacks", putting.Names)) Put(database, callback, nameof(Callback.CaseId), number);
        foreach (var entry in Rows<DiaryEntry>(database.Model, line, "diary", putting.Names))
        {
            Put(database, entry, nameof(DiaryEntry.CaseId), number);
            var series = await database.DiarySeries.FindAsync(entry.Series, entry.Year);
            if (series is null) database.DiarySeries.Add(series = new DiarySeries { Series = entry.Series, Year = entry.Year });
            series.LastNumber = Math.Max(series.LastNumber, entry.Number);
        }

        foreach (var category in (line["categories"] as JsonArray ?? []).Select(c => ((string?)c ?? "").Split('=')))
        {
            if (category is [var tree, var code]) Put(database, Make<CaseCategory>(database.Model, new JsonObject { ["tree"] = tree, ["code"] = code }, putting.Names), nameof(CaseCategory.CaseId), number);
        }

        if (line["survey"] is JsonObject survey) Put(database, Make<Survey>(database.Model, survey, putting.Names), nameof(Survey.CaseId), number);
        foreach (var told in events) database.Write(told);
        var keys = @case.KeysIn(putting.Organisation);
        foreach (var key in keys) database.Put(CaseKeys.AccessOf(@case, key));
        // Whom it is about sees it no more, whether the routine says so or not: what was hidden there is not shown here.
        if (@case.ConcernsPersonId is { } concerned) database.Put(new CaseHidden { CaseId = number, PersonId = concerned });
        database.Put(SearchIndex.RowOf(@case, keys));
        database.Put(new ImportedRow { Register = Register, Mark = MarkOf(putting.Secret, reference, @case), CaseId = number, Content = RegisterImport.Keyed(putting.Secret, text) });
        return @case.Reference;
    }

    private static string MarkOf(byte[] secret, CaseReference reference, Case @case) =>
        RegisterImport.Keyed(secret, string.Create(CultureInfo.InvariantCulture, $"{reference}\n{@case.ArrivedAt:O}\n{@case.RegisteredAt:O}"));

    private static JsonObject LineOf(Event line, Names names) => new()
    {
        ["kind"] = line.Kind.Code(),
        ["by"] = names.Of(line.By, isUnit: false),
        ["at"] = Written(line.At),
        ["happenedAt"] = line.HappenedAt is { } happened ? Written(happened) : null,
        ["text"] = line.Text,
        ["subject"] = line.Subject,
        ["why"] = line.Why,
    };

    private static List<Event> EventsOf(JsonObject line, long number, Names names)
    {
        List<Event> events = [];
        foreach (var told in (line["journal"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var kind = Enum.Parse<EventKind>((string)told["kind"]!, ignoreCase: true);
            var happened = (string?)told["happenedAt"] is { } at ? Moment(at) : (DateTime?)null;
            // What vouched for hidden words in the chain of another journal vouches for nothing here.
            var subject = kind is EventKind.Masked or EventKind.Unmasked ? null : (string?)told["subject"];
            events.Add(new Event(kind, new Change(names.Person((string?)told["by"] ?? ""), Moment((string)told["at"]!), (string?)told["why"]), number, events.Count + 1, (string?)told["text"], subject, happened));
        }

        return events;
    }

    private static JsonObject Fill<T>(JsonObject into, IModel model, T row, Names names, IReadOnlyList<string> but) where T : class
    {
        foreach (var property in model.FindEntityType(typeof(T))!.GetProperties().Where(p => !but.Contains(p.Name)))
        {
            var value = property.GetGetter().GetClrValue(row);
            into[Camel(property.Name)] = value is null ? null : Written(property, value, names);
        }

        return into;
    }

    private static JsonNode? Written(IProperty property, object value, Names names) => value switch
    {
        string text => text,
        bool yes => yes,
        int number => number,
        long number => number,
        DateTime moment => Written(moment),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Guid id => names.Of(id, IsUnit(property.Name)),
        DiaryNumber number => number.ToString(),
        Enum choice => Camel(choice.ToString()),
        _ => Named(JsonNode.Parse((string)property.GetTypeMapping().Converter!.ConvertToProvider(value)!), (id, key) => names.Of(Guid.Parse(id), IsUnit(key))),
    };

    private static T Make<T>(IModel model, JsonObject from, Names names) where T : class
    {
        var row = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        foreach (var property in model.FindEntityType(typeof(T))!.GetProperties())
        {
            if (from[Camel(property.Name)] is not { } value || (typeof(T) == typeof(Case) && Untold.Contains(property.Name))) continue;
            Set(property, row, Read(property, value, names));
        }

        return row;
    }

    private static object? Read(IProperty property, JsonNode value, Names names)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type == typeof(string)) return (string?)value;
        if (type == typeof(bool)) return (bool)value;
        if (type == typeof(int)) return (int)value;
        if (type == typeof(long)) return (long)value;
        if (type == typeof(DateTime)) return Moment((string)value!);
        if (type == typeof(DateOnly)) return DateOnly.ParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (type == typeof(Guid)) return IsUnit(property.Name) ? names.Unit((string)value!) : names.Person((string)value!);
        if (type == typeof(DiaryNumber)) return DiaryNumber.TryParse((string)value!, out var number) ? number : throw new FormatException();
        if (type.IsEnum) return Enum.Parse(type, (string)value!, ignoreCase: true);
        return property.GetTypeMapping().Converter!.ConvertFromProvider(Named(value.DeepClone(), (name, key) => (IsUnit(key) ? names.Unit(name) : names.Person(name)).ToString())!.ToJsonString());
    }

    /// <summary>The same tree with each id of a person or place changed: those are the texts whose key ends as an id's.</summary>
    private static JsonNode? Named(JsonNode? node, Func<string, string, string> change)
    {
        if (node is JsonArray list)
        {
            foreach (var one in list) Named(one, change);
        }
        else if (node is JsonObject one)
        {
            foreach (var (key, value) in one.ToList())
            {
                if (value is JsonObject or JsonArray) Named(value, change);
                else if (key.EndsWith("Id", StringComparison.Ordinal) && value is not null) one[key] = change((string)value!, key);
            }
        }

        return node;
    }

    private static IProperty? PropertyOf(IModel model, Type type, string name) => model.FindEntityType(type)!.GetProperties().FirstOrDefault(p => Camel(p.Name) == name && !Untold.Contains(p.Name));

    private static List<T> Rows<T>(IModel model, JsonObject line, string name, Names names) where T : class => [.. (line[name] as JsonArray ?? []).OfType<JsonObject>().Select(o => Make<T>(model, o, names))];

    private static void Put<T>(GavaDatabase database, T row, string caseId, long number) where T : class
    {
        Set(database.Model, row, caseId, number);
        database.Put(row);
    }

    private static void Set<T>(IModel model, T row, string name, object? value) where T : class => Set(model.FindEntityType(typeof(T))!.FindProperty(name)!, row, value);

    // As EF does when it reads a row: entities keep their setters to themselves.
    private static void Set(IProperty property, object row, object? value)
    {
        var member = property.GetMemberInfo(forMaterialization: true, forSet: true);
        if (member is System.Reflection.FieldInfo field) field.SetValue(row, value);
        else ((System.Reflection.PropertyInfo)member).SetValue(row, value);
    }

    private static bool IsUnit(string name) => name.EndsWith("UnitId", StringComparison.OrdinalIgnoreCase);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Written(DateTime moment) => StockholmTime.WithOffset(moment).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture);

    private static DateTime Moment(string written) => WrittenMoment.Parse(written) ?? throw new FormatException();

    /// <summary>What is missing here, in a sentence.</summary>
    private sealed class LineFault(string sentence) : Exception(sentence);

    /// <summary>People by user name and places by slug, both ways.</summary>
    private sealed class Names(Organisation organisation)
    {
        private const string System = "gava";

        public string Of(Guid id, bool isUnit) => isUnit ? organisation.Unit(id)?.Slug ?? $"{id}"
            : id == Domain.People.Person.System ? System : id == Domain.People.Person.Citizen ? Domain.People.Person.AtTheDoor.UserName : organisation.Person(id)?.UserName ?? $"{id}";

        public Guid Unit(string slug) => organisation.Unit(slug)?.Id ?? throw new LineFault($"Enheten {slug} finns inte här. Lägg in den först: gava organisation import");

        public Guid Person(string userName) => userName == System ? Domain.People.Person.System : userName == Domain.People.Person.AtTheDoor.UserName ? Domain.People.Person.Citizen
            : organisation.Person(userName)?.Id ?? throw new LineFault($"Personen {userName} finns inte här. Lägg till den först: gava user add");
    }
}
