namespace AdminConsole.Web.Components.Tables;

/// <summary>A column a person may hide; a fixed one, such as the name, is listed but always shown.</summary>
public sealed record ColumnChoice(string Id, string Title, bool Fixed = false);
