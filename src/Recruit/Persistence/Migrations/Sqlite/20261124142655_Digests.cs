using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Recruit.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Digests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite can neither drop a NOT NULL nor drop a table that others point at without touching their rows. The generated rebuild turns
            // foreign keys off in between, outside of the transaction; this one copies the pointing table along, and a kill leaves nothing behind.
            migrationBuilder.Sql(
                """
                CREATE TABLE "NewBroadcasts" (
                    "Id" TEXT NOT NULL CONSTRAINT "PK_Broadcasts" PRIMARY KEY,
                    "FacilityId" TEXT NOT NULL,
                    "RequestHash" TEXT NULL,
                    "RequestKey" TEXT NULL,
                    "Specialty" TEXT NOT NULL DEFAULT '',
                    "SubmittedAt" INTEGER NOT NULL,
                    "SubmittedBy" TEXT NULL,
                    "SubmittedByName" TEXT NOT NULL,
                    "VacancyId" TEXT NULL,
                    CONSTRAINT "FK_Broadcasts_Vacancies_VacancyId" FOREIGN KEY ("VacancyId") REFERENCES "Vacancies" ("Id") ON DELETE RESTRICT
                );
                INSERT INTO "NewBroadcasts" ("Id", "FacilityId", "RequestHash", "RequestKey", "SubmittedAt", "SubmittedBy", "SubmittedByName", "VacancyId")
                SELECT "Id", "FacilityId", "RequestHash", "RequestKey", "SubmittedAt", "SubmittedBy", "SubmittedByName", "VacancyId" FROM "Broadcasts";
                CREATE TABLE "NewPlannedDeliveries" (
                    "DeliveryId" TEXT NOT NULL CONSTRAINT "PK_PlannedDeliveries" PRIMARY KEY,
                    "BroadcastId" TEXT NOT NULL,
                    "Moment" TEXT NOT NULL,
                    "RenderedFor" INTEGER NOT NULL,
                    "RenderedText" TEXT NOT NULL,
                    CONSTRAINT "FK_PlannedDeliveries_Broadcasts_BroadcastId" FOREIGN KEY ("BroadcastId") REFERENCES "NewBroadcasts" ("Id") ON DELETE CASCADE,
                    CONSTRAINT "FK_PlannedDeliveries_Deliveries_DeliveryId" FOREIGN KEY ("DeliveryId") REFERENCES "Deliveries" ("Id") ON DELETE CASCADE
                );
                INSERT INTO "NewPlannedDeliveries" ("DeliveryId", "BroadcastId", "Moment", "RenderedFor", "RenderedText")
                SELECT "DeliveryId", "BroadcastId", "Moment", "RenderedFor", "RenderedText" FROM "PlannedDeliveries";
                DROP TABLE "PlannedDeliveries";
                DROP TABLE "Broadcasts";
                ALTER TABLE "NewBroadcasts" RENAME TO "Broadcasts";
                ALTER TABLE "NewPlannedDeliveries" RENAME TO "PlannedDeliveries";
                CREATE UNIQUE INDEX "IX_Broadcasts_SubmittedBy_RequestKey" ON "Broadcasts" ("SubmittedBy", "RequestKey") WHERE "RequestKey" IS NOT NULL;
                CREATE INDEX "IX_Broadcasts_VacancyId" ON "Broadcasts" ("VacancyId");
                CREATE INDEX "IX_PlannedDeliveries_BroadcastId" ON "PlannedDeliveries" ("BroadcastId");
                """);

            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "Accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DigestPlannedFor",
                table: "Accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DigestVacancies",
                columns: table => new
                {
                    BroadcastId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VacancyId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestVacancies", x => new { x.BroadcastId, x.VacancyId });
                    table.ForeignKey(
                        name: "FK_DigestVacancies_Broadcasts_BroadcastId",
                        column: x => x.BroadcastId,
                        principalTable: "Broadcasts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DigestVacancies_Vacancies_VacancyId",
                        column: x => x.VacancyId,
                        principalTable: "Vacancies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DigestVacancies_VacancyId",
                table: "DigestVacancies",
                column: "VacancyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DigestVacancies");

            migrationBuilder.DropColumn(
                name: "Specialty",
                table: "Broadcasts");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "DigestPlannedFor",
                table: "Accounts");

            migrationBuilder.AlterColumn<Guid>(
                name: "VacancyId",
                table: "Broadcasts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "SubmittedBy",
                table: "Broadcasts",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
