using System.ComponentModel.DataAnnotations;
using MemoCoach.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MemoCoach.ServiceDefaults.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Sample:Colour=pink", "Sample:Colour", "Red or Green")]
    [InlineData("Sample:Days=soon", "Sample:Days", "a number")]
    [InlineData("Sample:Days=0", "Sample:Days", "between 1 and 9")]
    [InlineData("Sample:Name=", "Sample:Name", "required")]
    [InlineData("Sample:Name=root", "Sample:Name", "nobody may be called root")]
    [InlineData("Sample:Dais=3", "Sample:Dais", "no such setting")]
    public void A_wrong_value_is_refused_with_its_name_and_what_would_be_right(string given, string setting, string rule)
    {
        using var folder = new TempFolder();
        var builder = TestApplication.CreateBuilder(folder, settings: given);

        var refusal = Should.Throw<SettingsException>(() => builder.AddSettings<SampleSettings>(SampleSettings.Section));

        refusal.Setting.ShouldBe(setting);
        refusal.Message.ShouldContain(setting.Replace(":", "__"));
        refusal.Message.ShouldContain(rule);
    }

    [Fact]
    public void The_refusal_does_not_repeat_the_value_which_may_be_a_secret()
    {
        using var folder = new TempFolder();
        var builder = TestApplication.CreateBuilder(folder, settings: "Sample:Days=hunter2hunter2");

        var refusal = Should.Throw<SettingsException>(() => builder.AddSettings<SampleSettings>(SampleSettings.Section));

        refusal.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void Defaults_are_the_property_initialisers_and_options_give_the_same_settings()
    {
        using var folder = new TempFolder();
        var builder = TestApplication.CreateBuilder(folder, settings: "Sample:Days=3");

        var settings = builder.AddSettings<SampleSettings>(SampleSettings.Section);

        settings.Days.ShouldBe(3);
        settings.Colour.ShouldBe(Colour.Red);
        using var services = builder.Services.BuildServiceProvider();
        services.GetRequiredService<SampleSettings>().ShouldBeSameAs(settings);
        services.GetRequiredService<IOptions<SampleSettings>>().Value.ShouldBeSameAs(settings);
    }

    [Fact]
    public void A_secret_file_gives_a_setting_and_an_environment_variable_wins_over_it()
    {
        using var folder = new TempFolder();
        folder.WriteFile("secrets/Sample__Name", "from a file\n");
        folder.WriteFile("secrets/Sample__Days", "4");
        Environment.SetEnvironmentVariable("Sample__Days", "5");
        try
        {
            var builder = TestApplication.CreateBuilder(folder, settings: $"Secrets:Directory={folder.Combine("secrets")}");
            builder.AddServiceDefaults();

            var settings = builder.AddSettings<SampleSettings>(SampleSettings.Section);

            settings.Name.ShouldBe("from a file");
            settings.Days.ShouldBe(5);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Sample__Days", null);
        }
    }

    [Fact]
    public void A_secrets_folder_that_is_named_but_missing_stops_the_start()
    {
        using var folder = new TempFolder();
        var builder = TestApplication.CreateBuilder(folder, settings: $"Secrets:Directory={folder.Combine("nowhere")}");

        Should.Throw<SettingsException>(() => builder.AddServiceDefaults()).Setting.ShouldBe("Secrets:Directory");
    }

    [Fact]
    public async Task The_data_directory_is_created_for_its_owner_alone()
    {
        await using var app = await TestApplication.StartAsync();

        var data = app.Services.GetRequiredService<DataDirectory>();

        foreach (var path in (string[])[data.Path, data.Keys, data.Logs, data.Temp])
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, path);
        }
    }

    [Fact]
    public void A_data_directory_that_cannot_be_written_to_stops_the_start()
    {
        using var folder = new TempFolder();
        var file = folder.WriteFile("data", "a file, not a folder");

        var refusal = Should.Throw<SettingsException>(() => TestApplication.CreateBuilder(folder).AddServiceDefaults());

        refusal.Setting.ShouldBe("Data:Directory");
        refusal.Message.ShouldContain(file);
    }

    [Theory]
    [InlineData(typeof(SampleRefusedException), 2)]
    [InlineData(typeof(InvalidOperationException), null)]
    public void A_refusal_is_one_line_and_a_defect_is_left_alone(Type type, int? exitCode)
    {
        using var errors = new StringWriter();

        StartFailure.Report((Exception)Activator.CreateInstance(type, "The database is newer than the program.")!, errors).ShouldBe(exitCode);

        errors.ToString().ShouldBe(exitCode is null ? "" : $"MemoCoach does not start. The database is newer than the program.{Environment.NewLine}");
    }

    private enum Colour
    {
        Red,
        Green,
    }

    private sealed class SampleSettings : IValidatableObject
    {
        public const string Section = "Sample";

        public Colour Colour { get; set; }

        [Range(1, 9)]
        public int Days { get; set; } = 1;

        [Required]
        public string Name { get; set; } = "Ada";

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Name == "root")
            {
                yield return new ValidationResult("nobody may be called root.", [nameof(Name)]);
            }
        }
    }

    private sealed class SampleRefusedException(string message) : Exception(message);
}
