/** @returns The address if a browser may open it from a message: http or https, nothing else. */
export function webAddress(text: string): string | undefined {
  const url = URL.parse(text);
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
}
