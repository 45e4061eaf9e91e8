namespace Gava.Domain.History;

/// <summary>Everything that a journal line can tell. Stored by name: a name once released is never reused for another meaning.</summary>
public enum EventKind
{
    /// <summary>It reached somebody in the organisation (ankomst).</summary>
    Arrived,
    Registered,
    KindChanged,
    Acknowledged,
    Taken,
    HandedOver,
    Accepted,
    Declined,
    ContactAttempted,
    Contacted,
    CallbackPromised,
    CallbackKept,
    FeedbackGiven,
    MeasureRegistered,
    DelayNotified,
    Replied,
    Noted,
    Closed,
    Reopened,

    /// <summary>Somebody opened the vault of the case, with a reason of work.</summary>
    VaultOpened,

    PersonAdded,
    PersonChanged,
    RoleGiven,
    RoleEnded,
    PasswordSet,
    KeyIssued,
    KeyRevoked,
    UnitAdded,
    UnitChanged,
    DayClosed,
    RoutinePublished,
}
