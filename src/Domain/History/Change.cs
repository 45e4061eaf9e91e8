namespace Gava.Domain.History;

/// <summary>Who, when and why: handed to every verb that changes something.</summary>
/// <param name="By">The person; <see cref="People.Person.System"/> when the clock did it.</param>
/// <param name="At">UTC, from the clock at the door.</param>
/// <param name="Why">The reason given, masked for the register; null where none is asked for.</param>
public sealed record Change(Guid By, DateTime At, string? Why = null);
