namespace AdminConsole.Web.Api;

/// <summary>Reads an edit: what is to be, and the version that it was made from.</summary>
internal static class ApiEdit
{
    /// <summary>The merge patch (RFC 7396) and its version, or the problem to answer with.</summary>
    public static async Task<(T? Body, int Version, ApiProblem? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => WithVersion(request, await ApiBody.ReadPatchAsync<T>(request, cancellation));

    /// <summary>What is to stand in the place of all that there is, and its version, or the problem to answer with.</summary>
    public static async Task<(T? Body, int Version, ApiProblem? Problem)> ReadReplacementAsync<T>(HttpRequest request, CancellationToken cancellation)
        where T : class => WithVersion(request, await ApiBody.ReadAsync<T>(request, cancellation));

    private static (T? Body, int Version, ApiProblem? Problem) WithVersion<T>(HttpRequest request, (T? Body, ApiProblem? Problem) read)
        where T : class
    {
        if (read.Body is null)
        {
            return (null, 0, read.Problem);
        }

        var (version, problem) = EntityTag.Expected(request);
        return problem is null ? (read.Body, version, null) : (null, 0, problem);
    }
}
