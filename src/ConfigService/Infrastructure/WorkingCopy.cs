using System.Text.Json;
using MemoCoach.ConfigService.Application;
using MemoCoach.ServiceDefaults;

namespace MemoCoach.ConfigService.Infrastructure;

/// <summary>The working copy on disk; notes and set-aside files live in its folder <c>.memocoach</c>.</summary>
internal sealed class WorkingCopy : IWorkingCopy
{
    private const string OwnFolder = ".memocoach";

    private readonly string _directory;
    private readonly string _own;
    private readonly int _maximumBytes;
    private readonly TimeProvider _clock;

    public WorkingCopy(ConfigSettings settings, DataDirectory data, TimeProvider clock)
    {
        _directory = settings.Directory is { } directory ? Path.GetFullPath(directory) : data.Combine("config");
        _own = Path.Combine(_directory, OwnFolder);
        _maximumBytes = settings.Limits.MaximumBytes;
        _clock = clock;
        IsWritable = Prepare();
    }

    public bool IsWritable { get; }

    public string PathOf(string name) => Path.Combine(_directory, $"{name}.yaml");

    public byte[]? Read(string name) => File.Exists(PathOf(name)) ? BoundedFile.Read(PathOf(name), _maximumBytes) : null;

    public void Write(string name, string content) => DurableFile.Replace(PathOf(name), content);

    public void SetAside(string name)
    {
        if (File.Exists(PathOf(name)))
        {
            File.Copy(PathOf(name), Path.Combine(_own, $"{name}.{_clock.GetUtcNow():yyyyMMddTHHmmssfffffff}.yaml"), overwrite: true);
        }
    }

    public CopyNote? FindNote(string name)
    {
        try
        {
            return File.Exists(NoteOf(name)) ? JsonSerializer.Deserialize<CopyNote>(File.ReadAllText(NoteOf(name))) : null;
        }
        catch (JsonException)
        {
            // Without its note the file counts as edited, which is what it is when somebody edits in here.
            return null;
        }
    }

    public void SaveNote(string name, CopyNote note) => DurableFile.Replace(NoteOf(name), JsonSerializer.Serialize(note));

    private string NoteOf(string name) => Path.Combine(_own, $"{name}.json");

    // Writing is the only certain way to learn whether one may: modes say nothing about read-only mounts.
    private bool Prepare()
    {
        try
        {
            Directory.CreateDirectory(_own);
            DurableFile.RemoveLeftovers(_directory);
            DurableFile.RemoveLeftovers(_own);
            DurableFile.Replace(Path.Combine(_own, "README"), "MemoCoach's own notes about the files next door. Do not edit.\n");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && Directory.Exists(_directory))
        {
            return false;
        }
    }
}
