using System.Security.Claims;
using MemoCoach.Gateway.Api.Authentication;
using MemoCoach.Gateway.Application;
using MemoCoach.Gateway.Web.Api;
using MemoCoach.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MemoCoach.Gateway.Web;

/// <summary>What the pages' plain forms post to; each answers with another page.</summary>
internal static class PageActions
{
    public static void MapPageActions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", BeginAsync).AllowAnonymous().ExcludeFromDescription();

        var actions = routes.MapGroup("").AddEndpointFilter(CheckAsync).ExcludeFromDescription();
        actions.MapPost("/logout", SignOutAsync).AllowAnonymous();
        actions.MapPost("/feedback/{id:guid}/delete", DeleteAsync).RequireAuthorization(Policies.Writer);
    }

    private static async Task<RedirectHttpResult> BeginAsync(OfferSetup offerSetup, CancellationToken cancellationToken) =>
        TypedResults.Redirect(await offerSetup.IsOpenAsync(cancellationToken) ? "/setup" : LocalUrl.Home);

    private static async Task<RedirectHttpResult> SignOutAsync(
        BrowserSession browser, HttpContext context, CancellationToken cancellationToken)
    {
        await browser.SignOutAsync(context, cancellationToken);
        return TypedResults.Redirect("/login");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> DeleteAsync(
        Guid id, ClaimsPrincipal user, ApiClients api, CancellationToken cancellationToken) =>
        await api.For(user).DeleteAsync(id, cancellationToken) ? TypedResults.Redirect("/history?deleted=1") : TypedResults.NotFound();

    /// <summary>The framework checks forms that an endpoint reads; these read none.</summary>
    private static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : TypedResults.StatusCode(StatusCodes.Status400BadRequest);
    }
}
