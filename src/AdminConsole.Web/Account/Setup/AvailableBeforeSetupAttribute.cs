namespace AdminConsole.Web.Account.Setup;

/// <summary>Marks what answers also while the console is not set up: its files, its health, and the set-up itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AvailableBeforeSetupAttribute : Attribute;
