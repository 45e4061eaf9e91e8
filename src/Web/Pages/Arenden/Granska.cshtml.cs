using Gava.Domain.Cases;
using Gava.Domain.Privacy;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>The live preview while one types: what will be hidden in the register. Stores nothing and logs nothing.</summary>
public sealed class GranskaModel : StaffPage
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IEnumerable<Piece> Pieces { get; private set; } = [];

    public IActionResult OnPost(string? text)
    {
        var read = (text ?? "").ReplaceLineEndings("\n");
        if (read.Length > NewCase.LongestText) return Page();
        Findings = PersonalDataFinder.Default.Find(read);
        Pieces = Piece.Of(read, Findings);
        return Page();
    }
}
