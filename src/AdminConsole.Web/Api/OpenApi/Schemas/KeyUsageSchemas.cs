using System.Text.Json.Nodes;
using AdminConsole.Core.Policies;
using AdminConsole.Web.Api.Description;
using AdminConsole.Web.Api.Requests;

namespace AdminConsole.Web.Api.OpenApi.Schemas;

/// <summary>What the OpenAPI document says of a key's history, its usage and the preview of an edit.</summary>
internal static class KeyUsageSchemas
{
    private const string Instant = "2026-03-02T09:00:00+00:00";

    private static readonly IReadOnlyList<string> Codes = [.. Enum.GetValues<DecisionCode>().Select(code => code.ToWire())];
    private static readonly FieldText Address = new(
        "The client's address; null when none was named, `*` for those that were not kept apart.", "10.1.2.3");
    private static readonly FieldText Count = new("How many.", 12) { Minimum = 0 };

    public static IReadOnlyList<SchemaTexts> All { get; } =
    [
        new("KeyUsage")
        {
            ["lastUsedAt"] = KeySchemas.LastUsedAt,
            ["lastUsedIp"] = KeySchemas.LastUsedIp,
            ["outcomes"] = new("How verifications ended, day by day, within the period."),
            ["addresses"] = new("Every address that the key was presented from, the latest first."),
            ["scopes"] = new("The scopes that it was accepted for, the latest first; those it has and that are not here were never used."),
        },
        new("Outcome")
        {
            ["day"] = new("A day in UTC.", "2026-03-02"),
            ["code"] = new("How the verifications ended.", "VALID") { Names = Codes },
        },
        new("Address")
        {
            ["address"] = Address,
            ["allowed"] = Count with { Description = "How many verifications allowed it." },
            ["refused"] = Count with { Description = "How many refused it.", Example = 0 },
        },
        new("ScopeUse") { ["scope"] = new("The scope.", "vm:read") },
        new("Outcome", "ScopeUse", "ImpactLine") { ["count"] = Count },
        new("Address", "ScopeUse", "ImpactLine")
        {
            ["firstSeen"] = new("The first of them.", Instant),
            ["lastSeen"] = new("The last of them.", Instant),
        },
        new("KeyVersions") { ["versions"] = new("The newest versions, the newest first.") },
        new("KeyVersion")
        {
            ["version"] = KeySchemas.Version,
            ["at"] = new("When it was made.", Instant),
            ["by"] = new("Who made it."),
            ["action"] = new("What was done, as the audit names it.", "key.edited"),
            ["changes"] = new("What changed from the version before."),
        },
        new("FieldChange", "ClassifiedChange")
        {
            ["field"] = new("The member that changed.", "scopes"),
            ["before"] = new("What it was; a single value is a list of one.", new JsonArray("vm:read")),
            ["after"] = new("What it is.", new JsonArray("vm:read", "vm:edit")),
        },
        new("ClassifiedChange") { ["effect"] = new("Whether the key may do more or less by it.", "widens") },
        new("KeyPreview")
        {
            ["version"] = KeySchemas.Version with { Description = "The version that the edit was made from." },
            ["changes"] = new("Each member that would change."),
            ["impact"] = new("The requests of late, replayed under the edit; null without the scope `keys:read`."),
        },
        new("Impact")
        {
            ["from"] = new("The oldest of the requests; null when there was none.", Instant),
            ["until"] = new("The newest.", Instant),
            ["sampleSize"] = Count with { Description = "How many requests were replayed." },
            ["isComplete"] = new("Whether these are all that there were since then.", true),
            ["newlyRefused"] = Count with { Description = "How many would newly be refused.", Example = 0 },
            ["newlyAllowed"] = Count with { Description = "How many would newly be allowed.", Example = 3 },
            ["lines"] = new("What would be answered otherwise, the most frequent first."),
        },
        new("ImpactLine")
        {
            ["address"] = Address,
            ["scopes"] = new("The scopes that were asked for.", new JsonArray("vm:edit")),
            ["before"] = new("What is answered now.", "SCOPE_MISSING") { Names = Codes },
            ["after"] = new("What would be answered.", "VALID") { Names = Codes },
        },
    ];
}
