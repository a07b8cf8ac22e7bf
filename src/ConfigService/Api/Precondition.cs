using Microsoft.Net.Http.Headers;

namespace MemoCoach.ConfigService.Api;

/// <summary>The request's If-Match: the revision that the caller saw last, so that no change is ever lost.</summary>
internal sealed class Precondition
{
    private readonly IList<EntityTagHeaderValue> _tags;

    private Precondition(bool isPresent, IList<EntityTagHeaderValue> tags) => (IsPresent, _tags) = (isPresent, tags);

    public bool IsPresent { get; }

    public static Precondition Of(HttpRequest request) =>
        new(request.Headers.IfMatch.Count > 0, request.GetTypedHeaders().IfMatch);

    /// <summary>
    /// Whether the change may go on top of this revision. A tag that a proxy made weak while compressing counts too: it
    /// names the same revision.
    /// </summary>
    public bool Allows(string? revision) =>
        !IsPresent || _tags.Any(tag => tag == EntityTagHeaderValue.Any ? revision is not null : tag.Tag == $"\"{revision}\"");
}
