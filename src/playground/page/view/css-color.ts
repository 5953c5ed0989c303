/** A declaration of the accent that a bot chose, or none. */
export function cssColor(color: number | null | undefined): string {
  return color === null || color === undefined ? "" : `--accent: #${color.toString(16).padStart(6, "0")}`;
}
