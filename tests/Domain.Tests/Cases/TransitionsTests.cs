using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Routines;
using Gava.Domain.Tests.Testing;

namespace Gava.Domain.Tests.Cases;

/// <summary>
/// docs/transitions.md: every verb, from every status, by everybody, allowed and refused (R-SEC-01, R-ESC-03, R-FLOW-15). The
/// page is read by people; this test says when the code no longer does what it says.
/// </summary>
public sealed class TransitionsTests
{
    private const string Later = "2026-04-27 09:00";

    /// <summary>Who they are to a case that Amal received about Boendestöd.</summary>
    private static readonly string[] People = ["amal", "bodil", "cecilia", "eva", "david", "kim", "frida", "karin", "gun", "hanna", "webben"];

    [Fact]
    public void Every_transition_for_everybody_is_as_the_page_says()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "transitions.md")).ReplaceLineEndings("\n");
        var table = page[page.IndexOf("| verb |", StringComparison.Ordinal)..].TrimEnd().Split('\n');
        var rows = Rows();
        // What it should say, to lay beside the page.
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "transitions.actual.md"), rows);
        Assert.Equal(rows, table);
    }

    private static List<string> Rows()
    {
        List<string> rows = ["| verb | from | leads to | is refused |", "| --- | --- | --- | --- |"];
        foreach (var verb in VerbsTests.Verbs.Keys)
        {
            foreach (var status in Enum.GetValues<CaseStatus>())
            {
                var outcomes = People.Select(person => (person, Outcome: Outcome(verb, status, person))).ToLookup(o => o.Outcome, o => o.person);
                rows.Add($"| {verb} | {status} | {Told(outcomes, code => char.IsUpper(code[0]))} | {Told(outcomes, code => char.IsLower(code[0]))} |");
            }
        }

        return rows;
    }

    private static string Told(ILookup<string, string> outcomes, Func<string, bool> which)
    {
        var told = outcomes.Where(g => which(g.Key)).Select(g => $"**{g.Key}** {(g.Count() == People.Length ? "everybody" : string.Join(' ', g))}");
        return string.Join("; ", told) is { Length: > 0 } text ? text : "–";
    }

    private static string Outcome(string verb, CaseStatus status, string person)
    {
        var @case = In(status);
        // What a verb needs to have happened before, so that its refusals are about the person.
        if (verb == "KeepCallback" && @case.IsOpen) Act(@case, "PromiseCallback", "cecilia");
        if (verb == "RemovePoint" && @case.IsOpen) Act(@case, "AddPoint", "cecilia");
        if (verb == "FinishPart" && @case.IsOpen) Act(@case, "AddPart", "cecilia");
        if (verb is "MarkExempt" or "CloseInDiary" or "ForwardToRegistrar" or "RegisterInDiary") @case = In(status, WithDiary);
        if (verb == "CloseInDiary") Act(@case, "RegisterInDiary", "frida");
        try
        {
            Act(@case, verb, person);
            return $"{@case.Status}";
        }
        catch (RuleBroken broken)
        {
            return broken.Code;
        }
    }

    private static void Act(Case @case, string verb, string person) =>
        VerbsTests.Verbs[verb].Act(@case, Make.Viewer(person), Make.Change(person, Later));

    /// <summary>A complaint of somebody who wants no answer, so that it can be closed from every status.</summary>
    private static Case In(CaseStatus status, Routine? routine = null)
    {
        var @case = Make.Case(receiver: status == CaseStatus.Received ? "webben" : "amal", wantsReply: false, following: routine);
        if (status == CaseStatus.Offered) Act(@case, "HandOver", "cecilia");
        if (status == CaseStatus.Answered) Act(@case, "Reply", "cecilia");
        if (status == CaseStatus.Closed) Act(@case, "Close", "cecilia");
        return @case;
    }

    private static Routine WithDiary => Make.Routine() with
    {
        Registration = new() { Mode = RegistrationMode.Diary, Series = "SN", Board = "Socialnämnden", Through = Role.ComplaintsManager, PublicSubjects = ["Klagomål"] },
    };
}
