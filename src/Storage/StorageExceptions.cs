namespace MemoCoach.Storage;

/// <summary>The database cannot do its work now: it is down, full, locked or overloaded. Callers may try again later.</summary>
public sealed class StorageUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>The database cannot be used by this program at all, for example because a newer version has migrated it.</summary>
public sealed class StorageRefusedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
