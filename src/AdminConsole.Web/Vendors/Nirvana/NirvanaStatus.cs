using AdminConsole.Core.Keys;

namespace AdminConsole.Web.Vendors.Nirvana;

/// <summary>Nirvana knows three states of a key; revoked and disabled keys, which it has none of, are inactive as one that has not started.</summary>
internal static class NirvanaStatus
{
    public const string Active = "active";
    public const string Inactive = "inactive";
    public const string Expired = "expired";

    public static string Of(KeyStatus status) => status switch
    {
        KeyStatus.Active or KeyStatus.Expiring => Active,
        KeyStatus.Expired => Expired,
        _ => Inactive,
    };

    /// <summary>The states with us that have this name; null when there is no such name.</summary>
    public static IReadOnlyList<KeyStatus>? Parse(string name)
    {
        IReadOnlyList<KeyStatus> statuses = [.. Enum.GetValues<KeyStatus>().Where(status => Of(status) == name)];
        return statuses.Count > 0 ? statuses : null;
    }
}
