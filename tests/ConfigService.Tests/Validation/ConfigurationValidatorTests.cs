using MemoCoach.ConfigService.Infrastructure;
using MemoCoach.TestKit;

namespace MemoCoach.ConfigService.Tests.Validation;

/// <summary>What <c>config validate DIR</c> stands on.</summary>
public sealed class ConfigurationValidatorTests : IDisposable
{
    private readonly TempFolder _directory = new("validate");

    public ConfigurationValidatorTests()
    {
        foreach (var file in Directory.EnumerateFiles(ShippedDocuments.Directory, "*.yaml"))
        {
            File.Copy(file, _directory.Combine(Path.GetFileName(file)));
        }
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_documents_that_ship_are_valid() =>
        ConfigurationValidator.ValidateDirectory(_directory.Path).ShouldAllBe(report => report.IsValid);

    [Fact]
    public void An_invalid_document_is_reported_with_its_places_and_the_others_are_not()
    {
        File.WriteAllText(_directory.Combine("auth.yaml"), "passwords: 1\n");

        var reports = ConfigurationValidator.ValidateDirectory(_directory.Path);

        reports.Where(report => !report.IsValid).ShouldHaveSingleItem().File.ShouldBe("auth.yaml");
    }

    [Fact]
    public void A_missing_document_is_reported()
    {
        File.Delete(_directory.Combine("auth.yaml"));

        Invalid().ShouldBe(["auth.yaml"]);
    }

    [Theory]
    [InlineData("rubrics.yaml")]
    [InlineData("auth.yml")]
    public void A_file_that_nobody_would_read_is_reported(string name)
    {
        File.WriteAllText(_directory.Combine(name), "a: 1\n");

        Invalid().ShouldBe([name]);
    }

    [Fact]
    public void Other_files_and_folders_are_left_alone()
    {
        File.WriteAllText(_directory.Combine("README.md"), "Hello");
        Directory.CreateDirectory(_directory.Combine("schemas"));
        File.WriteAllText(_directory.Combine("schemas", "auth.yaml"), "not: a document");

        Invalid().ShouldBeEmpty();
    }

    [Fact]
    public void A_huge_file_is_not_read_whole()
    {
        using (var file = File.Create(_directory.Combine("auth.yaml")))
        {
            file.SetLength(8L * 1024 * 1024 * 1024);
        }

        Invalid().ShouldBe(["auth.yaml"]);
    }

    [Fact]
    public void A_directory_that_does_not_exist_is_said_so() =>
        Should.Throw<DirectoryNotFoundException>(() => ConfigurationValidator.ValidateDirectory(_directory.Combine("nothing")));

    private IEnumerable<string> Invalid() =>
        ConfigurationValidator.ValidateDirectory(_directory.Path).Where(report => !report.IsValid).Select(report => report.File);
}
