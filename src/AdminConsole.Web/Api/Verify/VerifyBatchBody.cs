namespace AdminConsole.Web.Api.Verify;

/// <summary>Several questions.</summary>
internal sealed record VerifyBatchBody(IReadOnlyList<VerifyQuestionBody> Verifications);
