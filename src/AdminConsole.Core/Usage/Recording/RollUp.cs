namespace AdminConsole.Core.Usage.Recording;

/// <summary>Counts that are being written into the daily tuples: all those of the blocks up to one.</summary>
internal sealed record RollUp(UsageTally Tally, long Through);
