using MemoCoach.ConfigService.Application.Validation;

namespace MemoCoach.ConfigService.Api;

/// <summary>Reads a document that is sent as it is, and never more of it than a document may have.</summary>
internal static class YamlBody
{
    public const string ContentType = "application/yaml";

    /// <summary>Tools name YAML in many ways, and curl calls everything a form; the body says best what it is.</summary>
    public const string AnyContentType = "*/*";

    /// <returns>Null when the body is too large; the rest of it is not read.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, DocumentLimits limits, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limits.MaximumBytes)
        {
            return null;
        }

        var buffer = new byte[(int)(request.ContentLength ?? limits.MaximumBytes) + 1];
        var count = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return count > limits.MaximumBytes ? null : buffer[..count];
    }
}
