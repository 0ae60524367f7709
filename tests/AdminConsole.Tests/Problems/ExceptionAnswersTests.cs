using System.Net;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Usage;
using AdminConsole.Tests.Fixtures;
using AdminConsole.Web.Components.Display;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Tests.Problems;

public sealed class ExceptionAnswersTests
{
    private const string Internals = "Table Users is locked by /var/lib/console.db";

    [Fact]
    public async Task Answers_what_nobody_foresaw_without_internals_and_logs_it_once_by_its_request_id()
    {
        await using var app = await ConsoleApp.StartAsync(
            services => services.AddSingleton<UsageQueries>(_ => throw new InvalidOperationException(Internals)));
        var (caller, shown) = (
            await CreateAsync(app, KeyKind.Management, ManagementScopes.ReadKeys), await CreateAsync(app, KeyKind.Service, "vm:read"));
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", caller);

        var answer = await client.GetAsync($"/api/v1/keys/{shown}/usage?from={shown}");

        var problem = await answer.AssertProblemAsync(HttpStatusCode.InternalServerError);
        Assert.Equal(["status", "code", "title", "requestId"], problem.Members());
        Assert.Equal("server.error", problem.Code());
        Assert.Equal(Internals, Assert.Single(app.Log.Exceptions).Message);
        var line = Assert.Single(app.Log.Lines, line => line.Contains(problem.GetProperty("requestId").GetString()!, StringComparison.Ordinal));
        Assert.Contains("/api/v1/keys/{id}/usage", line, StringComparison.Ordinal);
        Assert.DoesNotContain(
            app.Log.Lines,
            logged => logged.Contains(caller, StringComparison.Ordinal) || logged.Contains(shown, StringComparison.Ordinal));
    }

    private static async Task<string> CreateAsync(ConsoleApp app, KeyKind kind, params IReadOnlyList<string> scopes)
    {
        var acme = Assert.Single(await app.Get<OrganizationQueries>().ListAsync(Actor.System, CancellationToken.None));
        var command = new CreateKey(acme.Id, A.Settings("caller", scopes), kind);
        return (await app.Get<CreateKeyHandler>().CreateAsync(Actor.System, command, CancellationToken.None)).Value.Secret.Reveal();
    }
}
