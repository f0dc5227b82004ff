using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Recruit.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Connections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RenewAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RenewalTrouble",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "RenewalsRefused",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "RenewedAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RenewingUntil",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TokenEndsAt",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TurnedAway",
                table: "Accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ConnectAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StaffId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StateHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectAttempts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_RenewAt",
                table: "Accounts",
                column: "RenewAt");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectAttempts_StateHash",
                table: "ConnectAttempts",
                column: "StateHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConnectAttempts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_RenewAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RenewAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RenewalTrouble",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RenewalsRefused",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RenewedAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "RenewingUntil",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "TokenEndsAt",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "TurnedAway",
                table: "Accounts");
        }
    }
}
