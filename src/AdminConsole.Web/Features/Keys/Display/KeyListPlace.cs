using AdminConsole.Web.Paths;

namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>
/// The address of each organization's list as it was last shown in this circuit: a key's page leads back to the same filters and page.
/// </summary>
public sealed class KeyListPlace
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <param name="organization">Its slug.</param>
    public string AddressOf(string organization) => _addresses.GetValueOrDefault(organization) ?? AppRoutes.KeysOf(organization);

    public void Remember(string organization, string address) => _addresses[organization] = address;
}
