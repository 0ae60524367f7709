using AdminConsole.Actors;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Keys;
using AdminConsole.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace AdminConsole.Benchmarks.Servers;

/// <summary>Operators at work beside verification: one goes through the list, one issues keys, neither with a pause.</summary>
internal sealed class Administration(IServiceProvider services)
{
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public void Start() => _work = Task.WhenAll(Task.Run(() => RepeatAsync(ListAsync)), Task.Run(() => RepeatAsync(IssueAsync)));

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task RepeatAsync(Func<Id<Organization>, Task> work)
    {
        var organizations = await services.GetRequiredService<OrganizationDirectory>().ListAsync(Actor.System, CancellationToken.None);
        while (!_stop.IsCancellationRequested)
        {
            await work(organizations[0].Id);
        }
    }

    private async Task ListAsync(Id<Organization> organization)
    {
        var keys = services.GetRequiredService<KeyFinder>();
        var first = await keys.ListAsync(Actor.System, new(organization), CancellationToken.None);
        await keys.ListAsync(Actor.System, new(organization) { Cursor = first.Value.Next }, CancellationToken.None);
    }

    private Task IssueAsync(Id<Organization> organization) =>
        services.GetRequiredService<KeyIssuer>().IssueAsync(Actor.System, new(organization, Settings.Usual), CancellationToken.None);
}
