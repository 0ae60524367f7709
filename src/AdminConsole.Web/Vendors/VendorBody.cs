using AdminConsole.Core.Results;
using AdminConsole.Web.Api.Requests;
using AdminConsole.Web.Problems;

namespace AdminConsole.Web.Vendors;

/// <summary>
/// Reads a body as the vendors' clients send it: with whatever content type, zipped or not, or none at all, which stands for an empty object. What is
/// in it is read as strictly as the API reads its own.
/// </summary>
internal sealed class VendorBody<T>(T? value, ApiProblem? problem) : IRequestPart
    where T : class, new()
{
    public T Value => value ?? throw new InvalidOperationException("A body that cannot be read comes to no endpoint.");

    public ApiProblem? Problem => problem;

    public IReadOnlyList<Failure> Faults => [];

    /// <summary>Members are named as the vendor names them, which stands on the group of its routes.</summary>
    public static async ValueTask<VendorBody<T>> BindAsync(HttpContext http)
    {
        var json = http.GetEndpoint()!.Metadata.GetRequiredMetadata<VendorJson>();
        var (bytes, problem) = await VendorBodyBytes.ReadAsync(http.Request, http.RequestAborted);
        if (bytes is not { Length: > 0 })
        {
            return new(problem is null ? new() : null, problem);
        }

        var (value, fault) = ApiBody.Parse<T>(bytes, json.Reading);
        return new(value, fault is null ? null : WithUnknownMembers(fault, ApiBody.UnknownMembers<T>(bytes, json.Reading)));
    }

    // The parser stops at the first fault, and does not say what it is.
    private static ApiProblem WithUnknownMembers(ApiProblem fault, IReadOnlyList<FieldFault> unknown) =>
        unknown.Count > 0 ? fault with { Errors = unknown } : fault;
}
