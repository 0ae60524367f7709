using System.Net.Sockets;

namespace AdminConsole.Web.Security;

/// <summary>The one place where the address of a request's client is read.</summary>
internal static class RequestAddress
{
    /// <summary>Plain text: a dual-stack socket's IPv4 client as IPv4, without the zone of a link-local address.</summary>
    public static string? Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => null,
        // The text is kept with the connection's own address.
        { AddressFamily: AddressFamily.InterNetwork } plain => plain.ToString(),
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => new System.Net.IPAddress(address.GetAddressBytes()).ToString(),
    };
}
