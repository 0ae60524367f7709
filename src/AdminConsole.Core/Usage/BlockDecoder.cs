using AdminConsole.Core.Organizations;
using AdminConsole.Core.Policies;
using AdminConsole.Core.Text;

namespace AdminConsole.Core.Usage;

/// <summary>Reads the bytes of a block, as <see cref="BlockEncoder"/> wrote them.</summary>
internal ref struct BlockDecoder
{
    private BlockBytes _bytes;
    private string[] _texts;
    private Guid[] _guids;
    private ClientAddress[] _addresses;
    private string[][] _lists;

    private delegate T Reader<out T>(ref BlockDecoder decoder);

    /// <exception cref="InvalidDataException">These are not the bytes of a block, or of one that a later version wrote.</exception>
    public static UsageBatch Decode(ReadOnlySpan<byte> bytes)
    {
        var decoder = new BlockDecoder { _bytes = new(bytes) };
        decoder.Tables();
        var events = decoder.Events();
        var overflow = decoder.List(static (ref BlockDecoder self) => self.Tuple());
        return decoder._bytes.Left == 0 ? new(events, overflow) : throw new InvalidDataException("A usage block goes on after its end.");
    }

    private void Tables()
    {
        if (_bytes.Number() != BlockEncoder.Form)
        {
            throw new InvalidDataException("A usage block has a form that this version does not know.");
        }

        _texts = List(static (ref BlockDecoder self) => self._bytes.Text());
        _guids = List(static (ref BlockDecoder self) => self._bytes.Guid());
        _addresses = List(static (ref BlockDecoder self) => self.Address());
        _lists = List(static (ref BlockDecoder self) => self.List(static (ref BlockDecoder inner) => At(inner._texts, inner._bytes.Int())));
    }

    private UsageEvent[] Events()
    {
        var at = 0L;
        var events = new UsageEvent[Count()];
        for (var i = 0; i < events.Length; i++)
        {
            at += _bytes.Number();
            events[i] = Event(DateTimeOffset.FromUnixTimeMilliseconds(at));
        }

        return events;
    }

    // The members are read in the order in which they stand here: that of the bytes.
    private UsageEvent Event(DateTimeOffset at)
    {
        var keyRow = _bytes.Number();
        var organization = Organization();
        return new(at, organization, keyRow, Code())
        {
            Address = _bytes.Int() is var address and not 0 ? At(_addresses, address) : null,
            Scopes = _bytes.Int() is var list and not 0 ? At(_lists, list) : [],
            Route = Text(),
            CallerRow = _bytes.Number(),
            PolicyVersion = _bytes.Int() is var version and not 0 ? version - 1 : null,
            LatencyMicroseconds = _bytes.Int(),
            Project = _bytes.Int() is var project and not 0 ? At(_guids, project) : null,
            Resource = Text(),
            Referrer = Text(),
        };
    }

    private KeyValuePair<UsageTuple, UsageCount> Tuple()
    {
        var tuple = new UsageTuple(
            _bytes.Number(), Organization(), DateOnly.FromDayNumber(_bytes.Int()), Code(), Text() ?? "", Text() ?? "");
        return new(tuple, new(_bytes.Number(), _bytes.Moment(), _bytes.Moment()));
    }

    private Id<Organization> Organization() => new(At(_guids, _bytes.Int()));

    private string? Text() => _bytes.Int() is var place and not 0 ? At(_texts, place) : null;

    private DecisionCode Code() =>
        DecisionCodes.TryParse(Text(), out var code) ? code : throw new InvalidDataException("A usage block holds a decision that is none.");

    private ClientAddress Address() =>
        ClientAddress.TryParse(_bytes.Text(), out var address) ? address : throw new InvalidDataException("A usage block holds an address that is none.");

    private T[] List<T>(Reader<T> read)
    {
        var list = new T[Count()];
        for (var i = 0; i < list.Length; i++)
        {
            list[i] = read(ref this);
        }

        return list;
    }

    // Everything takes a byte at least: a count beyond that is damage, and must not claim memory.
    private int Count() => _bytes.Number() is var count && count >= 0 && count <= _bytes.Left
        ? (int)count
        : throw new InvalidDataException("A usage block ends too soon.");

    private static T At<T>(T[] table, int place) =>
        place > 0 && place <= table.Length ? table[place - 1] : throw new InvalidDataException("A usage block names something that it does not hold.");
}
