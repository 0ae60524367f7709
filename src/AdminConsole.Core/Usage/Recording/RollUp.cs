namespace AdminConsole.Core.Usage.Recording;

/// <summary>Counts that are being written into the daily counts: all those of the blocks up to one.</summary>
internal sealed record RollUp(UsageCounter Counter, long Through);
