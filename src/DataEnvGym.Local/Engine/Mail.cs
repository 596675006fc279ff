using System.Threading.Channels;
using DataEnvGym.Local.Journal;

namespace DataEnvGym.Local.Engine;

/// <summary>What reaches a running instance from outside of its turns.</summary>
internal abstract record Mail
{
    /// <summary>Something that belongs into the history; its time is set when it is taken.</summary>
    internal sealed record Happened(HistoryRow Row) : Mail;

    /// <summary>The inbox may hold something.</summary>
    internal sealed record LookIntoInbox : Mail;

    /// <summary>The engine itself failed; nothing of it is journaled, and the run can be resumed.</summary>
    internal sealed record Broke(Exception Error) : Mail;
}

/// <summary>The letter box of one running generation: many writers, one reader.</summary>
internal sealed class Mailbox
{
    private readonly Channel<Mail> channel = Channel.CreateUnbounded<Mail>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<Mail> Reader => channel.Reader;

    public void Put(Mail mail) => channel.Writer.TryWrite(mail);

    public void Answer(HistoryRow command, HistoryKind kind, string payload) =>
        Put(new Mail.Happened(command with { Kind = kind, Payload = payload }));
}
