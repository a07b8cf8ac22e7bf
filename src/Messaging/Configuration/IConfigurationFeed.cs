using MemoCoach.Contracts;

namespace MemoCoach.Messaging.Configuration;

/// <summary>The active revisions of the configuration documents that this process follows.</summary>
public interface IConfigurationFeed
{
    /// <summary>Raised after a new revision is in force here.</summary>
    event Action<ConfigRevisionPublished>? Changed;

    /// <summary>The active revision, or null while ConfigService has not answered yet.</summary>
    ConfigRevisionPublished? Find(string name);

    /// <summary>Ends when the document is there.</summary>
    Task<ConfigRevisionPublished> WaitForAsync(string name, CancellationToken cancellationToken);
}
