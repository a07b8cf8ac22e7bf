// Each type breaks one rule on purpose. They are read, never run.
#pragma warning disable CA1812, CA1822, IDE0060, CS0649
using MemoCoach.Broken.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MemoCoach.Broken.Domain
{
    internal sealed class KnowsInfrastructureInAField
    {
        public BrokenStore? Store;
    }

    internal sealed class KnowsAPackageInAMethodBody
    {
        public object Read() => new DbContextOptionsBuilder();
    }

    internal sealed class KnowsContractsAsAGenericArgument
    {
        public List<Contracts.MemoSubmitted> Messages { get; } = [];
    }

    internal sealed class KnowsTheBusInALambda
    {
        public Func<object> Read { get; } = () => typeof(MassTransit.IBus);
    }

    internal sealed class FillsTheContainer
    {
        public void Add(IServiceCollection services) => services.AddSingleton(this);
    }

    internal sealed class IsFine
    {
        public List<string> Words { get; } = [.. "one two".Split(' ')];
    }
}

namespace MemoCoach.Broken.Application
{
    internal sealed class KnowsInfrastructure(BrokenStore store)
    {
        public async Task<object> ReadAsync()
        {
            await Task.Yield();
            return store;
        }
    }

    internal sealed class IsFine(Domain.IsFine words, Contracts.MemoSubmitted message)
    {
        public object Read() => (words, message);
    }
}

namespace MemoCoach.Broken.Api
{
    internal sealed class KnowsInfrastructure
    {
        public object Read() => new BrokenStore();
    }

    internal sealed class KnowsConsumers
    {
        public object Read() => new Consumers.KnowsApi();
    }

    internal sealed class KnowsTheBus
    {
        public MassTransit.IBus? Bus;
    }
}

namespace MemoCoach.Broken.Consumers
{
    internal sealed class KnowsApi
    {
        public object Read() => new Api.KnowsInfrastructure();
    }

    internal sealed class KnowsInfrastructure
    {
        public object Read() => new BrokenStore();
    }
}

namespace MemoCoach.Broken.Infrastructure
{
    internal sealed class BrokenStore
    {
        public Api.KnowsInfrastructure? Api;
    }

    internal sealed class KnowsAnotherService
    {
        public Type Read() => typeof(Submissions.SubmissionsService);
    }
}

namespace MemoCoach.Broken.Review
{
    internal sealed class Review;
}

namespace MemoCoach.Broken.Messages
{
    public sealed class HasBehaviour
    {
        public int Count { get; set; }
    }

    public sealed record IsFine(int Count);
}
