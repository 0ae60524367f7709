using System.Net.Http.Headers;
using System.Net.Http.Json;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;

namespace AdminConsole.BrowserTests.Fixtures;

/// <summary>What the console answers a service, as far as the tests ask.</summary>
public sealed record ServiceAnswer(string Code, IReadOnlyList<string> MissingScopes);

/// <summary>A service of Acme's that has the keys it is shown verified over HTTP, with a management key of its own.</summary>
internal sealed class AskingService : IDisposable
{
    private readonly HttpClient _http;

    private AskingService(HttpClient http, string managementSecret) => (_http, ManagementSecret) = (http, managementSecret);

    public string ManagementSecret { get; }

    public static async Task<AskingService> StartAsync(RunningConsole console)
    {
        var key = await console.CreateAsync("asking-service", KeyKind.Management, ManagementScopes.VerifyKeys);
        var secret = key.Secret.Reveal();
        var http = console.CreateClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return new(http, secret);
    }

    public async Task<ServiceAnswer> AskAsync(string secret, string clientIp, params IReadOnlyList<string> scopes)
    {
        var response = await _http.PostAsJsonAsync("/api/v1/keys/verify", new { secret, clientIp, scopes });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ServiceAnswer>())!;
    }

    /// <summary>Sends a body as it is, and gives the answer as it is.</summary>
    public async Task<string> SendAsync(string body)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await _http.PostAsync("/api/v1/keys/verify", content);
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => _http.Dispose();
}
