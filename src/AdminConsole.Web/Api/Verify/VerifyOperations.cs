using AdminConsole.Core.Verification;
using AdminConsole.Web.Api.Description;

namespace AdminConsole.Web.Api.Verify;

/// <summary>What the OpenAPI document says of verification.</summary>
internal static class VerifyOperations
{
    public static readonly OperationText One = new(
        "verifyKey",
        ApiTags.Verification,
        "Verify a key",
        "Asks whether a secret may do this, from here, now. Answers 200 whether it may or not: other statuses speak of the caller's own request. Not counted among the requests of a minute.")
    {
        Body = new(typeof(VerifyQuestionBody), """{"secret": "akc_live_…", "scopes": ["vm:read"], "clientIp": "10.1.2.3"}"""),
        Errors = Faults,
        HasBudget = false,
    };

    public static readonly OperationText Batch = One with
    {
        Id = "verifyKeys",
        Summary = "Verify several keys",
        Description = $"Up to {VerificationService.MaxBatch} questions, each as if it were asked alone. One at fault, and none is answered.",
        Body = new(typeof(VerifyBatchBody), """{"verifications": [{"secret": "akc_live_…", "scopes": ["vm:read"], "clientIp": "10.1.2.3"}]}"""),
        Errors = [.. Faults, ErrorText.Fault(VerificationService.BatchField, "list.length", "Ask 1 to 100 questions at a time.")],
    };

    private static IReadOnlyList<ErrorText> Faults =>
    [
        ErrorText.Fault(VerificationService.ClientIpField, "address.form", "Send one plain IPv4 or IPv6 address, without port, brackets or zone."),
        ErrorText.Fault(VerificationService.ScopesField, "list.too_long", "Ask for at most 100 scopes at a time."),
        ErrorText.Fault(VerificationService.ResourceField, "text.length", "Send at most 2048 characters."),
    ];
}
