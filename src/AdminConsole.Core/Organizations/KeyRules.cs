namespace AdminConsole.Core.Organizations;

/// <summary>
/// What an organization demands of each key that is made or edited. Keys that were there before a rule go on until what it is about is edited.
/// </summary>
/// <param name="MaxLifetimeDays">Counted from when the key is made, or starts; null = no rule.</param>
/// <param name="RequiresNetwork">The key must name the networks that may use it.</param>
/// <param name="RequiredTags">Tags that it must have.</param>
public sealed record KeyRules(int? MaxLifetimeDays, bool RequiresNetwork, IReadOnlyList<string> RequiredTags)
{
    public static KeyRules None { get; } = new(null, false, []);

    internal static KeyRules Of(Organization organization) =>
        new(organization.MaxKeyLifetimeDays, organization.RequiresAllowedNetwork, organization.RequiredTags);
}
