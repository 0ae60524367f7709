namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>A way in through which keys are updated.</summary>
/// <param name="Name">What its addresses begin with.</param>
/// <param name="Method">The one that updates.</param>
/// <param name="PathOf">The address of a key, also to read it.</param>
/// <param name="Refusal">How the answer names a field at fault.</param>
internal sealed record UpdateSurface(string Name, HttpMethod Method, Func<Guid, string> PathOf, Func<string, string> Refusal, UpdateTable Table)
{
    public static IReadOnlyList<UpdateSurface> All { get; } =
    [
        new("/api/v1", HttpMethod.Patch, OwnPathOf, field => $"\"pointer\":\"/{field}\"", OwnUpdates.Table),
        new("/clerk", HttpMethod.Patch, key => $"/clerk/api_keys/ak_{key:n}", field => $"\"param_name\":\"{field}\"", ClerkUpdates.Table),
        new("/nirvana", HttpMethod.Patch, key => $"/nirvana/v1/api_keys/{key}", field => $"\"field\":\"{field}\"", NirvanaUpdates.Table),
        new("/stack", HttpMethod.Patch, key => $"/stack/api/v1/user-api-keys/{key}", StackRefusal, StackUpdates.Table),
        new("/algolia", HttpMethod.Put, key => $"/algolia/1/keys/ak_{key:n}", field => $"\"message\":\"{field}: ", AlgoliaUpdates.Table),
    ];

    public static UpdateSurface Own => All[0];

    public bool IsOwn => this == Own;

    public bool LeavesOutNull => Name is "/algolia";

    public static UpdateSurface Of(string name) => All.Single(surface => surface.Name == name);

    private static string StackRefusal(string field) =>
        field is "description" or "revoked" ? $"\\n  - body.{field}" : $"\\n  - body contains unknown properties: {field}";

    private static string OwnPathOf(Guid key) => $"/api/v1/keys/key_{key:n}";
}
