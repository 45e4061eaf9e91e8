using Gava.Domain.Routines;
using Gava.Operations.Diary;
using Gava.Web.Components;

namespace Gava.Web.Pages.Diarium;

/// <summary>The list that anybody may read, ready to print (OSL 5:2).</summary>
public sealed class PublicListModel(PublicDiary diary) : ListPage
{
    private IReadOnlyList<KeptRecord> all = [];

    public IReadOnlyList<DiaryRow> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public KeptRecord? Kept => all.FirstOrDefault(k => k.Code == Serie);

    public IEnumerable<Choice> All => all.Select(k => new Choice(k.Code, k.Mode == RegistrationMode.Diary ? $"{k.Code}, {k.Keeper}" : k.Title));

    public async Task OnGetAsync()
    {
        MustBeRegistrar();
        all = await diary.DescriptionAsync(HttpContext.RequestAborted);
        Serie ??= all.Count > 0 ? all[0].Code : null;
        Ar = $"{Year}";
        Sida = Math.Clamp(Sida, 1, 10_000);
        var page = await diary.RowsAsync(Question, HttpContext.RequestAborted);
        (Rows, HasMore) = (page.Rows, page.HasMore);
    }
}
