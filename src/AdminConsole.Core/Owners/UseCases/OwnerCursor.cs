using System.Globalization;

namespace AdminConsole.Core.Owners.UseCases;

/// <summary>Where a page of owners begins: behind this external id and, where they are in the order of creation, behind this moment.</summary>
internal sealed record OwnerCursor(OwnerOrder Order, DateTimeOffset At, string ExternalId)
{
    private static readonly long FirstMoment = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LastMoment = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Null when the text is of a list in another order; an empty one stands for the first page.</summary>
    public static OwnerCursor? Parse(string text, OwnerOrder order)
    {
        if (order is OwnerOrder.ExternalId || text.Length == 0)
        {
            return new(order, order is OwnerOrder.Newest ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue, text);
        }

        var parts = text.Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            && at >= FirstMoment
            && at <= LastMoment
            ? new(order, DateTimeOffset.FromUnixTimeMilliseconds(at), parts[1])
            : null;
    }

    public static string TextOf(Owner owner, OwnerOrder order) => order is OwnerOrder.ExternalId
        ? owner.ExternalId
        : string.Create(CultureInfo.InvariantCulture, $"{owner.CreatedAt.ToUnixTimeMilliseconds()} {owner.ExternalId}");

    /// <summary>The owners behind the cursor, in its order.</summary>
    public IQueryable<Owner> Behind(IQueryable<Owner> owners) => Order switch
    {
        OwnerOrder.Oldest => owners
            .Where(owner => owner.CreatedAt > At || (owner.CreatedAt == At && owner.ExternalId.CompareTo(ExternalId) > 0))
            .OrderBy(owner => owner.CreatedAt).ThenBy(owner => owner.ExternalId),
        OwnerOrder.Newest => owners
            .Where(owner => owner.CreatedAt < At || (owner.CreatedAt == At && owner.ExternalId.CompareTo(ExternalId) > 0))
            .OrderByDescending(owner => owner.CreatedAt).ThenBy(owner => owner.ExternalId),
        _ => owners.Where(owner => owner.ExternalId.CompareTo(ExternalId) > 0).OrderBy(owner => owner.ExternalId),
    };
}
