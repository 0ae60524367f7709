using System.Diagnostics;
using AdminConsole.Benchmarks.Data;
using AdminConsole.Benchmarks.Reporting;
using AdminConsole.Core.Access;
using AdminConsole.Core.Organizations;
using AdminConsole.Core.Organizations.UseCases;
using AdminConsole.Core.Text;

namespace AdminConsole.Benchmarks.Core;

/// <summary>The same use case beside few keys and beside many, by turns.</summary>
internal sealed class Sizes(CoreConsole few, CoreConsole many, int repetitions)
{
    private const int Warming = 20;

    /// <summary>The median time of one call on either side.</summary>
    public async Task<(TimeSpan Few, TimeSpan Many)> MeasureAsync(Func<CoreConsole, Id<Organization>, Task> call)
    {
        List<double> ofFew = [];
        List<double> ofMany = [];
        var (fewId, manyId) = (await OrganizationOfAsync(few), await OrganizationOfAsync(many));
        for (var round = -Warming; round < repetitions; round++)
        {
            var (one, other) = (await TimeAsync(() => call(few, fewId)), await TimeAsync(() => call(many, manyId)));
            if (round >= 0)
            {
                ofFew.Add(one.TotalMicroseconds);
                ofMany.Add(other.TotalMicroseconds);
            }
        }

        return (TimeSpan.FromMicroseconds(Median.Of(ofFew)), TimeSpan.FromMicroseconds(Median.Of(ofMany)));
    }

    private static async Task<Id<Organization>> OrganizationOfAsync(CoreConsole console) =>
        (await console.Get<OrganizationQueries>().ListAsync(Actor.System, CancellationToken.None))[0].Id;

    private static async Task<TimeSpan> TimeAsync(Func<Task> call)
    {
        var begun = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(begun);
    }
}
