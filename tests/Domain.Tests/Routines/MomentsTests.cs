using Gava.Domain.History;
using Gava.Domain.Routines;

namespace Gava.Domain.Tests.Routines;

public sealed class MomentsTests
{
    [Fact]
    public void Every_moment_has_a_code_that_reads_back_and_a_Swedish_word() =>
        Assert.All(Enum.GetValues<Moment>(), moment =>
        {
            Assert.Equal(moment, Moments.Parse(moment.Code()));
            Assert.NotEmpty(moment.Swedish());
        });

    [Theory]
    [InlineData("Reply")]
    [InlineData("")]
    [InlineData("svar")]
    public void Nothing_else_is_a_code(string code) => Assert.Null(Moments.Parse(code));

    [Theory]
    [InlineData(EventKind.Acknowledged, null, "Acknowledgement")] // R-DUE-02: no feedback
    [InlineData(EventKind.ContactAttempted, "phone", "")] // no contact
    [InlineData(EventKind.CallbackPromised, null, "")]
    [InlineData(EventKind.CallbackKept, null, "")]
    [InlineData(EventKind.MeasureRegistered, "corrects", "")] // done, but nobody told
    [InlineData(EventKind.Noted, null, "")]
    [InlineData(EventKind.Contacted, "phone", "Contact")]
    [InlineData(EventKind.FeedbackGiven, "other", "Contact Feedback")]
    [InlineData(EventKind.FeedbackGiven, "measure", "Contact Feedback FeedbackOnMeasure")]
    [InlineData(EventKind.FeedbackGiven, "investigation", "Contact Feedback FeedbackOnInvestigation")]
    [InlineData(EventKind.DelayNotified, "letter", "DelayNotice")]
    [InlineData(EventKind.Replied, "letter", "Reply")]
    [InlineData(EventKind.Taken, null, "Acceptance")]
    [InlineData(EventKind.Accepted, null, "Acceptance")]
    [InlineData(EventKind.Closed, "answered", "Closing")]
    [InlineData(EventKind.Reopened, null, "Reopening")]
    public void A_journal_line_is_the_moments_that_it_tells_of(EventKind kind, string? subject, string moments) =>
        Assert.Equal(moments, string.Join(' ', Moments.Of(kind, subject)));
}
