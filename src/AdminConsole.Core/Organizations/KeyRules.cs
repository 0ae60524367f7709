using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Results;

namespace AdminConsole.Core.Organizations;

/// <summary>What an organization demands of each key that is made or edited. Keys that were there before a rule go on until what it is about is edited.</summary>
/// <param name="MaxLifetimeDays">Counted from when the key is made, or starts; null = no rule.</param>
/// <param name="RequiresNetwork">The key must name the networks that may use it.</param>
/// <param name="RequiredTags">Tags that it must have.</param>
public sealed record KeyRules(int? MaxLifetimeDays, bool RequiresNetwork, IReadOnlyList<string> RequiredTags)
{
    public static KeyRules None { get; } = new(null, false, []);

    internal static KeyRules Of(Organization organization) =>
        new(organization.MaxKeyLifetimeDays, organization.RequiresAllowedNetwork, organization.RequiredTags);

    /// <summary>The rules that the settings break.</summary>
    internal IEnumerable<Failure> Broken(KeySettings settings, KeySettingsContext context) =>
        new[] { Lifetime(settings, context), Network(settings, context), Tags(settings, context) }.OfType<Failure>();

    private Failure? Lifetime(KeySettings settings, KeySettingsContext context)
    {
        var stays = context.Previous is { } previous && previous.ExpiresAt == settings.ExpiresAt && previous.StartsAt == settings.StartsAt;
        if (MaxLifetimeDays is not { } days || stays)
        {
            return null;
        }

        // The last day counts whole, in whichever zone: people pick days, and those end at midnight.
        var last = (settings.StartsAt > context.MadeAt ? settings.StartsAt.Value : context.MadeAt).AddDays(days);
        return settings.ExpiresAt < last.AddDays(1) ? null : Failure.Invalid(KeyFields.ExpiresAt, "rule.lifetime", string.Create(
            CultureInfo.InvariantCulture,
            $"This organization's keys are valid for at most {days} days: choose an expiry until {last.UtcDateTime:yyyy-MM-dd}, or make a new key."));
    }

    // A network that covers every address names none.
    private Failure? Network(KeySettings settings, KeySettingsContext context)
    {
        var stays = context.Previous is { } previous && previous.AllowedCidrs.ToHashSet(StringComparer.Ordinal).SetEquals(settings.AllowedCidrs);
        var names = settings.AllowedCidrs.Count > 0 && !settings.AllowedCidrs.Any(text => Cidr.TryParse(text, out var cidr) && cidr.PrefixLength == 0);
        return !RequiresNetwork || stays || names ? null : Failure.Invalid(
            KeyFields.AllowedCidrs, "rule.network", "This organization's keys name the networks that may use them: add at least one, and none that covers every address.");
    }

    private Failure? Tags(KeySettings settings, KeySettingsContext context)
    {
        var missing = RequiredTags
            .Where(tag => !settings.Tags.Contains(tag, StringComparer.Ordinal))
            .Where(tag => context.Previous is not { } previous || previous.Tags.Contains(tag, StringComparer.Ordinal))
            .ToList();
        return missing.Count == 0 ? null : Failure.Invalid(
            KeyFields.Tags, "rule.tags", $"This organization's keys have certain tags: add {string.Join(", ", missing)}.");
    }
}
