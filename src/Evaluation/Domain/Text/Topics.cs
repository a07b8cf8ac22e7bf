using System.Runtime.InteropServices;
using MemoCoach.Evaluation.Domain.Lexicons;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>Reads from headings, labels and lead-ins what the text under them is about.</summary>
internal sealed class Topics(string text, Lexicon lexicon)
{
    private readonly List<Word> words = [];
    private readonly List<MarkerHit> hits = [];

    public bool AnnouncesNotes(int start, int end)
    {
        ReadHeading(start, end);
        return words.Count <= 3 && hits.Exists(hit => hit.Marker == Marker.TopicNotes);
    }

    public void Assign(List<Block> blocks)
    {
        var headings = blocks.Count(block => block.Kind == BlockKind.Heading);
        var current = Topic.None;
        var currentLevel = 0;
        var first = true;
        Block? title = null;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading)
            {
                ReadHeading(block.Start, block.End);
                var own = TopicOf(CollectionsMarshal.AsSpan(hits));

                // The title of the memo names its subject, not a section.
                title ??= first && headings > 1 ? block : null;
                own = title is not null && SameText(title, block) ? Topic.None : own;
                current = own == Topic.None && block.Level > currentLevel ? current : own;
                currentLevel = own == Topic.None && current != Topic.None ? currentLevel : block.Level;
            }

            first &= block.Kind is BlockKind.HeaderLine;
            block.Topic = current;
        }
    }

    private bool SameText(Block one, Block other) =>
        text.AsSpan(one.Start, one.End - one.Start).SequenceEqual(text.AsSpan(other.Start, other.End - other.Start));

    public Topic OfText(int start, int end)
    {
        ReadHeading(start, end);
        return TopicOf(CollectionsMarshal.AsSpan(hits));
    }

    public Topic OfLabel(ReadOnlySpan<Word> label)
    {
        hits.Clear();
        lexicon.Match(label, 0, hits);
        return TopicOf(CollectionsMarshal.AsSpan(hits));
    }

    public static Topic OfLeadIn(Sentence sentence)
    {
        var markers = sentence.Markers;
        return markers.Has(Marker.Request) ? Topic.Ask
            : markers.HasAny(Markers.Of(Marker.Risk, Marker.TopicRisks)) ? Topic.Risks
            : markers.HasAny(Markers.Of(Marker.Alternative, Marker.TopicOptions)) ? Topic.Options
            : markers.HasAny(Markers.Of(Marker.Plan)) ? Topic.Plan
            : Topic.None;
    }

    private void ReadHeading(int start, int end)
    {
        words.Clear();
        hits.Clear();
        WordReader.Read(text, start, end, lexicon, words);
        lexicon.Match(CollectionsMarshal.AsSpan(words), 0, hits);
    }

    private static Topic TopicOf(ReadOnlySpan<MarkerHit> hits)
    {
        var found = Topic.None;
        foreach (var hit in hits)
        {
            var topic = hit.Marker switch
            {
                Marker.TopicAsk => Topic.Ask,
                Marker.TopicGain => Topic.Gain,
                Marker.TopicRisks => Topic.Risks,
                Marker.TopicPlan => Topic.Plan,
                Marker.TopicFigures => Topic.Figures,
                Marker.TopicStrategy => Topic.Strategy,
                Marker.TopicOptions => Topic.Options,
                _ => Topic.None,
            };
            if (topic != Topic.None && found != Topic.None && topic != found)
            {
                return Topic.None;
            }

            found = topic == Topic.None ? found : topic;
        }

        return found;
    }
}
