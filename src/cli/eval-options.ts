import type { AnsweringOptions } from "./context.ts";

/** What `eval` takes beside its files. */
export interface EvalOptions extends AnsweringOptions {
  /** Compare rankers instead of scoring the product. */
  readonly ablate?: boolean;
  /** The model that judges what citations prove, instead of words. */
  readonly judge?: string;
  /** The file that is written with what a model is asked and answers. */
  readonly record?: string;
  /** The recording that answers instead of a model. */
  readonly replay?: string;
  /** Questions under way at once, 1 to 100. */
  readonly concurrency?: number;
}
