import type { en } from "./en.ts";

/**
 * What commands, their options and choices are called in one language. Names are lower case. In Japanese and Chinese they
 * stay English, as is customary there: nobody switches the input method for a command.
 */
export type CommandWords = typeof en;
