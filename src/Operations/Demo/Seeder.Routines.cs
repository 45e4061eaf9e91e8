using Gava.Domain.Cases;
using Gava.Domain.People;
using Gava.Domain.Privacy;
using Gava.Domain.Routines;

namespace Gava.Operations.Demo;

/// <content>What some routines want done and others do not: consultation and rest, report, categories.</content>
public sealed partial class Seeder
{
    private sealed partial class Life
    {
        /// <summary>What the routine lets the person do; else the leader of the place does it.</summary>
        private bool MayAnswer(Person handler) =>
            (@case.Routine.Responsibility.EmployeesMayAnswer || handler.Id == place.Leader.Id)
            && world.Viewer(handler).Roles.Any(r => @case.Routine.Responsibility.Allows(r.Role, Duty.Answer));

        private bool Prepare(double pace, Person handler, Viewer viewer)
        {
            if (!@case.Routine.Reply.ConsultationRequired) return true;
            var colleague = place.Staff.FirstOrDefault(p => p.Id != handler.Id);
            if (colleague is null) return true;
            if (!Pass(0.6 * pace, calendar)) return false;
            @case.Consult(colleague, Words.Plain("Vad minns du av det här?"), viewer, By(handler));
            @case.Draft(Words.Plain(MadeUpTexts.Reply(chance, @case.Kind)), viewer, By(handler));
            return true;
        }

        private Words? Impatience() =>
            @case.MissingBeforeReplying(at).Count == 0 ? null : Words.Plain("Personen väntade på besked, och vi var säkra på svaret.");

        private void Finish(Person handler, Viewer viewer)
        {
            if (@case.Routine.Closing.ReportRequired) @case.Report(Words.Plain(TreatmentReport.Of(@case, @case.NewEvents)), viewer, By(handler));
            foreach (var tree in @case.Routine.Categories)
            {
                var by = tree.SetBy is { } role ? world.Organisation.Holder(@case.UnitId, role, world.Today)?.Person : handler;
                if (by is not null) @case.Categorise(tree.Code, [story is not null && tree.Find(story.Category) is not null ? story.Category : Leaf(tree)], world.Viewer(by), By(by));
            }
        }

        private string Leaf(CategoryTree tree)
        {
            var all = tree.All.Where(c => c.Children.Count == 0).ToList();
            return all[chance.Next(all.Count)].Code;
        }
    }
}
