using Gava.Domain;
using Gava.Domain.Cases;
using Gava.Domain.Routines;
using Gava.Operations.Cases;

namespace Gava.Web.Api;

/// <content>The verbs of the ladders, the reply desk and the endings.</content>
public static partial class CaseApi
{
    private delegate void MapVerb(string name, string what, Func<CaseDesk, Domain.People.Viewer, CaseReference, Seen, JsonBody, Task> act, string? example);

    private static void MapMoreVerbs(MapVerb verb)
    {
        verb("acknowledge", "Bekräfta att det har kommit", (desk, viewer, reference, seen, body) => desk.AcknowledgeAsync(viewer, reference, seen,
            body.Choice<Way>("way") ?? Way.None), Examples.Way);
        verb("escalate", "Lämna uppåt: för att du inte kan, eller för vad det gäller", (desk, viewer, reference, seen, body) => body.Choice<SubjectOf>("about") is { } about
            ? desk.MoveBySubjectAsync(viewer, reference, seen, about, body.Text("scope") ?? "", body.Text("concerned"), body.Text("why") ?? "")
            : desk.EscalateAsync(viewer, reference, seen, body.Text("why") ?? "", body.Choice<Way>("told") ?? Way.None, body.Flag("cannotBeReached") ?? false), Examples.Escalate);
        verb("consult", "Fråga en berörd", (desk, viewer, reference, seen, body) => desk.ConsultAsync(viewer, reference, seen, body.Text("person") ?? "", body.Text("text") ?? ""), Examples.Consult);
        verb("comment", "Svara på frågan, eller lämna synpunkter på förslaget", (desk, viewer, reference, seen, body) =>
            desk.AnswerConsultationAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.Note);
        verb("draft", "Skriv ett förslag till svar", (desk, viewer, reference, seen, body) => desk.DraftAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.Draft);
        verb("ask", "Ställ en fråga till den som klagade", (desk, viewer, reference, seen, body) => desk.AskAsync(viewer, reference, seen, body.Text("text") ?? "",
            body.Choice<Way>("way") ?? Way.None), Examples.Ask);
        verb("message", "Den som klagade har hört av sig igen", (desk, viewer, reference, seen, body) => desk.ReceiveMessageAsync(viewer, reference, seen, body.Text("text") ?? "",
            body.Choice<Way>("way") ?? Way.None, body.Moment("happenedAt")), Examples.Ask);
        verb("solve", "Löst direkt", (desk, viewer, reference, seen, body) => desk.SolveAsync(viewer, reference, seen, body.Text("text") ?? "", body.Flag("satisfied") ?? false), Examples.Solve);
        verb("refer", "Lämna vidare till någon annan", (desk, viewer, reference, seen, body) => desk.ReferAsync(viewer, reference, seen, body.Text("matter"), body.Text("to"),
            body.Text("text") ?? "", body.Choice<Way>("way") ?? Way.None), Examples.Refer);
        verb("report", "Berätta för klagomålshanteraren hur det har behandlats", (desk, viewer, reference, seen, body) => desk.ReportAsync(viewer, reference, seen, body.Text("text")), Examples.Note);
        verb("join", "Slå ihop med ett annat ärende", (desk, viewer, reference, seen, body) => desk.JoinAsync(viewer, reference, seen,
            CaseReference.TryParse(body.Text("with"), out var with) ? with : throw new RuleBroken("join-unknown", "with ska vara ett ärendes nummer, till exempel 2026-000123.", "with"),
            body.Text("why") ?? ""), Examples.Join);
        verb("categorise", "Sätt kategorier", (desk, viewer, reference, seen, body) => desk.CategoriseAsync(viewer, reference, seen, body.Text("tree") ?? "", body.Texts("categories") ?? []), Examples.Categorise);
        verb("where-to-turn", "Berätta vart man kan vända sig", (desk, viewer, reference, seen, body) => desk.TellWhereToTurnAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.WhereToTurn);
        verb("support", "Be chefen om stöd", (desk, viewer, reference, seen, body) => desk.AskForSupportAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.Note);
        verb("part", "Ge en del av ärendet till någon", (desk, viewer, reference, seen, body) => desk.AddPartAsync(viewer, reference, seen, body.Text("unit") ?? "",
            body.Text("person") ?? "", body.Text("text") ?? ""), Examples.Part);
        verb("add-point", "Anteckna en av de saker som klagomålet gäller", (desk, viewer, reference, seen, body) => desk.AddPointAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.Note);
        verb("remove-point", "Ta bort en sådan sak", (desk, viewer, reference, seen, body) => desk.RemovePointAsync(viewer, reference, seen, body.Whole("number") ?? 0), Examples.Point);
        verb("judge-point", "Bedöm klagomålet (number 1), eller en av de saker som det gäller", (desk, viewer, reference, seen, body) => desk.JudgePointAsync(viewer, reference, seen, body.Whole("number") ?? 0,
            body.Choice<PointOutcome>("outcome") ?? throw new RuleBroken("outcome-missing", "outcome ska vara justified, partly, unjustified eller resolved.", "outcome"), body.Text("cause"), body.Text("remedy")), Examples.Judgement);
        verb("finish-part", "En del är klar", (desk, viewer, reference, seen, body) => desk.FinishPartAsync(viewer, reference, seen, body.Whole("number") ?? 0, body.Text("text") ?? ""), Examples.FinishPart);
        verb("name-reader", "Utse vem mer som får se skyddade uppgifter", (desk, viewer, reference, seen, body) => desk.NameReaderAsync(viewer, reference, seen, body.Text("person") ?? ""), Examples.NamedReader);
        verb("correct-details", "Rätta personens uppgifter; det som utelämnas står kvar, en tom text tar bort", (desk, viewer, reference, seen, body) => desk.CorrectDetailsAsync(viewer, reference, seen,
            new(body.Text("name"), body.Text("phone"), body.Text("email"), body.Text("address"), body.Flag("protected"))), Examples.Corrections);
        verb("mask", "Dölj ord som slunkit igenom, i texten och i journalen", (desk, viewer, reference, seen, body) => desk.MaskAsync(viewer, reference, seen,
            body.Texts("words") is { Count: > 0 } words ? words : throw new RuleBroken("masking-nothing", "Inget doldes. Skriv i words vad som ska döljas.", "words")), Examples.Mask);
        verb("unmask", "Visa igen det som doldes och inte är personuppgifter: ord som valvet säger står där", (desk, viewer, reference, seen, body) => desk.UnmaskAsync(viewer, reference, seen,
            body.Texts("words") is { Count: > 0 } words ? words : throw new RuleBroken("unmasking-nothing", "Inget blev synligt. Skriv i words vad som ska synas.", "words"), body.Text("why") ?? ""), Examples.Unmask);
        verb("hold", "Undanta från gallring", (desk, viewer, reference, seen, body) => desk.HoldAsync(viewer, reference, seen, body.Text("why") ?? ""), Examples.Why);
        verb("lift-hold", "Låt det gallras igen", (desk, viewer, reference, seen, body) => desk.LiftHoldAsync(viewer, reference, seen, body.Text("why") ?? ""), Examples.Why);
        verb("secrecy", "Sekretessmarkera, eller ta bort märket", (desk, viewer, reference, seen, body) => body.Whole("attachment") is { } file
            ? desk.MarkSecrecyOfAsync(viewer, reference, seen, file, body.Text("provision"), body.Text("why") ?? "")
            : desk.MarkSecrecyAsync(viewer, reference, seen, body.Text("provision"), body.Text("why") ?? ""), Examples.Secrecy);
        verb("regime", "Ändra vilka lagar som gäller", (desk, viewer, reference, seen, body) => desk.ChangeRegimeAsync(viewer, reference, seen, body.Text("regime") ?? "", body.Text("why") ?? ""), Examples.Regime);
        verb("change-kind", "Ändra sorten", (desk, viewer, reference, seen, body) => desk.ChangeKindAsync(viewer, reference, seen, body.Text("kind") ?? "", body.Text("why") ?? ""), Examples.Kind);
        verb("move-routine", "Följ en annan version av rutinen", (desk, viewer, reference, seen, body) => desk.MoveRoutineAsync(viewer, reference, seen, body.Whole("version") ?? 0, body.Text("why") ?? ""), Examples.Version);
        verb("assign-diary-number", "Diarieför", (desk, viewer, reference, seen, body) => desk.RegisterInDiaryAsync(viewer, reference, seen, body.Text("publicSubject") ?? "", body.Text("publicParty")), Examples.Diary);
        verb("forward-to-registrar", "Lämna till registratorn", (desk, viewer, reference, seen, _) => desk.ForwardToRegistrarAsync(viewer, reference, seen), null);
        verb("exempt-from-diary", "Undanta från diariet, med skäl", (desk, viewer, reference, seen, body) => desk.ExemptFromDiaryAsync(viewer, reference, seen, body.Text("why") ?? ""), Examples.Exempt);
        verb("close-diary", "Avsluta i diariet", (desk, viewer, reference, seen, body) => desk.CloseInDiaryAsync(viewer, reference, seen, body.Text("text") ?? ""), Examples.Close);
        verb("callback", "Lova att ringa upp", (desk, viewer, reference, seen, body) => desk.PromiseCallbackAsync(viewer, reference, seen,
            body.Moment("dueAt") ?? throw new RuleBroken("callback-past", "dueAt ska vara när du ringer, till exempel 2026-04-27T10:00.", "dueAt"), body.Text("text") ?? ""), Examples.Callback);
        verb("keep-callback", "Bocka av ett löfte att ringa", (desk, viewer, reference, seen, body) => desk.KeepCallbackAsync(viewer, reference, seen, body.Whole("number") ?? 0, body.Text("text") ?? ""), Examples.FinishPart);
    }
}
