using System.Runtime.InteropServices;

namespace MemoCoach.Evaluation.Domain.Text;

/// <summary>
/// Marks sentences that repeat an earlier one, exactly or nearly, so that saying a thing twice counts once. Near repeats
/// are found by min-hashing the words (A. Broder, "On the resemblance and containment of documents", 1997): candidates
/// share a minimum, and repeats share at least <see cref="Resemblance"/> of their words.
/// </summary>
internal sealed class RepeatFinder(List<Word> words)
{
    private const double Resemblance = 0.85;
    private const int MinHashes = 4;

    // A single word repeats by chance, and is worth nothing anyway.
    private const int ShortestSentence = 2;

    private readonly HashSet<ulong> wholes = [];
    private readonly Dictionary<ulong, int> byMinimum = [];
    private readonly HashSet<uint> earlier = [];
    private readonly HashSet<uint> later = [];

    public void Mark(List<Sentence> sentences)
    {
        Span<uint> minima = stackalloc uint[MinHashes];
        foreach (var sentence in sentences)
        {
            var own = CollectionsMarshal.AsSpan(words)[sentence.FirstWord..sentence.EndWord];
            if (own.Length < ShortestSentence)
            {
                continue;
            }

            // The whole, exactly; near repeats are looked for among the latest that share a minimum.
            sentence.IsRepeat = !wholes.Add(Whole(own));
            Minima(own, minima);
            for (var i = 0; i < MinHashes && !sentence.IsRepeat; i++)
            {
                if (byMinimum.TryGetValue(((ulong)i << 32) | minima[i], out var candidate))
                {
                    var other = sentences[candidate];
                    sentence.IsRepeat = Resembles(own, CollectionsMarshal.AsSpan(words)[other.FirstWord..other.EndWord]);
                }
            }

            for (var i = 0; i < MinHashes && !sentence.IsRepeat; i++)
            {
                byMinimum[((ulong)i << 32) | minima[i]] = sentence.Index;
            }
        }
    }

    private static ulong Whole(ReadOnlySpan<Word> own)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in own)
        {
            hash = (hash ^ word.Hash) * 1099511628211UL;
        }

        return hash;
    }

    private static void Minima(ReadOnlySpan<Word> own, Span<uint> minima)
    {
        minima.Fill(uint.MaxValue);
        foreach (var word in own)
        {
            var hash = word.Hash;
            for (var i = 0; i < minima.Length; i++)
            {
                hash = (hash ^ (hash >> 15)) * 0x85EBCA6B + 0x9E3779B9;
                minima[i] = Math.Min(minima[i], hash);
            }
        }
    }

    private bool Resembles(ReadOnlySpan<Word> one, ReadOnlySpan<Word> other)
    {
        if (Math.Min(one.Length, other.Length) < Resemblance * Math.Max(one.Length, other.Length) * 0.5)
        {
            return false;
        }

        Fill(earlier, other);
        Fill(later, one);
        var shared = 0;
        foreach (var hash in later)
        {
            shared += earlier.Contains(hash) ? 1 : 0;
        }

        return shared >= Resemblance * (earlier.Count + later.Count - shared);
    }

    private static void Fill(HashSet<uint> set, ReadOnlySpan<Word> words)
    {
        set.Clear();
        foreach (var word in words)
        {
            set.Add(word.Hash);
        }
    }
}
