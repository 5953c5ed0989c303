import type { en } from "./en.ts";

/** What is said of feedback, threads, settings, privacy and the product itself, in one language. */
export type PanelWords = typeof en;
