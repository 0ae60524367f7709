using System.Security.Cryptography;
using System.Text;
using AdminConsole.Core.Data;
using AdminConsole.Core.Secrets;

namespace AdminConsole.Web.Security;

/// <summary>
/// Browsers keep the cookies of a host for all its ports: two consoles on one machine would sign each other out. So the names hold something of the
/// installation, which stays over restarts.
/// </summary>
internal sealed class CookieNames(PepperRing peppers, DataDirectory directory)
{
    private readonly string _installation =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{peppers.Canary()} {directory.Path}")).AsSpan(0, 4));

    public string Session => $"console-{_installation}";

    public string Forms => $"console-forms-{_installation}";
}
