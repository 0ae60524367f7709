using AdminConsole.Core.Keys;
using AdminConsole.Core.Text;
using AdminConsole.Web.Paths;
using AdminConsole.Web.Text;

namespace AdminConsole.Web.Features.Keys.Display;

/// <summary>The addresses of keys' pages.</summary>
internal static class KeyPaths
{
    /// <param name="organization">Its slug.</param>
    public static string Of(Id<ApiKey> id, string organization, KeyPageTab tab = KeyPageTab.Summary)
    {
        var part = tab is KeyPageTab.Summary ? "" : $"/{EnumNames.Of(tab)}";
        return AppRoutes.Of($"{AppRoutes.Keys}/{id}{part}", organization);
    }
}
