using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Recruit.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Costs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CostMicros",
                table: "Deliveries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "MayExceedCap",
                table: "Deliveries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "MonthlyCapMicros",
                table: "Accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReadingCosts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Micros = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingCosts", x => new { x.AccountId, x.Month });
                    table.ForeignKey(
                        name: "FK_ReadingCosts_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReadingCosts");

            migrationBuilder.DropColumn(
                name: "CostMicros",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "MayExceedCap",
                table: "Deliveries");

            migrationBuilder.DropColumn(
                name: "MonthlyCapMicros",
                table: "Accounts");
        }
    }
}
