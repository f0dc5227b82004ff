namespace Recruit.Pictures;

public static class PicturesModule
{
    public static void AddPictures(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<CardPainter>();
}
