using System.Reflection;
using Recruit.Audit;

namespace Recruit.Tests.Audit;

public sealed class ActWordsTests
{
    [Fact]
    public void Every_act_has_words_for_people()
    {
        var acts = typeof(Acts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        ActWords.All.Keys.Order().ShouldBe(acts.Order());
        ActWords.All.Values.ShouldBeUnique();
    }
}
