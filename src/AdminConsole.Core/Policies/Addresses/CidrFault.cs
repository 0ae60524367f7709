namespace AdminConsole.Core.Policies.Addresses;

/// <summary>Why a text is no network.</summary>
/// <param name="Code">One of <see cref="CidrFaultCodes"/>.</param>
/// <param name="Message">For the person who typed it; never repeats the text.</param>
/// <param name="Suggestion">
/// What was probably meant, when that can be told. It is always accepted, but only the person knows whether it is right.
/// </param>
public sealed record CidrFault(string Code, string Message, string? Suggestion);
