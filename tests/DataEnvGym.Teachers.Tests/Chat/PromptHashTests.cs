using DataEnvGym.Teachers.Chat;
using Microsoft.SemanticKernel.ChatCompletion;

namespace DataEnvGym.Teachers.Tests.Chat;

public sealed class PromptHashTests
{
    private static ChatHistory History(params (AuthorRole Role, string Text)[] messages)
    {
        var history = new ChatHistory();
        foreach (var (role, text) in messages)
        {
            history.AddMessage(role, text);
        }

        return history;
    }

    [Fact]
    public void Hash_RoleTextOrBoundaryDiffers_Differs()
    {
        string[] hashes =
        [
            PromptHash.Of(History((AuthorRole.System, "a"), (AuthorRole.User, "b"))),
            PromptHash.Of(History((AuthorRole.User, "a"), (AuthorRole.User, "b"))),
            PromptHash.Of(History((AuthorRole.System, "a"), (AuthorRole.User, "c"))),
            PromptHash.Of(History((AuthorRole.System, "a\nuser\n1\nb"))),
        ];
        hashes.ShouldBeUnique();
    }

    [Fact]
    public void Hash_KnownHistory_IsFixedForEver() =>
        PromptHash.Of(History((AuthorRole.User, "2+2"))).ShouldBe("6b4286df1b63f20dd20a920cad80a9769b6287b1b7777d368579a3759e2a6c51");
}
