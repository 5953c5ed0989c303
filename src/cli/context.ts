import type { Workbench } from "../workbench.ts";
import type { Terminal } from "./terminal.ts";

/** What a verb gets besides its arguments. */
export interface Context {
  readonly terminal: Terminal;
  /** Aborts when the person presses Ctrl-C. */
  readonly signal: AbortSignal;
  /** What Ctrl-C does, for whoever reads keys. */
  interrupt(): void;
  /** Whether unexpected failures show their details. */
  readonly debug: boolean;
  /**
   * Reads the configuration and composes the product.
   *
   * @param indexFolder Instead of the configured one.
   * @throws {ConfigError} If the configuration is wrong.
   */
  openWorkbench(indexFolder: string | undefined): Promise<Workbench>;
}

/** The options that every verb takes. */
export interface SharedOptions {
  /** The folder of the index, instead of the configured one. */
  readonly index?: string;
  /** The sources of the index, instead of the configured ones. */
  readonly corpus?: readonly string[];
  /** Print JSON for programs instead of text for people. */
  readonly json?: boolean;
}

/** The options of every verb that answers. */
export interface AnsweringOptions extends SharedOptions {
  /** Let a configured language model write. */
  readonly model?: boolean;
}

/** How a verb ends: done, or failed in a way that it has already told. */
export type ExitCode = 0 | 1;
