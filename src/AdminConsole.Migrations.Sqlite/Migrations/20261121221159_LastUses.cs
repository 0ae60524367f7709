using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminConsole.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LastUses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyLastUses",
                columns: table => new
                {
                    KeyRow = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    Address = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyLastUses", x => x.KeyRow);
                    table.ForeignKey(
                        name: "FK_KeyLastUses_ApiKeys_KeyRow",
                        column: x => x.KeyRow,
                        principalTable: "ApiKeys",
                        principalColumn: "Row",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql(
                """INSERT INTO "KeyLastUses" ("KeyRow", "OrganizationId", "At", "Address") SELECT "Row", "OrganizationId", "LastUsedAt", "LastUsedIp" FROM "ApiKeys" ORDER BY "Row";""");

            migrationBuilder.CreateIndex(
                name: "IX_KeyLastUses_OrganizationId_At_KeyRow",
                table: "KeyLastUses",
                columns: new[] { "OrganizationId", "At", "KeyRow" });

            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_OrganizationId_LastUsedAt_Row",
                table: "ApiKeys");

            // Not by DropColumn: it makes the table anew, and the triggers that count changes of keys would be gone.
            migrationBuilder.Sql("""ALTER TABLE "ApiKeys" DROP COLUMN "LastUsedAt";""");
            migrationBuilder.Sql("""ALTER TABLE "ApiKeys" DROP COLUMN "LastUsedIp";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LastUsedAt",
                table: "ApiKeys",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastUsedIp",
                table: "ApiKeys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_OrganizationId_LastUsedAt_Row",
                table: "ApiKeys",
                columns: new[] { "OrganizationId", "LastUsedAt", "Row" });

            migrationBuilder.Sql(
                """UPDATE "ApiKeys" SET ("LastUsedAt", "LastUsedIp") = (SELECT "At", "Address" FROM "KeyLastUses" WHERE "KeyRow" = "Row");""");

            migrationBuilder.DropTable(
                name: "KeyLastUses");
        }
    }
}
