using AdminConsole.Core.Results;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Operators.UseCases;

/// <summary>
/// What a password must be: long, rather than of many kinds of characters (NIST SP 800-63B), and not built from what
/// everybody knows of its owner.
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 15;
    public const int MaxLength = 128;
    private const int MinDistinctCharacters = 6;

    public static IReadOnlyList<Failure> Check(string? password, string field, string email)
    {
        var given = password ?? "";
        var name = email.Split('@')[0];
        return given switch
        {
            _ when PlainText.LengthOf(given) < MinLength =>
            [
                Failure.Invalid(field, "password.short", $"Use at least {MinLength} characters; a few unrelated words do well."),
            ],
            _ when PlainText.IsLongerThan(MaxLength, given) => [Failure.Invalid(field, "password.long", $"Use at most {MaxLength} characters.")],
            _ when given.Distinct().Count() < MinDistinctCharacters =>
                [Failure.Invalid(field, "password.repetitive", $"Use at least {MinDistinctCharacters} different characters.")],
            _ when name.Length > 2 && given.Contains(name, StringComparison.OrdinalIgnoreCase) =>
                [Failure.Invalid(field, "password.name", "Leave your e-mail name out of the password.")],
            _ => [],
        };
    }
}
