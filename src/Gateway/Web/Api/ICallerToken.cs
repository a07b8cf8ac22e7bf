namespace MemoCoach.Gateway.Web.Api;

/// <summary>The bearer token of the person in front of a page.</summary>
public interface ICallerToken
{
    /// <returns>Null where nobody is signed in.</returns>
    Task<string?> IssueAsync();
}
