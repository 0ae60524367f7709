using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using AdminConsole.Client;
using AdminConsole.Core.Access;
using AdminConsole.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AdminConsole.Tests.Client;

/// <summary>
/// A service that takes a console's keys, behind a real socket, as a team would write it. Its clock is the console's, which stands still.
/// </summary>
internal sealed class GuardedService : IAsyncDisposable
{
    public const string Any = "/any";
    public const string Read = "/read";
    public const string Edit = "/edit";

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private GuardedService(WebApplication app, TestLog log, Wire wire)
    {
        (_app, Log, Wire) = (app, log, wire);
        _client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public TestLog Log { get; }

    public Wire Wire { get; }

    /// <summary>A service with a management key of its own, that hears of changes.</summary>
    public static async Task<GuardedService> StartAsync(ServedConsole console, Action<AdminConsoleKeyOptions>? configure = null)
    {
        var management = await console.CreateManagementKeyAsync(ManagementScopes.VerifyKeys);
        var service = await StartAsync(console, management.Secret.Reveal(), configure);
        await service.ListensAsync();
        return service;
    }

    public static async Task<GuardedService> StartAsync(ServedConsole console, string managementKey, Action<AdminConsoleKeyOptions>? configure = null)
    {
        var (log, wire) = (new TestLog(), new Wire());
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(
        [
            new("AdminConsole:Address", console.Address.ToString()),
            new("AdminConsole:ManagementKey", managementKey),

            // A machine that is busy with something else is no console that is down.
            new("AdminConsole:Timeout", "00:01:00"),
        ]);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>().AddSingleton<TimeProvider>(console.App.Clock);
        builder.Services.AddAuthentication().AddAdminConsoleKeys(configure);
        builder.Services.AddAuthorization();
        builder.Services.AddHttpClient(AdminConsoleKeyDefaults.Scheme).AddHttpMessageHandler(() => wire.Handler());
        var app = builder.Build();
        app.MapGet(Any, (ClaimsPrincipal key) => string.Join('\n', key.Claims.Select(claim => $"{claim.Type}={claim.Value}"))).RequireAuthorization();
        app.MapGet(Read, [RequireScope("vm:read")] (HttpContext http) => http.Features.Get<AdminConsoleKeyAnswer>()?.Code);
        app.MapGet(Edit, [RequireScope("vm:read"), RequireScope("vm:edit")] () => "edited");
        await app.StartAsync();
        return new(app, log, wire);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task ListensAsync() => Eventually.IsTrueAsync(() => Get<ChangeListener>().IsListening);

    /// <summary>The service has heard of every change until now, the last of which is one of acme's keys.</summary>
    public async Task HasHeardAsync(ServedConsole console)
    {
        var last = await console.LastChangeAsync();
        await Eventually.IsTrueAsync(() => Get<ChangeListener>().Position == last.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A client's request with this key.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, string? secret) =>
        GetAsync(path, request => request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret));

    public async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage> present)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        present(request);
        return await _client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
