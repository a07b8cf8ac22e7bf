using System.Runtime.CompilerServices;

namespace MemoCoach.Gateway.Web.Api;

/// <summary>Follows a submission until it has its answer, over as many connections as that takes.</summary>
public sealed class SubmissionFollower(ApiClient api, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <exception cref="ApiException">Asking again will not help: the session has ended, for example.</exception>
    public async IAsyncEnumerable<FollowedNews> FollowAsync(Guid submissionId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pause = FirstPause;
        while (true)
        {
            await using var connection = api.FollowOnceAsync(submissionId, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(connection, cancellationToken))
            {
                pause = FirstPause;
                if (connection.Current is not { } news)
                {
                    yield return new FollowedNews.Gone();
                    yield break;
                }

                yield return new FollowedNews.Told(news);
                if (news.Status is SubmissionState.Completed or SubmissionState.Failed)
                {
                    yield break;
                }
            }

            yield return new FollowedNews.Interrupted();
            await Task.Delay(pause, clock, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Reads on; a connection that breaks counts as one that ended, since the next one begins with the whole state.</summary>
    private static async Task<bool> NextAsync(IAsyncEnumerator<SubmissionNews?> connection, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.MoveNextAsync();
        }
        catch (ApiException failure) when (failure.Problem.Status is >= 500 or 429)
        {
            return false;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>What a follower hears.</summary>
public abstract record FollowedNews
{
    public sealed record Told(SubmissionNews News) : FollowedNews;

    /// <summary>The connection is lost; the follower is about to try again.</summary>
    public sealed record Interrupted : FollowedNews;

    /// <summary>The submission was deleted, or never existed.</summary>
    public sealed record Gone : FollowedNews;
}
