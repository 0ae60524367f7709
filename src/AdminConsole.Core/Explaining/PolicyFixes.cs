using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Keys.Editing;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Projects;
using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Explaining;

/// <summary>
/// The fewest edits of a key that make a failed check pass, and of those the one that widens it least: an address is added and not
/// its network, a limit grows by one. A request that leaves out what a rule asks for has no fix: the rule is as it was meant.
/// </summary>
internal sealed class PolicyFixes(KeyPolicy policy, VerificationRequest request, DateTimeOffset now)
{
    /// <summary>How long past the instant asked about an expired key is to live.</summary>
    public static readonly TimeSpan Extension = TimeSpan.FromDays(30);

    public PolicyFix Of(DecisionCode failed) => failed switch
    {
        DecisionCode.Revoked => PolicyFix.None("A revoked key never changes again. Create a new one."),
        DecisionCode.Disabled => new PolicyEdit(PolicyEditKind.Set, KeyFields.Enabled, "yes", "Enable the key.", patch => patch),
        DecisionCode.OrganizationSuspended => PolicyFix.None("No key of a suspended organization is valid, whatever it says."),
        DecisionCode.NotYetValid => Start(),
        DecisionCode.Expired => Extend(),
        DecisionCode.IpBlocked => Unblock(),
        DecisionCode.IpNotAllowed => AllowAddress(),
        DecisionCode.ReferrerNotAllowed => AllowReferrer(),
        DecisionCode.ProjectNotAllowed => AllowProject(),
        DecisionCode.ResourceNotAllowed => AllowResource(),
        DecisionCode.ScopeMissing => AddScopes(),
        DecisionCode.RateLimited => RaiseLimit(),
        _ => throw new ArgumentOutOfRangeException(nameof(failed), failed, "Not a check of the chain."),
    };

    private PolicyEdit Start() => new(
        PolicyEditKind.Set,
        KeyFields.StartsAt,
        KeyDiff.Text(now),
        $"Let the key start at {PolicyRules.Instant(now)}.",
        patch => patch with { StartsAt = new(now) });

    private PolicyEdit Extend()
    {
        // At the end of the calendar only "never" is later.
        DateTimeOffset? until = now < DateTimeOffset.MaxValue - Extension ? now + Extension : null;
        return new(
            PolicyEditKind.Set,
            KeyFields.ExpiresAt,
            KeyDiff.Text(until),
            until is { } at ? $"Let the key expire at {PolicyRules.Instant(at)}." : "Let the key never expire.",
            patch => patch with { ExpiresAt = new(until) });
    }

    private PolicyFix Unblock() => new([.. policy.SourceIps.Blocked
        .Where(network => network.Contains(request.ClientIp!.Value))
        .Select(network => network.ToString())
        .Select(network => new PolicyEdit(
            PolicyEditKind.Remove,
            KeyFields.BlockedCidrs,
            network,
            $"Unblock the network {network}.",
            patch => patch with { BlockedCidrs = Without(patch.BlockedCidrs.Or(Texts(policy.SourceIps.Blocked)), network) }))]);

    private PolicyFix AllowAddress()
    {
        if (request.ClientIp is not { } address)
        {
            return PolicyFix.None("The key has rules about addresses, so the request must say the address it comes from.");
        }

        var network = Cidr.Around(address, address.Width).ToString();
        return new PolicyEdit(
            PolicyEditKind.Add,
            KeyFields.AllowedCidrs,
            network,
            $"Allow the address {network}.",
            patch => patch with { AllowedCidrs = With(patch.AllowedCidrs.Or(Texts(policy.SourceIps.Allowed)), network) });
    }

    private PolicyFix AllowReferrer() => AllowPattern("referrer", KeyFields.Referrers, request.Referrer, (patch, referrer) =>
        patch with { Referrers = With(patch.Referrers.Or(Texts(policy.Referrers)), referrer) });

    private PolicyFix AllowResource() => AllowPattern("resource", KeyFields.Resources, request.Resource, (patch, resource) =>
        patch with { Resources = With(patch.Resources.Or(Texts(policy.Resources)), resource) });

    private static PolicyFix AllowPattern(string noun, string field, string? value, Func<KeyPatch, string, KeyPatch> add)
    {
        if (value is null)
        {
            return PolicyFix.None($"The key is limited to certain {noun}s, so the request must say its {noun}.");
        }

        // With an asterisk in it the text would, as a pattern, stand for more than itself.
        return value.Contains('*', StringComparison.Ordinal) || !WildcardPattern.TryParse(value, out _)
            ? PolicyFix.None($"No pattern can stand for this {noun} alone.")
            : new PolicyEdit(PolicyEditKind.Add, field, value, $"Allow the {noun} {value}.", patch => add(patch, value));
    }

    private PolicyFix AllowProject()
    {
        if (request.Project is not { } value)
        {
            return PolicyFix.None("The key is limited to projects, so the request must say its project.");
        }

        var project = new Id<Project>(value);
        return new PolicyEdit(PolicyEditKind.Add, KeyFields.Projects, project.ToString(), $"Add the project {project}.", patch => patch with
        {
            ProjectIds = new([.. policy.Projects.Select(id => new Id<Project>(id)).Order(), project]),
        });
    }

    private PolicyFix AddScopes() => new([.. request.Scopes
        .Distinct(StringComparer.Ordinal)
        .Where(scope => !policy.ScopeSet.Contains(scope))
        .Select(scope => new PolicyEdit(
            PolicyEditKind.Add,
            KeyFields.Scopes,
            scope,
            $"Add the scope {scope}.",
            patch => patch with { Scopes = With(patch.Scopes.Or(policy.Scopes), scope) }))]);

    private PolicyEdit RaiseLimit()
    {
        int? limit = request.VerificationsThisHour < KeyLimits.MaxCount ? request.VerificationsThisHour + 1 : null;
        var value = limit?.ToString(CultureInfo.InvariantCulture);
        return new(
            PolicyEditKind.Set,
            KeyFields.MaxVerificationsPerIpPerHour,
            value,
            value is null ? "Lift the hourly limit." : $"Raise the hourly limit to {value}.",
            patch => patch with { MaxVerificationsPerIpPerHour = new(limit) });
    }

    private static Optional<IReadOnlyList<string>?> With(IReadOnlyList<string>? list, string entry) => new([.. list ?? [], entry]);

    private static Optional<IReadOnlyList<string>?> Without(IReadOnlyList<string>? list, string entry) =>
        new([.. (list ?? []).Where(kept => !string.Equals(kept, entry, StringComparison.Ordinal))]);

    private static IReadOnlyList<string> Texts<T>(IEnumerable<T> entries)
        where T : notnull => [.. entries.Select(entry => entry.ToString()!)];
}
