import { styleText } from "node:util";

/** The three weights that results are printed in. */
export interface Ink {
  bold(text: string): string;
  dim(text: string): string;
  accent(text: string): string;
}

/** @returns Ink that colours, or ink that leaves every text as it is. */
export function createInk(color: boolean): Ink {
  const paint = (style: "bold" | "dim" | "cyan") => (text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  return { bold: paint("bold"), dim: paint("dim"), accent: paint("cyan") };
}
