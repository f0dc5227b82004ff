namespace Recruit.Templates;

public static class TemplatesModule
{
    /// <param name="folder">Full path of the folder of templates.</param>
    public static IHostApplicationBuilder AddTemplates(this IHostApplicationBuilder builder, string folder)
    {
        builder.Services.AddSingleton(new TemplateFolder(folder));
        builder.Services.AddSingleton<TemplateLibrary>();
        return builder;
    }
}
