using AdminConsole.Core.Policies.Addresses;

namespace AdminConsole.Core.Policies;

/// <summary>What a service asks about the key it was presented. What is left out is unknown, and a rule that needs it refuses.</summary>
public sealed record VerificationRequest
{
    /// <summary>All of them are needed.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The address of the service's client, not of the service.</summary>
    public ClientAddress? ClientIp { get; init; }

    public Guid? Project { get; init; }

    public string? Resource { get; init; }

    public string? Referrer { get; init; }

    /// <summary>Verifications already counted for this key and address in the current hour, this one not included.</summary>
    public int VerificationsThisHour { get; init; }
}
