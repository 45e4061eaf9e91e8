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

    /// <summary>What was written down was read back (R-IN-09).</summary>
    ReadBack,
    AskedInWriting,

    /// <summary>Passed one step up for inability (R-ESC-05).</summary>
    Escalated,

    /// <summary>Moved for what it is about (R-ESC-02).</summary>
    MovedBySubject,
    GivenToCoordinator,
    SupportAsked,
    Consulted,
    ConsultationAnswered,
    Drafted,

    /// <summary>The complainant has written or called again.</summary>
    Messaged,

    /// <summary>A question to the complainant.</summary>
    Asked,

    /// <summary>The reply went although something that the routine wants was not done, and why.</summary>
    PassedBy,
    PartAdded,

    /// <summary>One of the things that a complaint is about; its number stands in the line.</summary>
    PointAdded,
    PointRemoved,

    /// <summary>What it came to, and its cause in words.</summary>
    PointJudged,

    /// <summary>What is done for the person about it.</summary>
    PointRemedied,
    PartDone,

    /// <summary>Solved on the spot (R-FLOW-04).</summary>
    Solved,

    /// <summary>Somebody else has it now (R-IN-10).</summary>
    Referred,

    /// <summary>The complaints manager was told how it was treated (R-FLOW-11).</summary>
    Reported,
    Joined,
    JoinedFrom,
    WhereToTurnTold,
    Categorised,
    SecrecyMarked,
    SecrecyLifted,
    RegimeChanged,
    RoutineMoved,

    /// <summary>It came to a unit with another routine, and follows that one now.</summary>
    RoutineAdopted,

    /// <summary>Its number in a board's diary is closed there, since another board has it (law.md SR-2.12).</summary>
    DiaryLeft,

    /// <summary>The clock reminded somebody before or after a time was out (R-ESC-04).</summary>
    Reminded,

    /// <summary>A time was out, and the next manager was told.</summary>
    EscalatedByTime,

    /// <summary>The person was asked to turn to somebody else, where the routine allows it (S4; R-ESC-03).</summary>
    PersonReferred,

    /// <summary>The second reader has read the draft (routines.md).</summary>
    DraftRead,

    /// <summary>Whoever the routine names has left it to the registrar (S3; R-REG-09).</summary>
    ForwardedToRegistrar,

    /// <summary>The registrar gave it a number (R-REG-04).</summary>
    DiaryRegistered,
    DiaryClosed,

    /// <summary>The registrar kept it out of the diary, and why (R-REG-08).</summary>
    DiaryExempted,

    /// <summary>Somebody opened the vault of the case, with a reason of work.</summary>
    VaultOpened,

    /// <summary>A manager named the second of the two who may see a protected person's details, or took the name back (R-SEC-04).</summary>
    ReaderNamed,

    /// <summary>Nothing of it may be erased for now (law.md SR-10.4).</summary>
    HeldFromDisposal,
    HoldLifted,

    /// <summary>A part was erased, by the decision that the line names (gallring, R-SEC-05).</summary>
    Disposed,

    /// <summary>Words were hidden in the text or in older lines; the line vouches for what they say now (R-REG-02).</summary>
    Masked,

    /// <summary>Words that were hidden by mistake are shown again; the line vouches for what the text and older lines say now (R-REG-02).</summary>
    Unmasked,

    /// <summary>Details of the person were put right (GDPR article 16); the line says which, and the vault has what they were.</summary>
    DetailsCorrected,

    /// <summary>The person is not satisfied and wants somebody else to look at it (R-FLOW-12).</summary>
    AnotherViewAsked,

    /// <summary>It came from an older register; the line tells from where, and what Gåva has no field for (R-SYS-01, R-SYS-04).</summary>
    Imported,

    /// <summary>The person rated how it went (R-FLOW-13).</summary>
    SurveyAnswered,

    /// <summary>The person was given a new code to follow it by, and how (R-IN-05, R-FLOW-13).</summary>
    CodeGiven,

    /// <summary>Its place was ended, and another one has it (R-ESC-01).</summary>
    MovedWithPlace,

    /// <summary>Whoever had it left, and somebody else has it.</summary>
    TakenOver,

    PersonAdded,
    PersonChanged,
    PersonEnded,
    RoleGiven,
    RoleEnded,
    PasswordSet,
    KeyIssued,
    KeyRevoked,
    UnitAdded,
    UnitChanged,
    UnitMoved,
    UnitEnded,
    DayClosed,
    DayOpened,
    RecipientAdded,
    RecipientChanged,
    RecipientRemoved,
    TemplateAdded,
    TemplateChanged,
    TemplateRemoved,
    RoutinePublished,

    /// <summary>Somebody looked for the case of a person who called, by what that person said (R-REG-03).</summary>
    CallerSought,

    /// <summary>A member of staff was given what Gåva keeps about them (GDPR article 15).</summary>
    StaffExtracted,

    /// <summary>A unit started a plan to improve something (R-LEARN-04).</summary>
    PlanStarted,
    PlanChanged,

    /// <summary>A meeting went through what people had said.</summary>
    MeetingNoted,

    /// <summary>What was heard and done is shown to anybody (R-LEARN-06).</summary>
    LessonPublished,
    LessonWithdrawn,

    /// <summary>Somebody began to compile a report (R-LEARN-02).</summary>
    ReportStarted,
    ReportChanged,

    /// <summary>It was signed; the seal over its files stands in the line.</summary>
    ReportSigned,
    ReportDelivered,

    /// <summary>Complaints at a place rose beyond chance (R-LEARN-05).</summary>
    SignalRaised,
    SignalSettled,

    /// <summary>Cases about one thing were gathered (R-LEARN-05); their numbers stand in the line.</summary>
    ThemeStarted,
    ThemeChanged,

    /// <summary>Somebody looked at a proposal: it is not one thing.</summary>
    ThemeDismissed,

    /// <summary>Somebody asked for public documents (TF 2 kap.).</summary>
    DisclosureRegistered,

    /// <summary>Documents of the case were picked for such a request.</summary>
    DisclosurePicked,

    /// <summary>A document was picked by mistake, and is not part of the request any more.</summary>
    DisclosureDropped,
    DisclosureDecided,

    /// <summary>A manager judged an opening of the vault (R-SEC-02).</summary>
    ReadingJudged,
}
