namespace MemoCoach.Gateway.Web.Resources;

/// <summary>Names the resource files of the pages' words, for <c>IStringLocalizer</c>.</summary>
public sealed class Texts;
