using MemoCoach.ConfigService.Application;

namespace MemoCoach.ConfigService.Infrastructure;

internal sealed class EmbeddedSeed : ISeed
{
    public byte[]? Find(string name)
    {
        using var resource = typeof(EmbeddedSeed).Assembly.GetManifestResourceStream($"config/{name}.yaml");
        if (resource is null)
        {
            return null;
        }

        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        return content;
    }
}
