namespace AdminConsole.Web.Hosting;

/// <summary>Where people and programs reach the console, whatever stands in between: <c>https://console.example</c>.</summary>
internal sealed record PublicAddress(string Scheme, HostString Host, PathString Prefix)
{
    /// <summary>Null for anything but an HTTP address without user, query and fragment.</summary>
    public static PublicAddress? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address is { UserInfo: "", Query: "", Fragment: "" }
        && PathPrefix.Read(address.AbsolutePath) is { } prefix
            ? new(address.Scheme, HostOf(address), prefix)
            : null;

    public override string ToString() => $"{Scheme}://{Host}{Prefix}/";

    private static HostString HostOf(Uri address)
    {
        var name = address.HostNameType is UriHostNameType.IPv6 ? address.Host : address.IdnHost;
        return address.IsDefaultPort ? new(name) : new(name, address.Port);
    }
}
