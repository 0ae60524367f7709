using System.Collections.Immutable;

namespace AdminConsole.Core.Results;

/// <summary>What a use case gives back: a value, or every reason why there is none.</summary>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, ImmutableArray<Failure> failures) => (_value, Failures) = (value, failures);

    /// <summary>May be given back as it is by whoever has another type of value.</summary>
    public ImmutableArray<Failure> Failures { get; }

    public bool Succeeded => Failures.IsEmpty;

    /// <exception cref="InvalidOperationException">The use case failed: ask <see cref="Succeeded"/> first.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"No value: {Failures[0].Code}.");

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(Failure failure) => new(default, [failure]);

    public static implicit operator Result<T>(ImmutableArray<Failure> failures) => new(default, failures);

    public static implicit operator Result<T>(List<Failure> failures) => new(default, [.. failures]);
}
