using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Where one phrase lies inside another the longer one speaks: "reduce the risk" is a mitigation and names no risk,
/// "in order" gives no order. Grammar words keep their marks.
/// </summary>
internal static class PhraseOverlaps
{
    private static readonly Markers Grammar = Markers.Of(
        Marker.Function, Marker.Be, Marker.Modal, Marker.Negation, Marker.Condition, Marker.Person, Marker.Participle);

    public static void Remove(List<MarkerHit> hits, int from)
    {
        var longest = 0;
        for (var i = from; i < hits.Count; i++)
        {
            longest = Math.Max(longest, hits[i].End - hits[i].First);
        }

        if (longest < 2)
        {
            return;
        }

        var kept = from;
        for (var i = from; i < hits.Count; i++)
        {
            var hidden = false;

            // Hits are ordered by their first word, so only the neighbours within the longest phrase can cover this one.
            for (var j = i + 1; j < hits.Count && hits[j].First == hits[i].First && !hidden; j++)
            {
                hidden = Hides(hits[j], hits[i]);
            }

            for (var j = kept - 1; j >= from && hits[j].First > hits[i].First - longest && !hidden; j--)
            {
                hidden = Hides(hits[j], hits[i]);
            }

            if (!hidden)
            {
                hits[kept++] = hits[i];
            }
        }

        hits.RemoveRange(kept, hits.Count - kept);
    }

    private static bool Hides(MarkerHit longer, MarkerHit hit)
    {
        if (longer.First > hit.First || longer.End < hit.End || longer.End - longer.First <= hit.End - hit.First)
        {
            return false;
        }

        return longer.Marker == hit.Marker
            || (longer.Marker == Marker.Mitigation && hit.Marker == Marker.Risk)
            || (longer.Marker == Marker.HiddenVerb && hit.Marker == Marker.Wordy)
            || (longer.Marker == Marker.Neutral && !Grammar.Has(hit.Marker));
    }
}
