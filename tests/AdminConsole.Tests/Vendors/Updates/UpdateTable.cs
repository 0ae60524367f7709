using System.Collections;

namespace AdminConsole.Tests.Vendors.Updates;

/// <summary>An update that is made, and every member of the key that is another afterwards; the rest stays.</summary>
/// <param name="Body">The request's.</param>
/// <param name="There">What changes on the surface that was asked.</param>
/// <param name="Here">What changes with us, as the console's own API shows it.</param>
internal sealed record MadeUpdate(GivenAs Given, string Body, string There, string Here);

/// <summary>An update that is refused; all of the key stays.</summary>
/// <param name="Body">The request's.</param>
/// <param name="Fault">The field that the answer names.</param>
internal sealed record RefusedUpdate(GivenAs Given, string Body, int Status, string Fault);

/// <summary>What updates do on one surface, to be written down line by line.</summary>
/// <param name="thereAnyway">What every update changes there that does not say otherwise.</param>
/// <param name="hereAnyway">What every update changes with us that does not say otherwise.</param>
internal sealed class UpdateTable(string thereAnyway = UpdateTable.Nothing, string hereAnyway = UpdateTable.Nothing) : IEnumerable
{
    public const string Nothing = "{}";

    public string ThereAnyway => thereAnyway;

    public string HereAnyway => hereAnyway;

    public List<MadeUpdate> Made { get; } = [];

    public List<RefusedUpdate> Refused { get; } = [];

    /// <summary>An update that changes the same members there and with us.</summary>
    public void Add(GivenAs given, string body, string changes) => Add(given, body, changes, changes);

    public void Add(GivenAs given, string body, string there, string here) => Made.Add(new(given, body, there, here));

    public void Add(GivenAs given, string body, int status, string fault) => Refused.Add(new(given, body, status, fault));

    /// <summary>What a change leaves behind with us: the next version, and who made it. Without a change there is neither.</summary>
    public string TraceOf(string here) =>
        (HereAnyway, here) is (Nothing, Nothing) ? Nothing : """{"version":2,"updatedBy":{"id":"<CALLER>","name":"gateway"}}""";

    public IEnumerator GetEnumerator() => Made.Concat<object>(Refused).GetEnumerator();
}
