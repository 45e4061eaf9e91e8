using Gava.Domain;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Operations.Database;
using Gava.Operations.People;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Routines;

/// <summary>What is said of a template.</summary>
/// <param name="Kind">A kind's code; null is every kind.</param>
/// <param name="Regime">A legal regime's code; null is every one.</param>
public sealed record TemplateDetails(string Use, string? Kind, string Language, string? Regime, string Subject, string Text);

/// <summary>The municipality's own templates, which go before those of the routines (R-FLOW-07).</summary>
public sealed class TemplateDesk(Databases databases, Administration administration, RoutineBook routines)
{
    public async Task<IReadOnlyList<OwnTemplate>> AllAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.OwnTemplates.OrderBy(t => t.Use).ThenBy(t => t.Language).ThenBy(t => t.Kind).ThenBy(t => t.Id).ToListAsync(cancellation);
    }

    /// <exception cref="NotFound">There is none.</exception>
    public async Task<OwnTemplate> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.OwnTemplates.FirstOrDefaultAsync(t => t.Id == id, cancellation) ?? throw new NotFound();
    }

    /// <summary>The template as it would be, looked over and not kept.</summary>
    public async Task<OwnTemplate> CheckAsync(TemplateDetails details, Guid? id = null)
    {
        var kinds = (await routines.AllAsync()).SelectMany(r => r.Kinds).Select(k => k.Code).ToHashSet();
        if (!string.IsNullOrWhiteSpace(details.Kind) && !kinds.Contains(details.Kind.Trim())) throw new RuleBroken("template-kind", "Välj en sort som finns i någon rutin, eller alla.", "kind");
        return new OwnTemplate(details.Use, details.Kind, details.Language, details.Regime, details.Subject, details.Text, id);
    }

    public async Task<Guid> AddAsync(Viewer viewer, TemplateDetails details, OneRequest? request = null)
    {
        if (!Administration.MayChange(viewer)) throw Administration.NotYours();
        var template = await CheckAsync(details, request?.Id);
        await administration.WriteAsync(viewer, request, (database, change) =>
        {
            database.OwnTemplates.Add(template);
            database.Write(new Event(EventKind.TemplateAdded, change, subject: Subject(template)));
            return Task.CompletedTask;
        });
        return template.Id;
    }

    public Task ChangeAsync(Viewer viewer, Guid id, TemplateDetails details, string? seen = null, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var template = await database.OwnTemplates.FirstOrDefaultAsync(t => t.Id == id) ?? throw new NotFound();
            Administration.MustBeSeen(seen, MarkOf(template));
            await CheckAsync(details);
            template.Describe(details.Use, details.Kind, details.Language, details.Regime, details.Subject, details.Text);
            database.Write(new Event(EventKind.TemplateChanged, change, subject: Subject(template)));
        });

    public Task RemoveAsync(Viewer viewer, Guid id, OneRequest? request = null) => administration.WriteAsync(viewer, request, async (database, change) =>
    {
        var template = await database.OwnTemplates.FirstOrDefaultAsync(t => t.Id == id) ?? throw new NotFound();
        database.OwnTemplates.Remove(template);
        database.Write(new Event(EventKind.TemplateRemoved, change, subject: Subject(template)));
    });

    /// <summary>What a form or a caller had seen.</summary>
    public static string MarkOf(OwnTemplate template) => Administration.MarkOf(template.Use, template.Kind, template.Language, template.Regime, template.Subject, template.Text);

    private static string Subject(OwnTemplate template) => $"{template.Use};{template.Language};{template.Kind ?? "*"};{template.Regime ?? "*"}";
}
