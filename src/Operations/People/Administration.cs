using System.Security.Cryptography;
using System.Text;
using Gava.Domain;
using Gava.Domain.Deadlines;
using Gava.Domain.History;
using Gava.Domain.People;
using Gava.Operations.Database;

namespace Gava.Operations.People;

/// <summary>
/// The way in for every change of the organisation: who may, one transaction with its journal line, and that every process
/// hears of it within a second.
/// </summary>
public sealed class Administration(WriteGate gate, OrganisationBook book, TimeProvider clock)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static bool MayChange(Viewer viewer) => viewer.Is(Role.SystemAdministrator);

    public static RuleBroken NotYours() => new("administrators-only", "Det är systemadministratören som ändrar här. Be hen om hjälp.");

    /// <param name="request">Set when the same request may come again and must be carried out once.</param>
    /// <exception cref="RuleBroken">The viewer may not, or the work broke a rule: nothing is changed.</exception>
    public async Task WriteAsync(Viewer viewer, OneRequest? request, Func<GavaDatabase, Change, Task> work)
    {
        if (!MayChange(viewer)) throw NotYours();
        await gate.WriteAsync(null, async database =>
        {
            var change = new Change(viewer.Id, StockholmTime.Now(clock));
            if (request is { } one && !await one.IsFirstAsync(database, change.At)) return;
            await work(database, change);
            database.Head!.OrganisationVersion++;
        });
        book.Forget();
    }

    /// <summary>A password that nobody chose, to be read aloud once: four groups of four, nearly 80 bits.</summary>
    public static string NewPassword() => string.Join('-', RandomNumberGenerator.GetString(Letters, 16).Chunk(4).Select(group => new string(group)));

    /// <summary>What a form or a caller had seen: the same until somebody changes one of the values.</summary>
    public static string MarkOf(params object?[] values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values.Select(v => $"{v}"))))[..8]);

    public static string MarkOf(Unit unit) => MarkOf(unit.Name, unit.Kind, unit.ParentId, unit.Routine, unit.Phone, unit.Email, unit.Address, unit.Ended, unit.UsersOn(DateOnly.MaxValue));

    public static string MarkOf(Person person) => MarkOf(person.Name, person.Title, person.Email, person.Phone, person.IsActive);

    public static string MarkOf(Recipient recipient) => MarkOf(recipient.Name, recipient.WhatFor, recipient.Phone, recipient.Web, recipient.Position);

    /// <exception cref="StaleWrite">Somebody changed it in between.</exception>
    public static void MustBeSeen(string? seen, string now)
    {
        if (!string.IsNullOrEmpty(seen) && seen != now) throw new StaleWrite();
    }
}
