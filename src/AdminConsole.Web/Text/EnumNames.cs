using System.Text.Json;

namespace AdminConsole.Web.Text;

/// <summary>The values of enums as URLs and the API write them: <c>lastUsed</c>.</summary>
internal static class EnumNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value of this name. A number is no name.</summary>
    public static T? Value<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Of(value!.Value) == name);
}
