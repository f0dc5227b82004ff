namespace Recruit.Templates;

/// <summary>Where the template files lie: one folder per network inside.</summary>
public sealed record TemplateFolder(string Path);
