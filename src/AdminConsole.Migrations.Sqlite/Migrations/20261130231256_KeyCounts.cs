using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AdminConsole.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeyCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_ApiKeys_OrganizationId_Kind_RevokedAt_Enabled_ExpiresAt_StartsAt_CreatedAt",
                table: "ApiKeys",
                columns: new[] { "OrganizationId", "Kind", "RevokedAt", "Enabled", "ExpiresAt", "StartsAt", "CreatedAt" },
                filter: "\"CreatedAt\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ApiKeys_OrganizationId_Kind_RevokedAt_Enabled_ExpiresAt_StartsAt_CreatedAt",
                table: "ApiKeys");
        }
    }
}
