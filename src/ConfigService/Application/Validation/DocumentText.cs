using System.Buffers;
using System.Text;
using MemoCoach.ConfigService.Domain.Documents;

namespace MemoCoach.ConfigService.Application.Validation;

/// <summary>Turns the bytes of a document into text, or says why they are none.</summary>
public static class DocumentText
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(code => code is not ('\t' or '\n' or '\r')).Select(code => (char)code), '\u007F']);

    public static string? Decode(ReadOnlySpan<byte> bytes, DocumentLimits limits, ProblemList problems)
    {
        if (bytes.Length > limits.MaximumBytes)
        {
            problems.Add(new DocumentProblem(1, 1, DocumentProblem.Root,
                $"The document has more than {limits.MaximumBytes} bytes.",
                "Shorten it, or raise the setting Config:Limits:MaximumBytes."));
            return null;
        }

        if (OtherEncoding(bytes) is { } encoding)
        {
            problems.Add(new DocumentProblem(1, 1, DocumentProblem.Root, $"The document is encoded as {encoding}.", "Save it as UTF-8."));
            return null;
        }

        var byteOrderMark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var content = bytes[byteOrderMark..];
        if (FirstInvalidByte(content) is { } invalid)
        {
            var position = PositionAt(Encoding.UTF8.GetString(content[..invalid]));
            problems.Add(DocumentProblem.At(position, DocumentProblem.Root, "This is not valid UTF-8.", "Save the document as UTF-8."));
            return null;
        }

        var text = Encoding.UTF8.GetString(content);
        var control = text.AsSpan().IndexOfAny(Forbidden);
        if (control >= 0)
        {
            problems.Add(DocumentProblem.At(PositionAt(text.AsSpan(0, control)), DocumentProblem.Root,
                $"The control character U+{(int)text[control]:X4} is not allowed.", "Remove it."));
            return null;
        }

        return text;
    }

    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0x00, 0x00, ..] or [0x00, 0x00, 0xFE, 0xFF, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        // Without a mark, UTF-16 shows itself by the zero half of its first character.
        [0x00, not 0x00, ..] or [not 0x00, 0x00, ..] => "UTF-16",
        _ => null,
    };

    private static int? FirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[position..], out _, out var consumed) != OperationStatus.Done)
            {
                return position;
            }

            position += consumed;
        }

        return null;
    }

    private static Position PositionAt(ReadOnlySpan<char> before) =>
        new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
}
