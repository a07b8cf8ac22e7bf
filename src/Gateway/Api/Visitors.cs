using MemoCoach.Gateway.Domain;

namespace MemoCoach.Gateway.Api;

internal static class Visitors
{
    public static Visitor ToVisitor(this HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return new Visitor(address?.ToString(), context.Request.Headers.UserAgent.ToString());
    }
}
