namespace AdminConsole.Web.Components.Tables;

/// <summary>A column that a person may show or hide.</summary>
public sealed record ColumnChoice(string Id, string Title);
