using System.Globalization;
using AdminConsole.Core.Keys;
using AdminConsole.Core.Policies.Addresses;
using AdminConsole.Core.Results;
using AdminConsole.Web.Components.Fields;

namespace AdminConsole.Web.Features.Keys.Form;

/// <summary>What the console refused in a form, by field; <c>allowedCidrs/2</c> is told of the entry that stood there.</summary>
public sealed class KeyFaults
{
    private readonly IReadOnlyList<Fault> _faults;

    public KeyFaults(IReadOnlyList<Failure> failures, KeySettings given)
        : this([.. failures.Select(failure => Fault.Of(failure, given))])
    {
    }

    private KeyFaults(IReadOnlyList<Fault> faults) => _faults = faults;

    public static KeyFaults None { get; } = new([]);

    /// <summary>What is about no field of the form, and so stands above it.</summary>
    public IReadOnlyList<string> Unplaced => [.. _faults.Where(fault => !FormTabs.Holds(fault.Field)).Select(fault => fault.Message)];

    /// <summary>What is wrong with the field as a whole.</summary>
    public IReadOnlyList<string> Of(string field) => [.. In(field).Where(fault => fault.Entry is null).Select(fault => fault.Message)];

    /// <summary>The same and what is wrong with its entries, for a field that cannot show that at the entry.</summary>
    public IReadOnlyList<string> AllOf(string field) =>
        [.. In(field).Select(fault => fault.Entry is null ? fault.Message : $"{fault.Entry}: {fault.Message}").Distinct(StringComparer.Ordinal)];

    public EntryCheck OfEntry(string field, string entry) =>
        In(field).FirstOrDefault(fault => string.Equals(fault.Entry, entry, StringComparison.Ordinal)) is { } found
            ? new(Ok: false, found.Message)
            : new(Ok: true);

    /// <summary>The same for a network, which is also checked while it is typed.</summary>
    public EntryCheck OfNetwork(string field, string entry) => Cidr.Parse(entry).Fault is { } fault
        ? new(Ok: false, fault.Message, fault.Suggestion)
        : OfEntry(field, entry);

    public int Count(FormTab tab, KeySettings draft)
    {
        var refused = _faults.Where(fault => FormTabs.IsIn(tab, fault.Field) && !IsNetwork(fault)).Count();
        return tab is FormTab.Networks
            ? refused + draft.AllowedCidrs.Concat(draft.BlockedCidrs).Count(entry => !Cidr.TryParse(entry, out _))
            : refused;
    }

    public KeyFaults Without(string field) => new([.. _faults.Where(fault => !string.Equals(fault.Field, field, StringComparison.Ordinal))]);

    // Counted where they stand, since one that was typed after the refusal is as wrong.
    private static bool IsNetwork(Fault fault) => fault is { Field: KeyFields.AllowedCidrs or KeyFields.BlockedCidrs, Entry: not null };

    private IEnumerable<Fault> In(string field) => _faults.Where(fault => string.Equals(fault.Field, field, StringComparison.Ordinal));

    private sealed record Fault(string? Field, string? Entry, string Message)
    {
        public static Fault Of(Failure failure, KeySettings given) =>
            failure.Field?.Split('/') is [var field, var index]
                ? new(field, EntriesOf(field, given).ElementAtOrDefault(int.Parse(index, CultureInfo.InvariantCulture)) ?? index, failure.Message)
                : new(failure.Field, null, failure.Message);

        private static IReadOnlyList<string> EntriesOf(string field, KeySettings given) => field switch
        {
            KeyFields.Scopes => given.Scopes,
            KeyFields.AllowedCidrs => given.AllowedCidrs,
            KeyFields.BlockedCidrs => given.BlockedCidrs,
            KeyFields.Resources => given.Resources,
            KeyFields.Referrers => given.Referrers,
            KeyFields.Tags => given.Tags,
            _ => [],
        };
    }
}
