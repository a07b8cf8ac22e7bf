using Microsoft.AspNetCore.Http.Metadata;

namespace MemoCoach.Gateway.Api;

internal static class BodyLimit
{
    /// <summary>Nothing that the gateway itself takes comes near this; more is refused with 413 before it is read.</summary>
    private const long Bytes = 64 * 1024;

    public static TBuilder WithSmallBody<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Limit());

    private sealed class Limit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => Bytes;
    }
}
