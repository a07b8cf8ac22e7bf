namespace MemoCoach.Storage;

/// <summary>The database engines that a service can keep its data in.</summary>
public enum StorageProvider
{
    /// <summary>One file per service; one replica per service.</summary>
    Sqlite,

    /// <summary>One PostgreSQL database per service; any number of replicas.</summary>
    Postgres,
}
