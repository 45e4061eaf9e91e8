using System.Globalization;
using System.Net;
using Gava.Domain;
using Gava.Operations.Database;
using Gava.Operations.Gateways;
using Gava.Operations.Intake;
using Gava.Web.Text;

namespace Gava.Web.Security;

/// <summary>A setting that cannot work. The message is one Swedish line that names the key and says what would be right.</summary>
public sealed class SettingsFault(string message) : Exception(message);

/// <summary>Every setting of Gåva, read and checked once at the start (contract: Configuration).</summary>
public sealed record GavaSettings
{
    /// <summary>Every key there is, as written in the environment after <c>Gava__</c>. docs/operating.md has a paragraph for each.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        "Database", "Data", "Demo", "PublicUrl", "Proxy", "Vault__Key", "Vault__KeyFile", "Vault__KeyCommand", "Vault__OldKey", "Vault__OldKeyFile",
        "Mail__Smtp__Host", "Mail__Smtp__Port", "Mail__Smtp__User", "Mail__Smtp__Password", "Mail__Smtp__StartTls", "Mail__Smtp__From", "Mail__Inbox__Maildir",
        "Mail__Inbox__Graph__Tenant", "Mail__Inbox__Graph__Client", "Mail__Inbox__Graph__Secret", "Mail__Inbox__Graph__SecretFile", "Mail__Inbox__Graph__Mailbox",
        "Mail__Inbox__Graph__MoveTo", "Mail__Inbox__Graph__LoginUrl", "Mail__Inbox__Graph__Url",
        "Uploads__Scanner", "OwnWords",
    ];

    public const string DefaultUrl = "http://127.0.0.1:5080";

    public required DatabaseAddress Database { get; init; }

    /// <summary>The folder for all that Gåva writes beside the database, absolute.</summary>
    public required string Data { get; init; }

    public bool Demo { get; init; }

    public required string PublicUrl { get; init; }

    public required MailSettings Mail { get; init; }

    public required MailInbox Inbox { get; init; }

    /// <summary>A mailbox in Microsoft 365; null when there is none.</summary>
    public GraphSettings? Graph { get; init; }

    public required ScannerSettings Scanner { get; init; }

    /// <summary>The municipality's own words on the citizens' pages.</summary>
    public required OwnWords OwnWords { get; init; }

    /// <summary>Whose X-Forwarded-For and -Proto count.</summary>
    public required IReadOnlyList<IPNetwork> Proxies { get; init; }

    public string? VaultKey { get; init; }

    public string? VaultKeyFile { get; init; }

    /// <summary>A line for the shell that prints the key.</summary>
    public string? VaultKeyCommand { get; init; }

    /// <summary>The key that is being left.</summary>
    public string? VaultOldKey { get; init; }

    public string? VaultOldKeyFile { get; init; }

    /// <summary>The folder of the program itself: routines, fonts and page assets lie here.</summary>
    public static string Program => AppContext.BaseDirectory;

    public static string RoutinesFolder => Path.Combine(Program, "routines");

    public static string FontsFolder => Path.Combine(Program, "fonts");

    /// <exception cref="SettingsFault">A key is unknown, or its value cannot work.</exception>
    public static GavaSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Gava");
        RefuseUnknown(section);
        var demo = Flag(section, "Demo");
        var urls = (configuration["urls"] ?? configuration["ASPNETCORE_URLS"] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // Kestrel's own section, where there is one, counts before the other.
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        if (demo && urls.Concat(endpoints).FirstOrDefault(u => !IsLoopback(u)) is { } open)
        {
            throw new SettingsFault($"Gava__Demo=true går bara på loopback, eftersom alla har samma lösenord. Ändra ASPNETCORE_URLS ({open}) till http://127.0.0.1:5080.");
        }

        return new GavaSettings
        {
            Database = ReadDatabase(section["Database"] ?? "Data Source=var/gava.db"),
            Data = ReadFolder(section["Data"] is { Length: > 0 } data ? data : "var"),
            Demo = demo,
            PublicUrl = section["PublicUrl"] is { Length: > 0 } url ? ReadUrl(url) : (urls.FirstOrDefault() ?? DefaultUrl).TrimEnd('/'),
            Mail = ReadMail(section.GetSection("Mail:Smtp")),
            Inbox = new(section["Mail:Inbox:Maildir"] is { Length: > 0 } maildir ? ReadMaildir(maildir) : null),
            Graph = ReadGraph(section.GetSection("Mail:Inbox:Graph")),
            Scanner = ReadScanner(section["Uploads:Scanner"]),
            OwnWords = section["OwnWords"] is { Length: > 0 } words ? ReadOwnWords(words) : OwnWords.None,
            Proxies = ReadProxies(section["Proxy"]),
            VaultKey = section["Vault:Key"],
            VaultKeyFile = section["Vault:KeyFile"],
            VaultKeyCommand = section["Vault:KeyCommand"],
            VaultOldKey = section["Vault:OldKey"],
            VaultOldKeyFile = section["Vault:OldKeyFile"],
        };
    }

    private static void RefuseUnknown(IConfigurationSection section)
    {
        foreach (var (path, _) in section.AsEnumerable(makePathsRelative: true).Where(p => p.Value is not null))
        {
            var key = path.Replace(":", "__", StringComparison.Ordinal);
            if (Keys.Contains(key, StringComparer.OrdinalIgnoreCase)) continue;
            throw new SettingsFault(key.StartsWith("Mail__Inbox", StringComparison.OrdinalIgnoreCase) || key.StartsWith("Login__Oidc", StringComparison.OrdinalIgnoreCase)
                ? $"Gava__{key} finns inte i den här versionen. Ta bort inställningen."
                : $"Gava__{key} är ingen inställning som Gåva känner. " + (Nearest.To(key, Keys, 4) is { } near ? $"Menar du Gava__{near}?" : "Alla inställningar står i docs/operating.md."));
        }
    }

    private static bool Flag(IConfigurationSection section, string key) => section[key] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new SettingsFault($"{section.Path.Replace(":", "__", StringComparison.Ordinal)}__{key} ska vara true eller false, inte \"{text}\"."),
    };

    private static DatabaseAddress ReadDatabase(string text)
    {
        try
        {
            return DatabaseAddress.Parse(text);
        }
        catch (FormatException fault)
        {
            throw new SettingsFault(fault.Message);
        }
    }

    private static string ReadFolder(string text)
    {
        var folder = Path.GetFullPath(text);
        for (var above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above)) throw new SettingsFault($"Gava__Data ska vara en mapp, men {above} är en fil.");
        }

        return folder;
    }

    private static string ReadMaildir(string text) => Directory.Exists(Path.Combine(text, "new")) ? Path.GetFullPath(text)
        : throw new SettingsFault("Gava__Mail__Inbox__Maildir ska vara en Maildir som finns, med mappen new i. Se efter att mejlhämtaren har skapat den.");

    /// <summary>All of what is needed, or nothing.</summary>
    private static GraphSettings? ReadGraph(IConfigurationSection graph)
    {
        if (graph.AsEnumerable().All(p => string.IsNullOrEmpty(p.Value))) return null;
        return new GraphSettings
        {
            Tenant = Needed("Tenant"),
            Client = Needed("Client"),
            Secret = graph["SecretFile"] is { Length: > 0 } file ? ReadSecret(file) : Needed("Secret"),
            Mailbox = Needed("Mailbox"),
            MoveTo = graph["MoveTo"] is { Length: > 0 } folder ? folder : null,
            LoginUrl = Address("LoginUrl", "https://login.microsoftonline.com"),
            Url = Address("Url", "https://graph.microsoft.com"),
        };

        string Needed(string key) => graph[key] is { Length: > 0 } value ? value.Trim()
            : throw new SettingsFault($"Gava__Mail__Inbox__Graph__{key} saknas. För Microsoft 365 behövs Tenant, Client, Secret eller SecretFile, och Mailbox.");

        // The secret and the mails go there: over https, but for a stand-in on the machine itself.
        Uri Address(string key, string otherwise) => Uri.TryCreate(graph[key] is { Length: > 0 } given ? given : otherwise, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) ? url
            : throw new SettingsFault($"Gava__Mail__Inbox__Graph__{key} ska vara en https-adress, till exempel {otherwise}.");

        static string ReadSecret(string file)
        {
            try
            {
                return File.ReadAllText(file).Trim() is { Length: > 0 } secret ? secret : throw new SettingsFault("Filen i Gava__Mail__Inbox__Graph__SecretFile är tom.");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new SettingsFault("Filen i Gava__Mail__Inbox__Graph__SecretFile finns inte eller går inte att läsa.");
            }
        }
    }

    private static ScannerSettings ReadScanner(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? new(null) : ScannerSettings.Parse(text.Trim());
        }
        catch (FormatException)
        {
            throw new SettingsFault($"Gava__Uploads__Scanner ska vara en adress som 127.0.0.1:3310, eller en väg som /run/clamav/clamd.ctl, inte \"{text}\".");
        }
    }

    private static OwnWords ReadOwnWords(string file)
    {
        try
        {
            return OwnWords.Parse(File.ReadAllText(file));
        }
        catch (FormatException fault)
        {
            throw new SettingsFault($"Filen i Gava__OwnWords: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SettingsFault("Filen i Gava__OwnWords finns inte eller går inte att läsa.");
        }
    }

    private static string ReadUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? text.TrimEnd('/')
            : throw new SettingsFault("Gava__PublicUrl ska vara en hel adress, till exempel https://synpunkter.kommunen.se.");

    private static MailSettings ReadMail(IConfigurationSection smtp)
    {
        var port = smtp["Port"] is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number
                : throw new SettingsFault($"Gava__Mail__Smtp__Port ska vara ett tal från 1 till 65535, inte \"{text}\".")
            : 25;
        var from = smtp["From"] is { Length: > 0 } given ? given : "gava@localhost";
        if (!System.Net.Mail.MailAddress.TryCreate(from, out _)) throw new SettingsFault("Gava__Mail__Smtp__From ska vara en e-postadress, till exempel synpunkter@kommunen.se.");
        return new MailSettings
        {
            Host = smtp["Host"],
            Port = port,
            User = smtp["User"],
            Password = smtp["Password"],
            StartTls = Flag(smtp, "StartTls"),
            From = from,
        };
    }

    private static List<IPNetwork> ReadProxies(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];
        return [.. text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(one =>
            IPNetwork.TryParse(one, out var network) ? network
            : IPAddress.TryParse(one, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new SettingsFault($"Gava__Proxy ska vara adresser eller nät, till exempel 10.0.0.5 eller 10.0.0.0/24, inte \"{one}\"."))];
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
