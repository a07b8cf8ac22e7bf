using Bunit;
using MemoCoach.Gateway.Web.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace MemoCoach.EndToEnd.Tests.Components;

/// <summary>Renders parts of pages over a fake API and a clock that stands still.</summary>
public abstract class PageTest : BunitContext
{
    protected PageTest()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(20);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(_ => Api.Client());
        Services.AddSingleton<SubmissionFollower>();
    }

    internal FakeApi Api { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UnixEpoch.AddSeconds(75));
}
