import type { APIMessage } from "discord-api-types/v10";
import { LoopbackDiscord } from "../src/playground/loopback-discord.ts";
import type { PersonInteraction } from "../src/playground/person.ts";
import { latency, quantile, type Latency } from "./statistics.ts";

export interface LoadedDiscordOptions {
  readonly people: number;
  readonly channels: number;
  readonly questions: readonly string[];
  readonly random: () => number;
}

/** What became of everything that people did. */
export interface LoadFigures {
  readonly interactions: number;
  readonly mentions: number;
  /** Until the first answer, of interactions. */
  readonly acknowledgement: Latency & { readonly p99: number };
  /** Until what was asked for can be read. */
  readonly answer: Latency & { readonly p99: number };
  /** Of mentions alone: they go through the rate limits of channels. */
  readonly mentionAnswer: Latency & { readonly p99: number };
  /** What was not as it should be, in words. */
  readonly failures: readonly string[];
}

/** The title that people look for, and a part of it that they type. */
const TITLE = "GenCast";

/** A Discord with its rate limits, many people and channels, which watches how long everything takes. */
export class LoadedDiscord {
  readonly #discord: LoopbackDiscord;
  readonly #options: LoadedDiscordOptions;
  readonly #people: readonly string[];
  readonly #channels: readonly string[];
  readonly #acknowledged: number[] = [];
  readonly #answered: number[] = [];
  readonly #mentionAnswered: number[] = [];
  readonly #failures: string[] = [];
  readonly #open = new Set<Promise<void>>();
  readonly #said = new Map<string, { readonly at: number; replies: number; readonly resolve: () => void }>();
  #interactions = 0;
  #mentions = 0;

  private constructor(discord: LoopbackDiscord, options: LoadedDiscordOptions) {
    this.#discord = discord;
    this.#options = options;
    this.#people = Array.from({ length: options.people }, (_, at) => `person${at}`);
    this.#channels = Array.from({ length: options.channels }, (_, at) => `room-${at}`);
    for (const name of this.#people) discord.addUser(name);
    for (const name of this.#channels) discord.addChannel(name);
    discord.watch("alice", (event) => {
      if (event.type === "message-created") this.#hear(event.message);
    });
  }

  static async open(options: LoadedDiscordOptions): Promise<LoadedDiscord> {
    const discord = new LoopbackDiscord();
    await discord.start();
    return new LoadedDiscord(discord, options);
  }

  get api(): string {
    return this.#discord.api;
  }

  get token(): string {
    return this.#discord.token;
  }

  /** Somebody asks by mention. */
  mention(): void {
    this.#mentions += 1;
    const { promise, resolve } = Promise.withResolvers<void>();
    const content = `<@${this.#discord.bot.id}> ${this.#pick(this.#options.questions)}`;
    const { id } = this.#discord.say(content, { as: this.#pick(this.#people), in: this.#pick(this.#channels) });
    this.#said.set(id, { at: performance.now(), replies: 0, resolve });
    this.#follow(promise);
  }

  /** Somebody uses a command, or types a title. */
  interact(): void {
    this.#interactions += 1;
    const where = { as: this.#pick(this.#people), in: this.#pick(this.#channels) };
    const at = performance.now();
    const dice = this.#options.random();
    if (dice < 0.1) {
      this.#watch(this.#discord.autocomplete("paper", "title", { title: TITLE }, where), at, "choices");
      return;
    }
    const question = this.#pick(this.#options.questions);
    const interaction =
      dice < 0.2
        ? this.#discord.slash("find", { query: question.slice(0, 200) }, where)
        : this.#discord.slash("ask", { question }, where);
    this.#watch(interaction, at, "reply");
  }

  /** Waits until everything is answered, as long as that may take. */
  async settle(graceMs: number): Promise<LoadFigures> {
    const late = Promise.withResolvers<void>();
    const timer = setTimeout(late.resolve, graceMs);
    await Promise.race([Promise.all(this.#open), late.promise]);
    clearTimeout(timer);
    for (const { replies } of this.#said.values()) {
      if (replies !== 1) this.#failures.push(`A mention has ${replies} replies.`);
    }
    return {
      interactions: this.#interactions,
      mentions: this.#mentions,
      acknowledgement: withTail(this.#acknowledged),
      answer: withTail([...this.#answered, ...this.#mentionAnswered]),
      mentionAnswer: withTail(this.#mentionAnswered),
      failures: [...this.#failures, ...this.#discord.complaints],
    };
  }

  async stop(): Promise<void> {
    await this.#discord.stop();
  }

  #watch(interaction: PersonInteraction, at: number, wanted: "reply" | "choices"): void {
    this.#follow(
      (async () => {
        const acknowledged = await interaction.acknowledged;
        this.#acknowledged.push(acknowledged.ms);
        if (acknowledged.kind === "failed") throw new Error(acknowledged.text);
        await (wanted === "reply" ? interaction.reply() : interaction.choices());
        if (wanted === "reply") this.#answered.push(performance.now() - at);
      })(),
    );
  }

  #follow(work: Promise<void>): void {
    const followed = work
      .catch((error: unknown) => void this.#failures.push(String(error)))
      .finally(() => this.#open.delete(followed));
    this.#open.add(followed);
  }

  #hear({ author, message_reference: reference }: APIMessage): void {
    const said = author.id === this.#discord.bot.id ? this.#said.get(reference?.message_id ?? "") : undefined;
    if (said === undefined) return;
    said.replies += 1;
    if (said.replies > 1) return;
    this.#mentionAnswered.push(performance.now() - said.at);
    said.resolve();
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#options.random() * items.length)];
    if (item === undefined) throw new RangeError("There is nothing to pick from");
    return item;
  }
}

function withTail(values: readonly number[]): Latency & { readonly p99: number } {
  return { ...latency(values), p99: quantile(values, 0.99) };
}
