using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.ServiceDefaults;

/// <summary>Which answer an exception of a library stands for, so that the library need not know about HTTP.</summary>
/// <param name="Detail">For the caller; the exception's own message stays in the log.</param>
public sealed record ExceptionMapping(Type Exception, int Status, string Detail, TimeSpan? RetryAfter)
{
    public bool Covers(Exception exception) => Exception.IsInstanceOfType(exception);
}

public static class ExceptionMappingRegistration
{
    /// <summary>For example <c>AddExceptionMapping&lt;StorageUnavailableException&gt;(503, "...", TimeSpan.FromSeconds(5))</c>.</summary>
    public static IServiceCollection AddExceptionMapping<TException>(
        this IServiceCollection services, int status, string detail, TimeSpan? retryAfter = null)
        where TException : Exception =>
        services.AddSingleton(new ExceptionMapping(typeof(TException), status, detail, retryAfter));
}
