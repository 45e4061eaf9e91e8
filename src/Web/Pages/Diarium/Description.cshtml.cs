using Gava.Operations.Diary;

namespace Gava.Web.Pages.Diarium;

/// <summary>Every diary and store of the installation, made from its routines (OSL 4:2; law.md SR-2.11).</summary>
public sealed class DescriptionModel(PublicDiary diary) : DiaryPage
{
    public IReadOnlyList<KeptRecord> All { get; private set; } = [];

    public async Task OnGetAsync()
    {
        MustBeRegistrar();
        All = await diary.DescriptionAsync(HttpContext.RequestAborted);
    }
}
