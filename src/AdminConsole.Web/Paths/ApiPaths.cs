namespace AdminConsole.Web.Paths;

/// <summary>Where the console's own API is.</summary>
internal static class ApiPaths
{
    public const string Prefix = "/api/v1";

    /// <summary>What GET answers, and HEAD alike without its body.</summary>
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
}
