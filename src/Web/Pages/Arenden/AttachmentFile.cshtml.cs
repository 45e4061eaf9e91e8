using Gava.Operations.Cases;
using Gava.Operations.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Gava.Web.Pages.Arenden;

/// <summary>An attachment, as a download only and never shown in the page; logged as a vault opening.</summary>
public sealed class AttachmentFileModel(CaseReading reading, VaultDesk vault) : CasePage(reading)
{
    public Task<IActionResult> OnGetAsync(int number) => FileAsync(async () =>
    {
        var (content, mediaType) = await vault.OpenAttachmentAsync(Viewer, Reference, number);
        Response.ContentLength = content.Length;
        return File(content, "application/octet-stream", $"bilaga-{Reference}-{number}{FileKinds.EndingOf(mediaType)}");
    });
}
