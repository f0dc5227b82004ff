return await Recruit.RecruitApp.RunAsync(args);
