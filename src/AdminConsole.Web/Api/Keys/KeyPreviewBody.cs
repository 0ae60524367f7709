using AdminConsole.Core.Explaining;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;

namespace AdminConsole.Web.Api.Keys;

/// <summary>What an edit of this version would do.</summary>
/// <param name="Impact">Null without <c>keys:read</c>.</param>
internal sealed record KeyPreviewBody(int Version, IReadOnlyList<ClassifiedChange> Changes, ImpactBody? Impact)
{
    public static KeyPreviewBody Of(int version, EditPreview preview) =>
        new(version, preview.Changes, preview.Impact is { } impact ? ImpactBody.Of(impact) : null);
}

/// <summary>The requests of late, replayed under the edited policy.</summary>
/// <param name="From">The oldest of them; null when there was none.</param>
/// <param name="IsComplete">Whether these are all that there were since then.</param>
/// <param name="Lines">What would be answered otherwise, the most frequent first.</param>
internal sealed record ImpactBody(
    DateTimeOffset? From,
    DateTimeOffset Until,
    long SampleSize,
    bool IsComplete,
    long NewlyRefused,
    long NewlyAllowed,
    IReadOnlyList<ImpactLineBody> Lines)
{
    public static ImpactBody Of(Impact impact) => new(
        impact.From,
        impact.Until,
        impact.SampleSize,
        impact.IsComplete,
        impact.NewlyRefused,
        impact.NewlyAllowed,
        [.. impact.Lines.Select(ImpactLineBody.Of)]);
}

/// <param name="Address">Null for requests that named none.</param>
/// <param name="Before">What is answered now.</param>
/// <param name="After">What would be answered.</param>
internal sealed record ImpactLineBody(
    string? Address, IReadOnlyList<string> Scopes, string Before, string After, long Count, DateTimeOffset FirstSeen, DateTimeOffset LastSeen)
{
    public static ImpactLineBody Of(ImpactLine line) =>
        new(line.Address, line.Scopes, line.Before.ToWire(), line.After.ToWire(), line.Count, line.FirstSeen, line.LastSeen);
}
