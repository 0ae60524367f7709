using AdminConsole.Web.Features.Keys.Actions;
using AdminConsole.Web.Features.Keys.Display;
using AdminConsole.Web.Features.Keys.Editing;
using AdminConsole.Web.Features.Keys.List;
using AdminConsole.Web.Features.Keys.Revoking;
using AdminConsole.Web.Features.Organizations;

namespace AdminConsole.Web.Features.Keys;

internal static class KeyServices
{
    public static IServiceCollection AddKeyDialogs(this IServiceCollection services) => services
        .AddScoped<KeyActionRunner>()
        .AddScoped<KeyDialogs>()
        .AddScoped<KeyListPlace>()
        .AddScoped<KeyDrafts>()
        .AddScoped<KeysChangedNotifier>()
        .AddScoped<KeyStakesQueries>()
        .AddScoped<KeySwitchToasts>()
        .AddScoped<KeyTableLayouts>()
        .AddScoped<UnsavedChanges>();
}
