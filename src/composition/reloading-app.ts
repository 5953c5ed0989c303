import type { App } from "../app.ts";
import type { Clock, Logger } from "../domain/ports.ts";

/** The longest pause before an index that could not be opened is tried again, in milliseconds. */
const LONGEST_PAUSE_MS = 300_000;

/** An App, and the index that it answers from. */
export interface OpenedApp {
  readonly app: App;
  /** Names the index: another build has another name. */
  readonly indexName: string;
}

export interface ReloadingOptions {
  /** Learns cheaply the name of the index that is current on the disk. Undefined: there is none now. */
  readonly readIndexName: () => Promise<string | undefined>;
  /** Opens the index that is current on the disk, and changes nothing there. */
  readonly open: () => Promise<OpenedApp>;
  /** How often to look, in milliseconds. */
  readonly pollMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** An index that could not be opened. */
interface Failure {
  readonly indexName: string | undefined;
  readonly retryAt: number;
  readonly pauseMs: number;
}

/**
 * An App that goes over to each new index once that is open. Questions under way finish on the one that they began with;
 * where a new one cannot be opened, the old one stays.
 */
export class ReloadingApp implements App {
  readonly #options: ReloadingOptions;
  readonly #stopping = new AbortController();
  #current: OpenedApp;
  #failure: Failure | undefined;

  /** @param first What answers until there is something newer. */
  constructor(first: OpenedApp, options: ReloadingOptions) {
    this.#current = first;
    this.#options = options;
    void this.#watch();
  }

  get papers(): App["papers"] {
    return this.#current.app.papers;
  }

  ask(...args: Parameters<App["ask"]>): ReturnType<App["ask"]> {
    return this.#current.app.ask(...args);
  }

  search(...args: Parameters<App["search"]>): ReturnType<App["search"]> {
    return this.#current.app.search(...args);
  }

  findTitles(...args: Parameters<App["findTitles"]>): ReturnType<App["findTitles"]> {
    return this.#current.app.findTitles(...args);
  }

  related(...args: Parameters<App["related"]>): ReturnType<App["related"]> {
    return this.#current.app.related(...args);
  }

  summarize(...args: Parameters<App["summarize"]>): ReturnType<App["summarize"]> {
    return this.#current.app.summarize(...args);
  }

  compare(...args: Parameters<App["compare"]>): ReturnType<App["compare"]> {
    return this.#current.app.compare(...args);
  }

  /** Looks for new indexes no more. The current one goes on answering. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Ends once it is stopped, and never fails. */
  async #watch(): Promise<void> {
    const { clock, pollMs } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      try {
        await clock.sleep(pollMs, signal);
      } catch {
        return;
      }
      await this.#look();
    }
  }

  async #look(): Promise<void> {
    const { readIndexName, open, clock, logger } = this.#options;
    let indexName: string | undefined;
    try {
      indexName = await readIndexName();
      // Where there is none, what is in memory answers.
      if (indexName === undefined || indexName === this.#current.indexName) {
        this.#failure = undefined;
        return;
      }
      if (this.#failure?.indexName === indexName && clock.now() < this.#failure.retryAt) return;
      const opened = await open();
      // The first titles that somebody looks for must not wait for the list that finds them.
      opened.app.findTitles("", 1);
      if (this.#stopping.signal.aborted) return;
      this.#current = opened;
      this.#failure = undefined;
      logger.info({ index: opened.indexName, papers: opened.app.papers.length }, "The bot answers from a new index");
    } catch (err) {
      this.#postpone(indexName, err);
    }
  }

  #postpone(indexName: string | undefined, err: unknown): void {
    const { clock, pollMs, logger } = this.#options;
    const isKnown = this.#failure !== undefined && this.#failure.indexName === indexName;
    const pauseMs = isKnown ? Math.min((this.#failure?.pauseMs ?? 0) * 2, LONGEST_PAUSE_MS) : pollMs;
    this.#failure = { indexName, pauseMs, retryAt: clock.now() + pauseMs };
    if (!isKnown)
      logger.error({ err, index: indexName }, "A new index cannot be opened: the bot stays with the old one");
  }
}
