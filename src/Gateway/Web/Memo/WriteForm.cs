using System.Security.Cryptography;
using System.Text.Json;
using MemoCoach.Gateway.Web.Api;

namespace MemoCoach.Gateway.Web.Memo;

/// <summary>What the page <em>Write</em> posts.</summary>
public sealed class WriteForm
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }

    public Guid? MemoId { get; set; }

    /// <summary>Made once for each draft, kept with it in the browser.</summary>
    public string? Nonce { get; set; }

    public NewDraft ToDraft() => new(
        string.IsNullOrWhiteSpace(Title) ? null : Title,
        Text ?? "",
        MemoId,
        string.IsNullOrEmpty(Language) ? null : Language);

    /// <summary>
    /// The same draft sent again (a double click, a lost answer) has the same key and is one submission; after a change it
    /// has another key, since the API refuses a key that comes with another body.
    /// </summary>
    public string IdempotencyKey() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Nonce, Draft = ToDraft() })));
}
