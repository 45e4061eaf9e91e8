using System.Net.Mail;
using System.Net.Sockets;

namespace Gava.Web.Tests.Testing;

/// <summary>
/// The real way of a mail: a mail server (Exim) that delivers to people's mailboxes and tells the sender what it could not deliver, a server
/// that shows those mailboxes by IMAP (Dovecot), and a fetcher (getmail) that brings them home to a Maildir. All from Debian's packages, as
/// ordinary processes in a folder of their own.
/// </summary>
public sealed class PostOffice : IAsyncDisposable
{
    /// <summary>Every mailbox there is. Mail to anybody else at these two domains comes back to its sender; mail elsewhere is swallowed.</summary>
    public static readonly IReadOnlyList<string> People = ["gava@kommun.example", "tyra@exempel.example"];

    private const string Password = "brevduva";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string folder;
    private readonly string user;
    private readonly string group;
    private readonly string sockets;
    private readonly List<ChildProcess> servers = [];

    private PostOffice(string folder, string user, string group)
    {
        (this.folder, this.user, this.group) = (folder, user, group);
        // A socket's path may have 108 bytes, and Dovecot gives its sockets long names.
        sockets = Path.Combine(Path.GetDirectoryName(folder)!, $"imap{ImapPort}");
    }

    public int SmtpPort { get; } = FreePort.Next();

    public int ImapPort { get; } = FreePort.Next();

    public static async Task<PostOffice> StartAsync()
    {
        var place = TestFolder.New("post");
        // Neither server runs as root, which is what a container usually is.
        var (user, group) = Environment.IsPrivilegedProcess ? ("nobody", "nogroup") : (Environment.UserName, (await RunAsync(["id", "-gn"])).Trim());
        var office = new PostOffice(place, user, group);
        try
        {
            Directory.CreateDirectory(office.sockets);
            foreach (var name in new[] { "spool", "mail", "get" }) Directory.CreateDirectory(Path.Combine(place, name));
            await File.WriteAllTextAsync(Path.Combine(place, "exim.conf"), office.EximSettings());
            await File.WriteAllTextAsync(Path.Combine(place, "dovecot.conf"), office.DovecotSettings());
            await office.OwnAsync();
            office.servers.Add(office.Serve(Program("exim4", "exim4-daemon-light"), "-C", Path.Combine(place, "exim.conf"), "-bdf", "-q1s"));
            office.servers.Add(office.Serve(Program("dovecot", "dovecot-imapd"), "-F", "-c", Path.Combine(place, "dovecot.conf")));
            await office.AnswersAsync(office.SmtpPort, office.servers[0]);
            await office.AnswersAsync(office.ImapPort, office.servers[1]);
            return office;
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>A Maildir for what is fetched, empty.</summary>
    public async Task<string> NewMaildirAsync()
    {
        var maildir = Path.Combine(folder, $"home-{Guid.CreateVersion7():N}");
        foreach (var part in new[] { "new", "cur", "tmp" }) Directory.CreateDirectory(Path.Combine(maildir, part));
        await OwnAsync();
        return maildir;
    }

    /// <summary>Fetches what is in somebody's mailbox by IMAP until there are so many more messages in the Maildir's <c>new</c>.</summary>
    public async Task FetchAsync(string address, string maildir, int expected = 1)
    {
        var mailbox = address.Split('@')[0];
        var settings = Path.Combine(folder, "get", $"{Guid.CreateVersion7():N}");
        await File.WriteAllTextAsync(settings, $"""
            [retriever]
            type = SimpleIMAPRetriever
            server = 127.0.0.1
            port = {ImapPort}
            username = {mailbox}
            password = {Password}
            mailboxes = ("INBOX",)

            [destination]
            type = Maildir
            path = {maildir}/

            [options]
            read_all = false
            delete = true
            """);
        await OwnAsync();
        var waiting = Path.Combine(maildir, "new");
        var wanted = Directory.GetFiles(waiting).Length + expected;
        var began = TimeProvider.System.GetTimestamp();
        while (Directory.GetFiles(waiting).Length < wanted)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience) throw new TimeoutException($"No {expected} mail to {address}. {string.Join('\n', servers.Select(s => s.Said()))}");
            await RunAsync(AsOrdinaryUser(Program("getmail", "getmail6"), "--getmaildir", Path.Combine(folder, "get"), "--rcfile", settings));
            await Task.Delay(100);
        }
    }

