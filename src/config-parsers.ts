/** @returns Undefined for everything but a whole number from `lowest` to `highest`. */
export function parseInteger(text: string, lowest: number, highest: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= lowest && value <= highest ? value : undefined;
}

/** @returns Undefined where nothing is between the commas. */
export function parsePaths(text: string): readonly string[] | undefined {
  const paths = splitList(text);
  return paths.length > 0 ? paths : undefined;
}

/** Reads `page.txt=2025,other.txt=2024`. */
export function parseYears(text: string): Readonly<Record<string, number>> | undefined {
  const years: Record<string, number> = {};
  for (const pair of splitList(text)) {
    const [, file, year] = /^(.+?)\s*=\s*((?:19|20)\d{2})$/.exec(pair) ?? [];
    if (file === undefined) return undefined;
    years[file] = Number(year);
  }
  return years;
}

/** An address without a password and without a slash at its end. */
export function parseBaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return text.replace(/\/+$/, "");
}

/** The bot's token goes there: in the clear only within this machine. */
export function parseDiscordApi(text: string): string | undefined {
  const address = parseBaseUrl(text);
  const url = URL.parse(text);
  const isPrivate = url?.protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(url?.hostname ?? "");
  return isPrivate ? address : undefined;
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** @returns Undefined for everything but a decimal number from `lowest` to `highest`. */
export function parseNumber(text: string, lowest: number, highest: number): number | undefined {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return value >= lowest && value <= highest ? value : undefined;
}

/** Reads `0.15/0.60`: prices of a million tokens read and a million tokens written. */
export function parsePrices(text: string): { readonly input: number; readonly output: number } | undefined {
  const [input, output, ...rest] = text.split("/").map((part) => parseNumber(part.trim(), 0, 10_000));
  return input === undefined || output === undefined || rest.length > 0 ? undefined : { input, output };
}

/** Reads Discord's ids with commas between; empty text names none. */
export function parseIds(text: string): readonly string[] | undefined {
  const ids = splitList(text);
  return ids.every((id) => /^\d{17,20}$/.test(id)) ? ids : undefined;
}
