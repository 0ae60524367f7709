namespace AdminConsole.Web.Vendors;

internal static class VendorFields
{
    /// <summary>What a vendor calls the field that a fault points to, with the place in it: <c>/scopes/1</c> becomes <c>permissions/1</c>.</summary>
    public static string Rename(string pointer, IReadOnlyDictionary<string, string> names)
    {
        var steps = pointer.TrimStart('/').Split('/', 2);
        return string.Join('/', [names.GetValueOrDefault(steps[0], steps[0]), .. steps.Skip(1)]);
    }
}
