using System.Globalization;
using MemoCoach.Gateway.Web.Api;

namespace MemoCoach.Gateway.Web.Reviews;

/// <summary>Scores as figures and as lengths.</summary>
internal static class Scale
{
    public static string Show(double score) => score.ToString("0.0", CultureInfo.CurrentCulture);

    /// <summary>For the ends of the scale and for weights, which are whole numbers as a rule.</summary>
    public static string ShowShort(double figure) => figure.ToString("0.#", CultureInfo.CurrentCulture);

    /// <summary>The part of the scale that a score has reached, as a style; the lowest score still shows a little.</summary>
    public static string Width(double score, OverallScore scale)
    {
        var share = scale.Max > scale.Min ? (score - scale.Min) / (scale.Max - scale.Min) : 0;
        return $"inline-size:{(Math.Clamp(share, 0.02, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture)}%";
    }
}

/// <summary>The language of the page's own words, inside of a review that is written in another.</summary>
internal static class Chrome
{
    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
