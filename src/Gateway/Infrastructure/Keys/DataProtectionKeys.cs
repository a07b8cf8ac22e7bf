using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace MemoCoach.Gateway.Infrastructure.Keys;

/// <summary>
/// Keeps the keys that protect cookies, durably and readable by their owner only. (The framework's own repository does
/// neither: a power cut can leave an empty file, and the file's mode is the process's default.)
/// </summary>
internal sealed class DataProtectionKeys(KeyDirectory directory) : IXmlRepository
{
    private const string Prefix = "cookies-";

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Directory.EnumerateFiles(directory.Path, $"{Prefix}*.xml").Select(file => XElement.Parse(File.ReadAllText(file)))];

    public void StoreElement(XElement element, string friendlyName) =>
        DurableFile.Write(directory.Combine($"{Prefix}{Guid.NewGuid():N}.xml"), Encoding.UTF8.GetBytes(element.ToString()));
}
