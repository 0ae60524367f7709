namespace AdminConsole.Web.Api;

/// <summary>The version of a thing as its ETag.</summary>
internal static class EntityTag
{
    public static void Send(HttpContext http, int version) => http.Response.Headers.ETag = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{version}\"");
}
