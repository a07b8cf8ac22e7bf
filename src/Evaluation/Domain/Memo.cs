namespace MemoCoach.Evaluation.Domain;

/// <summary>One piece of business writing, as its writer sent it.</summary>
/// <param name="Title">May be empty.</param>
/// <param name="Text">Every offset of a review counts UTF-16 code units of this text.</param>
/// <param name="Language">The language it is written in, and its review will be.</param>
public sealed record Memo(string Title, string Text, Language Language);
