using Gava.Domain;
using Microsoft.EntityFrameworkCore;

namespace Gava.Operations.Database;

/// <summary>A request that is carried out once, however often it comes.</summary>
/// <param name="Id">What the sender calls it.</param>
/// <param name="Content">The same only when what it says is the same.</param>
public readonly record struct OneRequest(Guid Id, Guid Content)
{
    /// <summary>The code of the broken rule when another request comes under a name that is taken.</summary>
    public const string Other = "idempotency-key-reused";

    /// <summary>False when it has been carried out; else it is remembered, inside the write that carries it out.</summary>
    /// <exception cref="RuleBroken">Another request has that name.</exception>
    public async Task<bool> IsFirstAsync(GavaDatabase database, DateTime at)
    {
        var id = Id;
        if (await database.DoneRequests.AnyAsync(r => r.Id == id))
        {
            await MustBeSameAsync(database);
            return false;
        }

        Remember(database, Id, at);
        Remember(database, Content, at);
        return true;
    }

    public async Task MustBeSameAsync(GavaDatabase database)
    {
        var content = Content;
        if (!await database.DoneRequests.AnyAsync(r => r.Id == content))
        {
            throw new RuleBroken(Other, "Den här Idempotency-Key har redan använts till något annat. Välj en ny.", "Idempotency-Key");
        }
    }

    public static void Remember(GavaDatabase database, Guid id, DateTime at) => database.DoneRequests.Add(new DoneRequest { Id = id, At = at });
}
