using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>
/// The public API as the pages use it, over HTTP in every shape of the program, so that what a page can do, a script can
/// do. Methods that look for something return null where it does not exist; every other refusal is an
/// <see cref="ApiException"/>.
/// </summary>
public sealed class ApiClient(HttpClient http, ICallerToken token)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public async Task<Me> MeAsync(CancellationToken cancellationToken) =>
        (await RequireAsync<SessionAnswer>(HttpMethod.Get, "api/v1/auth/me", cancellationToken)).User;

    /// <param name="idempotencyKey">The same key with the same draft hands it in once, however often it is sent.</param>
    public Task<Submission> SubmitAsync(NewDraft draft, string idempotencyKey, CancellationToken cancellationToken) =>
        RequireAsync<Submission>(
            HttpMethod.Post,
            "api/v1/submissions",
            cancellationToken,
            request =>
            {
                request.Headers.Add("Idempotency-Key", idempotencyKey);
                request.Content = JsonContent.Create(draft, options: JsonSerializerOptions.Web);
            });

    public Task<SubmissionPage> ListAsync(int limit, string? cursor, Guid? memoId, CancellationToken cancellationToken) =>
        RequireAsync<SubmissionPage>(
            HttpMethod.Get,
            $"api/v1/submissions?limit={limit}"
                + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")
                + (memoId is null ? "" : $"&memoId={memoId}"),
            cancellationToken);

    public Task<Submission?> FindSubmissionAsync(Guid id, CancellationToken cancellationToken) =>
        FindAsync<Submission>($"api/v1/submissions/{id}", cancellationToken);

    public Task<Review?> FindReviewAsync(Guid submissionId, CancellationToken cancellationToken) =>
        FindAsync<Review>($"api/v1/reviews/{submissionId}", cancellationToken);

    /// <returns>Whether it was there.</returns>
    public Task<bool> DeleteAsync(Guid submissionId, CancellationToken cancellationToken) =>
        DoAsync(HttpMethod.Delete, $"api/v1/submissions/{submissionId}", cancellationToken);

    /// <returns>Whether it was there.</returns>
    public Task<bool> RetryAsync(Guid submissionId, CancellationToken cancellationToken) =>
        DoAsync(HttpMethod.Post, $"api/v1/reviews/{submissionId}/retry", cancellationToken);

    /// <summary>
    /// The state of a submission now and its changes from now on, on one connection. It ends with the submission's answer,
    /// or whenever the other side ends it; see <see cref="SubmissionFollower"/> for one that goes on.
    /// </summary>
    /// <returns>Null as an element: the submission does not exist any more.</returns>
    public async IAsyncEnumerable<SubmissionNews?> FollowOnceAsync(
        Guid submissionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Get, $"api/v1/submissions/{submissionId}/events", null, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            yield return null;
            yield break;
        }

        await EnsureSuccessAsync(response, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            switch (item.EventType)
            {
                case "status":
                    yield return JsonSerializer.Deserialize<SubmissionNews>(item.Data, JsonSerializerOptions.Web);
                    break;
                case "deleted":
                    yield return null;
                    yield break;
            }
        }
    }

    private async Task<T> RequireAsync<T>(
        HttpMethod method, string path, CancellationToken cancellationToken, Action<HttpRequestMessage>? dress = null)
        where T : class
    {
        using var limit = LimitBy(cancellationToken);
        using var response = await SendAsync(method, path, dress, HttpCompletionOption.ResponseContentRead, limit.Token);
        await EnsureSuccessAsync(response, limit.Token);
        return await ReadAsync<T>(response, limit.Token);
    }

    private async Task<T?> FindAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = LimitBy(cancellationToken);
        using var response = await SendAsync(HttpMethod.Get, path, null, HttpCompletionOption.ResponseContentRead, limit.Token);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await EnsureSuccessAsync(response, limit.Token);
        return await ReadAsync<T>(response, limit.Token);
    }

    private async Task<bool> DoAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var limit = LimitBy(cancellationToken);
        using var response = await SendAsync(method, path, null, HttpCompletionOption.ResponseContentRead, limit.Token);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        await EnsureSuccessAsync(response, limit.Token);
        return true;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        Action<HttpRequestMessage>? dress,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (await token.IssueAsync() is { } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        dress?.Invoke(request);
        try
        {
            return await http.SendAsync(request, completion, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw new ApiException(new ApiProblem((int)HttpStatusCode.ServiceUnavailable), failure);
        }
    }

    private static async Task EnsureSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new ApiException(await ReadProblemAsync(response, cancellationToken));
        }
    }

    private static async Task<ApiProblem> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return new ApiProblem(status);
        }

        try
        {
            return (await response.Content.ReadFromJsonAsync<ApiProblem>(JsonSerializerOptions.Web, cancellationToken))! with { Status = status };
        }
        catch (JsonException)
        {
            // A proxy in between may have cut the document; the status still says what happened.
            return new ApiProblem(status);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class =>
        await response.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken)
            ?? throw new ApiException(new ApiProblem((int)HttpStatusCode.BadGateway));

    private static CancellationTokenSource LimitBy(CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        return limit;
    }
}
