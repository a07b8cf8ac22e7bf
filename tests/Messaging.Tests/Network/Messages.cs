using System.Collections.Concurrent;
using System.Diagnostics;
using MemoCoach.Contracts;
using Microsoft.EntityFrameworkCore;

namespace MemoCoach.Messaging.Tests.Network;

[RequiresConsumer]
public sealed record OrderPlaced(Guid SubmissionId, string Text) : ISubmissionMessage;

/// <summary>Nobody consumes it, and nobody has to.</summary>
public sealed record NoticeGiven(Guid Id);

[Ephemeral]
public sealed record BellRung(Guid Id);

public sealed record PriceAsked(string Article);

public sealed record PriceNamed(string Article, int Price);

/// <summary>What a test makes go wrong in the receiver, and what the receiver's parts saw.</summary>
public sealed class Script
{
    /// <summary>Runs within the consumer, after its effect is in the transaction and before the commit.</summary>
    public Func<OrderPlaced, CancellationToken, Task> InTheMiddle { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentBag<(string Instance, Guid Id)> Heard { get; } = [];

    public ConcurrentDictionary<Guid, int> Attempts { get; } = new();
}

/// <summary>Name of one running host, so that a test tells replicas apart.</summary>
public sealed record Instance(string Name);

public sealed class OrderPlacedConsumer(Script script) : IConsumer<ReceiverDbContext, OrderPlaced>
{
    public async Task ConsumeAsync(ReceiverDbContext session, OrderPlaced message, CancellationToken cancellationToken)
    {
        script.Attempts.AddOrUpdate(message.SubmissionId, 1, (_, attempts) => attempts + 1);
        session.Add(new Effect { OrderId = message.SubmissionId, TraceId = Activity.Current?.TraceId.ToHexString() });
        await session.SaveChangesAsync(cancellationToken);
        await script.InTheMiddle(message, cancellationToken);
    }
}

public sealed class BellListener(Script script, Instance instance) : IListener<BellRung>
{
    public Task HearAsync(BellRung message, CancellationToken cancellationToken)
    {
        script.Heard.Add((instance.Name, message.Id));
        return Task.CompletedTask;
    }
}

public sealed class PriceResponder : IResponder<PriceAsked, PriceNamed>
{
    public Task<PriceNamed> RespondAsync(PriceAsked request, CancellationToken cancellationToken) =>
        request.Article == "broken"
            ? throw new InvalidOperationException("No price.")
            : Task.FromResult(new PriceNamed(request.Article, 42));
}
