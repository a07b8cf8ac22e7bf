using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Storage;

/// <summary>Makes contexts of a provider-derived type without reflection on the hot path.</summary>
internal static class ContextFactory<TContext, TProviderContext>
    where TProviderContext : DbContext, TContext
{
    public static Func<DbContextOptions<TProviderContext>, TContext> Create { get; } = Compile();

    private static Func<DbContextOptions<TProviderContext>, TContext> Compile()
    {
        var options = Expression.Parameter(typeof(DbContextOptions<TProviderContext>));
        var constructor = typeof(TProviderContext).GetConstructor([typeof(DbContextOptions<TProviderContext>)])
            ?? throw new InvalidOperationException($"{typeof(TProviderContext)} needs a public constructor that takes its own options.");
        return Expression.Lambda<Func<DbContextOptions<TProviderContext>, TContext>>(Expression.New(constructor, options), options).Compile();
    }
}
