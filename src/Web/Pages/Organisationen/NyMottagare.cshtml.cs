using Gava.Operations.People;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Organisationen;

/// <summary>What is typed about somewhere to turn.</summary>
public sealed class RecipientAnswers
{
    public string? Name { get; set; }
    public string? WhatFor { get; set; }
    public string? Phone { get; set; }
    public string? Web { get; set; }
    public int? Position { get; set; }

    internal RecipientDetails Details => new(Name ?? "", WhatFor ?? "", Phone, Web, Position ?? 0);
}

/// <summary>One more place where a person can turn.</summary>
public sealed class NyMottagareModel(RecipientDesk desk) : ChangePage
{
    [BindProperty]
    public RecipientAnswers Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return await RefuseAsync();
        await ShowAsync();
        await desk.AddAsync(Viewer, Input.Details);
        return Back("/organisation/mottagare", $"{Input.Name!.Trim()} är tillagd.");
    }

    protected override async Task LoadAsync()
    {
        if (IsFirst) Input = new RecipientAnswers { Position = (await desk.AllAsync()).Select(r => r.Position).DefaultIfEmpty(0).Max() + 10 };
    }
}
