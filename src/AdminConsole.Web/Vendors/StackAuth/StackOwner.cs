using AdminConsole.Core.Owners;

namespace AdminConsole.Web.Vendors.StackAuth;

/// <summary>A user in Stack's form. Only the members that its client reads, and only the first three say something.</summary>
internal sealed record StackUser(string Id, string DisplayName, long SignedUpAtMillis)
{
    public string? PrimaryEmail { get; }

    public bool PrimaryEmailVerified { get; }

    public string? ProfileImageUrl { get; }

    public long LastActiveAtMillis => SignedUpAtMillis;

    public object? ClientMetadata { get; }

    public object? ClientReadOnlyMetadata { get; }

    public object? ServerMetadata { get; }

    public bool HasPassword { get; }

    public bool AuthWithEmail { get; }

    public bool OtpAuthEnabled { get; }

    public bool PasskeyAuthEnabled { get; }

    public bool RequiresTotpMfa { get; }

    public bool IsAnonymous { get; }

    public bool IsRestricted { get; }

    public IReadOnlyList<string> OauthProviders { get; } = [];

    public StackTeam? SelectedTeam { get; }

    /// <summary>Its client fails without.</summary>
    public StackRiskScores RiskScores { get; } = new(new(0, 0));
}

internal sealed record StackRiskScores(StackSignUpRisk SignUp);

internal sealed record StackSignUpRisk(int Bot, int FreeTrialAbuse);

/// <summary>A team in Stack's form.</summary>
internal sealed record StackTeam(string Id, string DisplayName, long CreatedAtMillis)
{
    public string? ProfileImageUrl { get; }

    public object? ClientMetadata { get; }

    public object? ClientReadOnlyMetadata { get; }

    public object? ServerMetadata { get; }
}

internal static class StackOwner
{
    /// <summary>The owner as a user or as a team.</summary>
    public static object Of(Owner owner)
    {
        var since = owner.CreatedAt.ToUnixTimeMilliseconds();
        return owner.Kind is OwnerKind.Team
            ? new StackTeam(owner.ExternalId, owner.Name, since)
            : new StackUser(owner.ExternalId, owner.Name, since);
    }

    public static IResult Answer(Owner owner, int status = StatusCodes.Status200OK) => VendorJson.SnakeCase.Answer(Of(owner), status);
}
