using System.Diagnostics.CodeAnalysis;

namespace MemoCoach.Gateway.Domain;

/// <summary>What became of a piece of input: a value that keeps its rules, or the rule that it broke.</summary>
public readonly struct Parsed<T>
{
    private Parsed(T? value, string? rule) => (Value, Rule) = (value, rule);

    public T? Value { get; }

    /// <summary>The rule in words for the caller; null where the input kept it.</summary>
    public string? Rule { get; }

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static Parsed<T> Broken(string rule) => new(default, rule);

    public bool Succeeded([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return Rule is null;
    }
}
