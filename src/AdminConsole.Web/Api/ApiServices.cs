using System.Text.Json;
using System.Text.Json.Serialization;
using AdminConsole.Web.Api.Authentication;
using AdminConsole.Web.Api.Keys;
using AdminConsole.Web.Api.OpenApi;

namespace AdminConsole.Web.Api;

internal static class ApiServices
{
    /// <summary>Enums are answered by name, so that a new value between two others changes nothing for callers.</summary>
    public static void AddConsoleApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiRateLimiter>().AddSingleton<ChangedKey>().AddSingleton<EditKeyEndpoint>().AddApiDescription();
        services.AddAuthentication().AddManagementKeys(ManagementKeyScheme.Bearer);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }
}
