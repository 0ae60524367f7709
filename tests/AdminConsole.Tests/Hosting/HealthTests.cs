using System.Net;
using AdminConsole.Core.Data;
using AdminConsole.Tests.Fixtures;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Hosting;

public sealed class HealthTests : IAsyncLifetime
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    private ConsoleApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await ConsoleApp.StartEmptyAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData(Live)]
    [InlineData(Ready)]
    public async Task Is_well_before_the_set_up_and_after(string path)
    {
        using var client = _app.CreateClient();

        var before = await client.GetAsync(path);
        await new TestConsole(_app.Services).CreateOrganizationAsync();
        await _app.AddOperatorAsync(ConsoleApp.Email, ConsoleApp.Password);
        var after = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (before.StatusCode, after.StatusCode));
        Assert.Equal(("Healthy", "Healthy"), (await before.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync()));
        Assert.True(after.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Lives_without_its_database_but_is_not_ready()
    {
        await new TestConsole(_app.Services).CreateOrganizationAsync();
        await _app.AddOperatorAsync(ConsoleApp.Email, ConsoleApp.Password);
        using var client = _app.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Ready)).StatusCode);

        await BreakDatabaseAsync();
        var ready = await client.GetAsync(Ready);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Live)).StatusCode);
    }

    private async Task BreakDatabaseAsync()
    {
        await using var connection = new SqliteConnection(
            $"Data Source={_app.Services.GetRequiredService<DataDirectory>().DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE Organizations RENAME TO Gone";
        await command.ExecuteNonQueryAsync();
    }
}
