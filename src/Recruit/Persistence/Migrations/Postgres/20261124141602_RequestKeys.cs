using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Recruit.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RequestKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RequestHash",
                table: "Broadcasts",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RequestKey",
                table: "Broadcasts",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Broadcasts_SubmittedBy_RequestKey",
                table: "Broadcasts",
                columns: new[] { "SubmittedBy", "RequestKey" },
                unique: true,
                filter: "\"RequestKey\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Broadcasts_SubmittedBy_RequestKey",
                table: "Broadcasts");

            migrationBuilder.DropColumn(
                name: "RequestHash",
                table: "Broadcasts");

            migrationBuilder.DropColumn(
                name: "RequestKey",
                table: "Broadcasts");
        }
    }
}
