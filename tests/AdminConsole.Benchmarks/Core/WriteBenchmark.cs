using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Core.Access;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Text;

namespace AdminConsole.Benchmarks.Core;

/// <summary>Creating, editing and revoking among many keys and among few, with every key in memory as in a served console.</summary>
internal sealed class WriteBenchmark(Options options, Report report)
{
    private const int FewKeys = 1_000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var few = await KnownKeys.PrepareAsync(FewKeys, cancellation);
        var many = await KnownKeys.PrepareAsync(options.ManyKeys, cancellation);
        await using var fewConsole = await CoreConsole.OpenAsync(few.Directory, cancellation);
        await using var manyConsole = await CoreConsole.OpenAsync(many.Directory, cancellation);
        await fewConsole.LoadKeysAsync(cancellation);
        await manyConsole.LoadKeysAsync(cancellation);
        var sizes = new Sizes(fewConsole, manyConsole, options.Repetitions);

        await AddAsync("create", sizes, async (console, organization) => await CreateAsync(console, organization));
        await AddAsync("create and edit", sizes, async (console, organization) =>
        {
            var target = await CreateAsync(console, organization);
            await console.Get<EditKeyHandler>().EditAsync(Actor.System, new(target, 1, new() { Description = new("Edited") }), cancellation);
        });
        await AddAsync("create and revoke", sizes, async (console, organization) =>
        {
            var target = await CreateAsync(console, organization);
            await console.Get<RevokeKeyHandler>().RevokeAsync(Actor.System, new(target, RevocationReason.Unused), cancellation);
        });
    }

    private async Task AddAsync(string name, Sizes sizes, Func<CoreConsole, Id<Organization>, Task> call) =>
        report.Add(Figures.OfSizes($"{name}, {options.ManyKeys:N0} keys : 1,000", await sizes.MeasureAsync(call), Limit.AtMost(1.3)));

    private static async Task<KeyTarget> CreateAsync(CoreConsole console, Id<Organization> organization)
    {
        var created = await console.Get<CreateKeyHandler>().CreateAsync(Actor.System, new(organization, Settings.Usual), CancellationToken.None);
        return new(organization, created.Value.Id);
    }
}
