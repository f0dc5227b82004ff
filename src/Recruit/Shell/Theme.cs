using MudBlazor;

namespace Recruit.Shell;

/// <summary>One accent color, the reader's own fonts, every text pair at 4.5 to 1 or better in light and dark.</summary>
public static class Theme
{
    private static readonly string[] Fonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Helvetica", "Arial", "sans-serif"];

    public static MudTheme Recruit { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b5d6b",
            Secondary = "#4a5b60",
            Success = "#1b6e3c",
            Info = "#1d5f96",
            Warning = "#8a5300",
            Error = "#b3261e",
            Background = "#f7f9f9",
            Surface = "#ffffff",
            AppbarBackground = "#0b5d6b",
            AppbarText = "#ffffff",
            DrawerBackground = "#ffffff",
            DrawerText = "#1c2527",
            DrawerIcon = "#4a5b60",
            TextPrimary = "#1c2527",
            TextSecondary = "#4a5b60",
            ActionDefault = "#4a5b60",
            LinesDefault = "#dce3e4",
            TableLines = "#dce3e4",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#6cc5d3",
            PrimaryContrastText = "#06272d",
            Secondary = "#a9b9bd",
            SecondaryContrastText = "#10191b",
            Success = "#7fd09b",
            SuccessContrastText = "#0a2614",
            Info = "#8cc3f0",
            InfoContrastText = "#0a2033",
            Warning = "#f0b866",
            WarningContrastText = "#2e1c00",
            Error = "#f2968f",
            ErrorContrastText = "#3a0906",
            Background = "#10191b",
            Surface = "#182325",
            AppbarBackground = "#0b3b44",
            AppbarText = "#ffffff",
            DrawerBackground = "#182325",
            DrawerText = "#e3eaeb",
            DrawerIcon = "#a9b9bd",
            TextPrimary = "#e3eaeb",
            TextSecondary = "#a9b9bd",
            ActionDefault = "#a9b9bd",
            LinesDefault = "#2c3a3d",
            TableLines = "#2c3a3d",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.95rem" },
            Button = new ButtonTypography { FontFamily = Fonts, TextTransform = "none", FontWeight = "600" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
    };
}
