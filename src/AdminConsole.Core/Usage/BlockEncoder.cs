using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage;

/// <summary>
/// Writes a batch as the bytes of a block: tables of what repeats, then events, then counts. See <see cref="BlockDecoder"/>. One caller at a time: it
/// keeps the room for a second's events, which would be a megabyte of garbage each second.
/// </summary>
internal sealed class BlockEncoder
{
    /// <summary>Grows when the form changes, so that older blocks can still be told apart.</summary>
    public const int Form = 1;

    private readonly BlockTable<string> _texts = new();
    private readonly BlockTable<Guid> _guids = new();
    private readonly BlockTable<ClientAddress> _addresses = new();
    private readonly BlockTable<IReadOnlyList<string>> _lists = new(SameTexts.Comparer);
    private readonly BlockBuffer _body = new();
    private readonly List<long> _keyRows = [];

    public byte[] Content(UsageBatch batch)
    {
        Clear();
        Body(batch);
        return WithTables();
    }

    /// <summary>The keys in the batch, as <see cref="KeyRowList"/> writes them.</summary>
    public byte[] KeyRows(UsageBatch batch)
    {
        _keyRows.Clear();
        foreach (ref readonly var use in batch.EventSpan)
        {
            _keyRows.Add(use.KeyRow);
        }

        _keyRows.AddRange(batch.Overflow.Counts.Select(count => count.Key.KeyRow));
        _body.Clear();
        return KeyRowList.Encode(_keyRows, _body);
    }

    private void Clear()
    {
        _texts.Clear();
        _guids.Clear();
        _addresses.Clear();
        _lists.Clear();
        _body.Clear();
    }

    private void Body(UsageBatch batch)
    {
        _body.Number(batch.Events.Count);
        var before = 0L;
        foreach (ref readonly var use in batch.EventSpan)
        {
            // Times are close together: the difference takes a byte where the time would take six.
            var at = use.At.ToUnixTimeMilliseconds();
            _body.Number(at - before);
            before = at;
            Event(use);
        }

        _body.Number(batch.Overflow.Count);
        foreach (var (tuple, count) in batch.Overflow.Counts)
        {
            Tuple(tuple, count);
        }
    }

    private void Event(in UsageEvent use)
    {
        _body.Number(use.KeyRow);
        _body.Number(_guids.Place(use.OrganizationId.Value));
        _body.Number(Code(use.Code));
        _body.Number(use.Address is { } address ? _addresses.Place(address) : 0);
        _body.Number(use.Scopes.Count > 0 ? _lists.Place(use.Scopes) : 0);
        _body.Number(Place(use.Route));
        _body.Number(use.CallerRow);
        _body.Number(use.PolicyVersion is { } version ? version + 1 : 0);
        _body.Number(use.LatencyMicroseconds);
        _body.Number(use.Project is { } project ? _guids.Place(project) : 0);
        _body.Number(Place(use.Resource));
        _body.Number(Place(use.Referrer));
    }

    private void Tuple(UsageTuple tuple, UsageCount count)
    {
        _body.Number(tuple.KeyRow);
        _body.Number(_guids.Place(tuple.OrganizationId.Value));
        _body.Number(tuple.Day.DayNumber);
        _body.Number(Code(tuple.Code));
        _body.Number(_texts.Place(tuple.Address));
        _body.Number(_texts.Place(tuple.Scopes));
        _body.Number(count.Count);
        _body.Moment(count.FirstSeen);
        _body.Moment(count.LastSeen);
    }

    // As text: the numbers of an enumeration change when somebody adds to it.
    private int Code(DecisionCode code) => _texts.Place(code.ToWire());

    private int Place(string? text) => text is null ? 0 : _texts.Place(text);

    private byte[] WithTables()
    {
        // Lists first: their scopes go into the table of texts.
        var lists = new BlockBuffer();
        Table(lists, _lists.Values, (buffer, list) => Table(buffer, list, (inner, scope) => inner.Number(_texts.Place(scope))));
        var head = new BlockBuffer();
        head.Number(Form);
        Table(head, _texts.Values, (buffer, text) => buffer.Text(text));
        Table(head, _guids.Values, (buffer, guid) => buffer.Guid(guid));
        Table(head, _addresses.Values, (buffer, address) => buffer.Text(address.ToString()));
        return [.. head.Written, .. lists.Written, .. _body.Written];
    }

    private static void Table<T>(BlockBuffer buffer, IReadOnlyList<T> values, Action<BlockBuffer, T> write)
    {
        buffer.Number(values.Count);
        foreach (var value in values)
        {
            write(buffer, value);
        }
    }
}
