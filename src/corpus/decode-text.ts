/**
 * Reads bytes as UTF-8, without a byte order mark.
 *
 * @returns Nothing when the bytes are no text: they hold a NUL, or are not UTF-8.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
