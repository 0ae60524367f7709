namespace AdminConsole.Core.Policies;

/// <summary>How much a key may be used. The console enforces the first; the other two are handed to the service that asked, which does.</summary>
/// <param name="MaxVerificationsPerIpPerHour">
/// Verifications allowed to one address in an hour, from <see cref="MinCount"/> to <see cref="MaxCount"/>; none = no limit.
/// </param>
/// <param name="MaxHitsPerQuery">The most results one query may return, in the same range; none = no limit.</param>
/// <param name="QueryParameters">A query string forced on each query, at most <see cref="QueryParametersMaxLength"/> characters.</param>
public sealed record KeyLimits(int? MaxVerificationsPerIpPerHour, int? MaxHitsPerQuery, string? QueryParameters)
{
    /// <summary>A limit of zero would say "off", which is what disabling a key is for.</summary>
    public const int MinCount = 1;

    public const int MaxCount = 1_000_000_000;

    public const int QueryParametersMaxLength = 1000;

    public static readonly KeyLimits None = new(null, null, null);
}
