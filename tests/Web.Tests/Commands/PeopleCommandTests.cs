using Gava.Domain.People;
using Gava.Operations.Database;
using Gava.Operations.History;
using Gava.Operations.People;
using Gava.Web.Tests.Operations;
using Gava.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gava.Web.Tests.Commands;

/// <summary>Contract, Command line: <c>gava organisation</c>, <c>gava user</c>, <c>gava key</c>.</summary>
public sealed class PeopleCommandTests
{
    private const string Good = "ett gott lösenord";

    [Fact]
    public async Task An_organisation_comes_in_from_a_file_and_again_changes_nothing()
    {
        await using var floor = await Floor.StartAsync();
        var file = await FileOf("\uFEFFslug,name,parent,routine\nskola,Skolförvaltningen,almvik,\n\"ekskolan\",\"Ekskolan, Norra\",skola,nacka-kommun\n\nstad,Lokalvård och städ,internservice,internservice\n");

        var first = await floor.RunAsync(["organisation", "import", file]);
        var again = await floor.RunAsync(["organisation", "import", file]);

        Assert.Equal((0, "", "2 nya enheter, 1 ändrade."), (first.ExitCode, first.StandardOutput, first.StandardError));
        Assert.Equal((0, "0 nya enheter, 0 ändrade."), (again.ExitCode, again.StandardError));
        await using var database = floor.Database();
        var school = await database.Units.SingleAsync(u => u.Slug == "ekskolan");
        Assert.Equal(("Ekskolan, Norra", "nacka-kommun", (await database.Units.SingleAsync(u => u.Slug == "skola")).Id), (school.Name, school.Routine, school.ParentId));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    // R-SEC-01: the cases follow their place
    [Fact]
    public async Task An_import_that_moves_a_unit_moves_who_sees_its_cases()
    {
        await using var floor = await Floor.StartAsync();
        var reference = await floor.RegisterAsync();
        var file = await FileOf("slug,name,parent,routine\nsocialpsykiatri,Boendestöd Centrum,aldreomsorg,nacka-socialpsykiatri\n");

        Assert.Equal((1, 0), await SeenAsync());
        Assert.Equal(0, (await floor.RunAsync(["organisation", "import", file])).ExitCode);
        floor.Get<OrganisationBook>().Forget();

        Assert.Equal((0, 1), await SeenAsync());
        Assert.Equal(1, reference.Number);

        async Task<(int Old, int New)> SeenAsync()
        {
            await using var old = floor.Get<Databases>().For(await floor.ViewerAsync("birgitta"));
            await using var @new = floor.Get<Databases>().For(await floor.ViewerAsync("eva"));
            return (await old.Cases.CountAsync(), await @new.Cases.CountAsync());
        }
    }

    [Theory]
    [InlineData("ny,Ny enhet,finns-inte,", "Rad 3: ")]
    [InlineData("ny,Ny enhet,almvik,finns-inte", "Rad 3: ")]
    [InlineData("Ny Enhet,Ny enhet,almvik,", "Rad 3: ")]
    [InlineData("ny,N,almvik,", "Rad 3: ")]
    [InlineData("stad,S,internservice,", "Rad 3: ")]
    [InlineData("almvik,Almviks kommun,stad,", "Rad 3: ")]
    [InlineData("ny", "Rad 3: ")]
    [InlineData("ny,Ny,almvik,,,", "Rad 3: ")]
    public async Task A_line_that_cannot_work_is_named_and_nothing_is_half_done(string line, string named)
    {
        await using var floor = await Floor.StartAsync();
        var before = await floor.CountAsync("SELECT count(*) FROM unit");

        var answer = await floor.RunAsync(["organisation", "import", await FileOf($"slug,name,parent,routine\nskola,Skolförvaltningen,almvik,\n{line}\n")]);

        Assert.Equal((1, ""), (answer.ExitCode, answer.StandardOutput));
        Assert.StartsWith(named, Assert.Single(answer.StandardError.Split('\n')));
        Assert.Equal(before, await floor.CountAsync("SELECT count(*) FROM unit"));
    }

    // R-SEC-03
    [Fact]
    public async Task A_person_is_added_with_a_password_on_standard_input_and_can_sign_in()
    {
        await using var floor = await Floor.StartAsync();

        var added = await floor.RunAsync(["user", "add", "Nisse", "--role", "enhetschef", "--unit", "stad", "--full-name", "Nils Öberg"], Good + "\n");
        var list = await floor.RunAsync(["user", "list"]);

        Assert.Equal((0, ""), (added.ExitCode, added.StandardOutput));
        Assert.DoesNotContain(Good, added.StandardError);
        Assert.Contains("nisse\tNils Öberg\tUnitManager@stad", list.StandardOutput.Split('\n'));
        floor.Get<OrganisationBook>().Forget();
        Assert.NotNull(await floor.Get<SignInDesk>().SignInAsync("nisse", Good));
        Assert.Null(await floor.Get<SignInDesk>().SignInAsync("nisse", Good + " "));
    }

    [Theory]
    [InlineData("kort")]
    [InlineData("elva tecken")]
    [InlineData("")]
    public async Task A_password_that_is_too_short_is_refused_and_nobody_is_added(string password)
    {
        await using var floor = await Floor.StartAsync();

        var added = await floor.RunAsync(["user", "add", "nisse", "--role", "Employee", "--unit", "stad"], password + "\n");
        var reset = await floor.RunAsync(["user", "reset", "amal"], password + "\n");

        Assert.Equal((1, 1), (added.ExitCode, reset.ExitCode));
        Assert.Contains("minst 12 tecken", added.StandardError);
        Assert.Contains("minst 12 tecken", reset.StandardError);
        Assert.Equal(0, await floor.CountAsync("SELECT count(*) FROM person WHERE user_name = 'nisse'"));
        Assert.NotNull(await floor.Get<SignInDesk>().SignInAsync("amal", "gava-demo"));
    }

    // R-SEC-03: a key has its owner's rights, is shown once, and ends when it is revoked
    [Fact]
    public async Task A_key_is_printed_once_works_and_is_revoked()
    {
        await using var floor = await Floor.StartAsync();

        var added = await floor.RunAsync(["key", "add", "--user", "maria"]);
        var key = added.StandardOutput;
        Assert.Equal((0, ""), (added.ExitCode, added.StandardError));
        Assert.Matches("^gava_[0-9a-f]{48}$", key);
        Assert.Equal((await floor.PersonAsync("maria")).Id, await floor.Get<SignInDesk>().PersonOfKeyAsync(key));

        var revoked = await floor.RunAsync(["key", "revoke", "--user", "maria"]);
        var again = await floor.RunAsync(["key", "revoke", "--user", "maria"]);
        var nobody = await floor.RunAsync(["key", "add", "--user", "nisse"]);

        Assert.Equal((0, 1, 1), (revoked.ExitCode, again.ExitCode, nobody.ExitCode));
        await Task.Delay(1100);
        Assert.Null(await floor.Get<SignInDesk>().PersonOfKeyAsync(key));
        Assert.Null((await floor.Get<JournalCheck>().VerifyAsync()).Fault);
    }

    // ASVS V7.4.3
    [Theory]
    [InlineData("password")]
    [InlineData("role given")]
    [InlineData("role ended")]
    public async Task A_session_ends_at_a_new_password_or_a_changed_role_and_others_go_on(string change)
    {
        await using var app = await TestApp.StartAsync();
        using var amal = await app.SignInAsync("amal");
        using var maria = await app.SignInAsync("maria");
        var desk = app.Services.GetRequiredService<OrganisationDesk>();

        await (change switch
        {
            "password" => app.Services.GetRequiredService<SignInDesk>().SetPasswordAsync("amal", Good, Person.System),
            "role given" => desk.AddPersonAsync("amal", "", "", null, Role.Coordinator, "socialpsykiatri", null, Person.System),
            _ => desk.EndRoleAsync("amal", "socialpsykiatri", Role.Employee, Person.System),
        });
        await Task.Delay(1100);

        Assert.StartsWith("/logga-in", (await amal.GetAsync("/arenden")).Path);
        Assert.Equal("/arenden", (await maria.GetAsync("/arenden")).Path);
    }

    [Fact]
    public async Task Every_route_is_a_line_of_method_address_and_right()
    {
        var folder = TestFolder.New("routes");
        var answer = await GavaCommand.Run(["routes"], settings: new Dictionary<string, string?> { ["Gava__Data"] = folder });

        Assert.Equal((0, ""), (answer.ExitCode, answer.StandardError));
        var lines = answer.StandardOutput.Split('\n').Select(l => l.Split('\t')).ToList();
        Assert.All(lines, l => Assert.Equal(3, l.Length));
        Assert.All(lines, l => Assert.Matches("^(GET|HEAD|POST|PATCH|DELETE)$", l[0]));
        Assert.All(lines, l => Assert.StartsWith("/", l[1]));
        Assert.All(lines, l => Assert.Contains(l[2], new[] { "open", "staff", "key" }));
        Assert.Contains(lines, l => l is ["POST", "/api/v1/cases", "key"]);
        Assert.Contains(lines, l => l is ["GET", "/healthz", "open"]);
        Assert.All(lines.Where(l => l[1].StartsWith("/api/", StringComparison.Ordinal)), l => Assert.Equal("key", l[2]));
        Assert.All(lines.Where(l => l[1].StartsWith("/arenden", StringComparison.Ordinal)), l => Assert.Equal("staff", l[2]));
        Assert.Contains(lines, l => l is ["GET", "/arenden/{reference}", "staff"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    private static async Task<string> FileOf(string content)
    {
        var file = Path.Combine(TestFolder.New("organisation"), "enheter.csv");
        await File.WriteAllTextAsync(file, content);
        return file;
    }
}
