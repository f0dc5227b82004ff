namespace Recruit.Sandbox;

public static class SandboxHost
{
    public static void Main(string[] args) => WebApplication.CreateBuilder(args).Build().Run();
}
