using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminConsole.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Usage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "UsageBlocks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    KeyRows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageBlocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsageTuples",
                columns: table => new
                {
                    Row = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyRow = table.Column<long>(type: "INTEGER", nullable: false),
                    OrganizationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstSeen = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeen = table.Column<long>(type: "INTEGER", nullable: false),
                    ThroughBlock = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsageTuples", x => x.Row);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UsageBlocks_LastAt_Size",
                table: "UsageBlocks",
                columns: new[] { "LastAt", "Size" });

            migrationBuilder.CreateIndex(
                name: "IX_UsageTuples_Day",
                table: "UsageTuples",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_UsageTuples_KeyRow_Day_Code_Address_Scopes_OrganizationId",
                table: "UsageTuples",
                columns: new[] { "KeyRow", "Day", "Code", "Address", "Scopes", "OrganizationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UsageTuples_OrganizationId_Day",
                table: "UsageTuples",
                columns: new[] { "OrganizationId", "Day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UsageBlocks");

            migrationBuilder.DropTable(
                name: "UsageTuples");
        }
    }
}
