using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdminConsole.Core.Keys;

/// <summary>What a document does not say is read as null. A member that this version does not know could narrow the key, so it is refused.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(KeyDocument.MomentConverter)])]
[JsonSerializable(typeof(KeySnapshot))]
internal sealed partial class KeyDocumentJson : JsonSerializerContext;
