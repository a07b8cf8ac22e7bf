using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace MemoCoach.Gateway.Web.Layout;

/// <summary>The link to the content of the page that the browser shows, which for an error is not the address of the error's page.</summary>
internal static class SkipLink
{
    public static string Of(HttpContext? context, NavigationManager navigation) =>
        (context?.Features.Get<IStatusCodeReExecuteFeature>() is { } original
            ? original.OriginalPathBase + original.OriginalPath + original.OriginalQueryString
            : "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0]) + "#main";
}