    /// <summary>A citizen's own program sends, by the same client that Gåva sends with.</summary>
    public async Task SendAsync(string from, string to, string subject, string text, string? inReplyTo = null)
    {
        using var client = new SmtpClient("127.0.0.1", SmtpPort);
        using var message = new MailMessage(from, to, subject, text);
        if (inReplyTo is not null) message.Headers.Add("In-Reply-To", inReplyTo);
        await client.SendMailAsync(message);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in servers)
        {
            // Their children go when they are asked to go.
            await server.Terminate();
            try
            {
                await server.WaitForExit(TimeSpan.FromSeconds(5));
            }
            catch (TimeoutException)
            {
                // It is killed below.
            }

            await server.DisposeAsync();
        }

        TestFolder.Remove(folder);
        TestFolder.Remove(sockets);
    }

    // The mailboxes that exist are named; the rest of the two domains cannot be routed, so that Exim itself writes the report.
    private string EximSettings() => $$"""
        exim_user = {{user}}
        exim_group = {{group}}
        admin_groups = {{group}}
        trusted_users = {{user}}
        spool_directory = {{folder}}/spool
        log_file_path = {{folder}}/spool/%s.log
        pid_file_path = {{folder}}/spool/exim.pid
        primary_hostname = post.example
        domainlist ours = kommun.example : exempel.example
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = {{SmtpPort}}
        host_lookup =
        rfc1413_query_timeout = 0s
        tls_advertise_hosts =
        deliver_drop_privilege = true
        prod_requires_admin = false
        keep_environment =
        acl_smtp_rcpt = take
        acl_smtp_data = take
        begin acl
        take:
          accept
        begin routers
        elsewhere:
          driver = redirect
          domains = ! +ours
          data = :blackhole:
        here:
          driver = accept
          domains = +ours
          local_parts = {{string.Join(" : ", People.Select(p => p.Split('@')[0]))}}
          transport = mailbox
        begin transports
        mailbox:
          driver = appendfile
          directory = {{folder}}/mail/$local_part_data
          maildir_format
          create_directory
          delivery_date_add
          envelope_to_add
          return_path_add
          user = {{user}}
          group = {{group}}
        begin retry
        * * F,1m,1s

        """;

    private string DovecotSettings() => $$"""
        base_dir = {{sockets}}
        state_dir = {{sockets}}
        log_path = /dev/stderr
        ssl = no
        disable_plaintext_auth = no
        protocols = imap
        listen = 127.0.0.1
        default_internal_user = {{user}}
        default_internal_group = {{group}}
        default_login_user = {{user}}
        mail_location = maildir:{{folder}}/mail/%u
        passdb {
          driver = static
          args = password={{Password}}
        }
        userdb {
          driver = static
          args = uid={{user}} gid={{group}} home={{folder}}/mail/%u
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = {{ImapPort}}
          }
          inet_listener imaps {
            port = 0
          }
        }
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }

        """;

    private ChildProcess Serve(params string[] command)
    {
        var all = AsOrdinaryUser(command);
        return ChildProcess.Start(all[0], all[1..], workingDirectory: folder);
    }

    private async Task AnswersAsync(int port, ChildProcess server)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience && !server.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"A mail server did not start. {server.Said()}");
    }

    /// <summary>Everything in the folder belongs to the user that the servers run as.</summary>
    private async Task OwnAsync()
    {
        if (Environment.IsPrivilegedProcess) await RunAsync(["chown", "-R", $"{user}:{group}", folder, sockets]);
    }

    private string[] AsOrdinaryUser(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={user}", $"--regid={group}", $"--groups={group}", .. command] : command;

    private static async Task<string> RunAsync(string[] command)
    {
        await using var tool = ChildProcess.Start(command[0], command[1..]);
        return await tool.WaitForExit(TimeSpan.FromMinutes(1)) == 0 ? tool.StandardOutput : throw new InvalidOperationException(tool.Said());
    }

    // Servers lie where an ordinary user's shell does not look.
    private static string Program(string name, string package) =>
        InstalledProgram.Find(name) ?? (File.Exists($"/usr/sbin/{name}") ? $"/usr/sbin/{name}" : throw new InvalidOperationException($"{name} is not installed. ./test installs {package} from Debian's packages."));
}
