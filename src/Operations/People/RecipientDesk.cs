using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.People;

/// <summary>What is said of somewhere that a person can turn.</summary>
public sealed record RecipientDetails(string Name, string WhatFor, string? Phone, string? Web, int Position);

/// <summary>The municipality's list of where a person can turn when we could not solve it (R-FLOW-08).</summary>
public sealed class RecipientDesk(Databases databases, Administration administration)
{
    public async Task<IReadOnlyList<Recipient>> AllAsync(CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.Recipients.OrderBy(r => r.Position).ThenBy(r => r.Name).ToListAsync(cancellation);
    }

    /// <exception cref="NotFound">There is none.</exception>
    public async Task<Recipient> FindAsync(Guid id, CancellationToken cancellation = default)
    {
        await using var database = databases.ForSystem();
        return await database.Recipients.FirstOrDefaultAsync(r => r.Id == id, cancellation) ?? throw new NotFound();
    }

    public async Task<Guid> AddAsync(Viewer viewer, RecipientDetails details, OneRequest? request = null)
    {
        if (!Administration.MayChange(viewer)) throw Administration.NotYours();
        var recipient = new Recipient(details.Name, details.WhatFor, details.Phone, details.Web, details.Position, request?.Id);
        await administration.WriteAsync(viewer, request, (database, change) =>
        {
            database.Recipients.Add(recipient);
            database.Write(new Event(EventKind.RecipientAdded, change, subject: recipient.Name));
            return Task.CompletedTask;
        });
        return recipient.Id;
    }

    public Task ChangeAsync(Viewer viewer, Guid id, RecipientDetails details, string? seen = null, OneRequest? request = null) =>
        administration.WriteAsync(viewer, request, async (database, change) =>
        {
            var recipient = await database.Recipients.FirstOrDefaultAsync(r => r.Id == id) ?? throw new NotFound();
            Administration.MustBeSeen(seen, Administration.MarkOf(recipient));
            recipient.Describe(details.Name, details.WhatFor, details.Phone, details.Web, details.Position);
            database.Write(new Event(EventKind.RecipientChanged, change, subject: recipient.Name));
        });

    public Task RemoveAsync(Viewer viewer, Guid id, OneRequest? request = null) => administration.WriteAsync(viewer, request, async (database, change) =>
    {
        var recipient = await database.Recipients.FirstOrDefaultAsync(r => r.Id == id) ?? throw new NotFound();
        database.Recipients.Remove(recipient);
        database.Write(new Event(EventKind.RecipientRemoved, change, subject: recipient.Name));
    });
}
