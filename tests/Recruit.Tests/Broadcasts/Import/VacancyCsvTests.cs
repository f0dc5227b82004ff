using System.Text;
using Recruit.Broadcasts.Import;

namespace Recruit.Tests.Broadcasts.Import;

public sealed class VacancyCsvTests
{
    [Theory]
    [InlineData("Requisition ID;Job Title\n7;Nurse\n")]
    [InlineData("job title\treq id\r\nNurse\t7\r\n")]
    [InlineData("Reference Number,Position,Favorite color\n7,Nurse,blue\n")]
    public void Columns_are_known_by_many_names_in_any_order_with_any_delimiter(string text)
    {
        var row = VacancyCsv.Read(text).Rows.ShouldHaveSingleItem();

        (row.Number, row[ImportColumns.RequisitionId], row[ImportColumns.Title]).ShouldBe((2, "7", "Nurse"));
    }

    [Fact]
    public void A_file_without_a_title_column_says_which_is_missing()
        => VacancyCsv.Read("requisition_id,name\n7,Nurse\n").Problem.ShouldBe("The file has no column named title. Name it in the first row and try again.");

    [Theory]
    [InlineData("")]
    [InlineData("requisition_id,title\n")]
    [InlineData("requisition_id,title\n,\n\n")]
    public void A_file_without_rows_says_so(string text) => VacancyCsv.Read(text).Problem.ShouldNotBeNull();

    [Fact]
    public void A_file_that_is_too_long_is_refused_whole()
    {
        var text = string.Concat(Enumerable.Range(0, VacancyCsv.MostRows + 1).Select(number => $"{number},Nurse\n"));

        VacancyCsv.Read("requisition_id,title\n" + text).Problem!.ShouldContain("Split it");
        VacancyCsv.Read("requisition_id,title\n" + text[..text.LastIndexOf('\n', text.Length - 2)]).Problem.ShouldBeNull();
    }

    [Fact]
    public void A_short_row_has_empty_cells() => VacancyCsv.Read("requisition_id,title,city\n7,Nurse\n").Rows.ShouldHaveSingleItem()[ImportColumns.City].ShouldBe("");

    [Fact]
    public void A_row_with_a_stray_quotation_mark_is_refused_and_the_next_one_is_read()
    {
        var rows = VacancyCsv.Read("requisition_id,title\n7,Nurse \"B\" x\n8,Nurse\n").Rows;

        rows.Count.ShouldBe(2);
        ImportRowReader.Read(rows[0]).Refusal.ShouldNotBeNull();
        ImportRowReader.Read(rows[1]).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letters_survive_both_usual_encodings(bool utf8)
    {
        var bytes = (utf8 ? new UTF8Encoding(true) : Encoding.Latin1).GetPreamble()
            .Concat((utf8 ? Encoding.UTF8 : Encoding.Latin1).GetBytes("requisition_id,title\n7,Infirmière\n")).ToArray();

        var csv = await VacancyCsv.ReadAsync(new MemoryStream(bytes));

        csv.Rows.ShouldHaveSingleItem()[ImportColumns.Title].ShouldBe("Infirmière");
    }

    [Fact]
    public void Columns_that_are_not_read_are_named() => VacancyCsv.Read("requisition_id,title,Favorite color\n7,Nurse,blue\n").UnknownColumns.ShouldBe(["Favorite color"]);
}
