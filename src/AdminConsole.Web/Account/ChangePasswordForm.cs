using AdminConsole.Core.Operators.UseCases;

namespace AdminConsole.Web.Account;

/// <summary>What the page posts.</summary>
public sealed class ChangePasswordForm
{
    internal const string RepeatField = "repeat";

    internal static readonly string[] Fields = [OperatorPasswords.CurrentField, OperatorPasswords.NewField, RepeatField];

    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Repeat { get; set; }
}
