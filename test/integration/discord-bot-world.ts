import assert from "node:assert/strict";
import { MessageFlags } from "discord.js";
import type { APIMessage, APIMessageTopLevelComponent } from "discord.js";
import { onTestFinished } from "vitest";
import { systemClock } from "../../src/adapters/clock.ts";
import { openDatabase } from "../../src/adapters/database.ts";
import { DatabaseRecords } from "../../src/adapters/database-records.ts";
import type { App } from "../../src/app.ts";
import type { Owner } from "../../src/discord/owner.ts";
import type { Bot, Patience } from "../../src/discord/start-bot.ts";
import { startBot } from "../../src/discord/start-bot.ts";
import type { Answer, Citation } from "../../src/domain/answer.ts";
import type { AnswerEvent } from "../../src/domain/answer-event.ts";
import type { Clock } from "../../src/domain/ports.ts";
import type { Records } from "../../src/domain/records.ts";
import type { Question } from "../../src/domain/question.ts";
import type { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";
import type { LoopbackOptions } from "../../src/playground/options.ts";
import type { PersonEvent, SayOptions, Who } from "../../src/playground/person.ts";
import { makeAnswer, makeRanking, scriptApp } from "../support/cli-app.ts";
import { LoopbackScene } from "../support/discord-loopback-scene.ts";
import type { Scene, Sight } from "../support/discord-scene.ts";
import { SILENT_LOGGER } from "../support/discord-parts.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { OWNER } from "../support/owner.ts";
import { paperAt, PAPERS } from "../support/papers.ts";
import { recordLog } from "../unit/discord/record-log.ts";

export interface WorldOptions {
  readonly app?: App;
  readonly owner?: Partial<Owner>;
  /** The records' time and that of limits. Defaults to the machine's. */
  readonly clock?: Clock;
  readonly patience?: Partial<Patience>;
  readonly discord?: LoopbackOptions;
}

/** The bot on a Discord of its own. When the test ends, it must have broken none of Discord's rules. */
export class BotWorld {
  readonly scene: Scene;
  /** The Discord behind the scene, for what another one could not show: who was pinged, what was requested, faults. */
  readonly discord: LoopbackDiscord;
  readonly log = recordLog();
  /** What the bot told its owner of its answers. */
  readonly events: AnswerEvent[] = [];
  /** Whether each thumb that the bot counted was up. */
  readonly thumbs: boolean[] = [];
  /** Milliseconds until interactions were acknowledged. */
  readonly acknowledgements: number[] = [];
  readonly #app: App;
  readonly #owner: Owner;
  readonly #clock: Clock;
  readonly #patience: Partial<Patience>;
  readonly #folder = tempFolder();
  #database = openDatabase(this.#folder);
  #bot: Bot | undefined;

  private constructor(scene: LoopbackScene, options: WorldOptions) {
    const { app = answeringApp(), owner = {}, clock = systemClock, patience = {} } = options;
    this.#app = app;
    this.#owner = { ...OWNER, ...owner };
    this.#clock = clock;
    this.#patience = patience;
    this.scene = scene;
    this.discord = scene.discord;
  }

  static async open(options: WorldOptions = {}): Promise<BotWorld> {
    const world = new BotWorld(await LoopbackScene.open(options.discord), options);
    onTestFinished(async () => {
      await world.#bot?.stop();
      world.#database.close();
      await world.scene.end();
      assert.deepEqual(world.scene.complaints(), []);
    });
    await world.start();
    return world;
  }

  /** Where the bot keeps what it keeps. */
  get dataFolder(): string {
    return this.#folder;
  }

  get bot(): Bot {
    if (this.#bot === undefined) throw new Error("The bot is not running");
    return this.#bot;
  }

  /** What the bot keeps. */
  get records(): Records {
    const paperOf = (id: string) => this.#app.papers.find((paper) => paper.id === id);
    return new DatabaseRecords(this.#database, this.#clock, { keepDays: 30, paperOf });
  }

  async start(): Promise<void> {
    const { token, api } = this.scene;
    this.#bot = await startBot({
      app: this.#app,
      token,
      api,
      log: this.log,
      records: this.records,
      owner: this.#owner,
      logger: SILENT_LOGGER,
      metrics: {
        countAnswer: (event) => void this.events.push(event),
        countFeedback: (isGood) => void this.thumbs.push(isGood),
        timeAcknowledgement: (ms) => void this.acknowledgements.push(ms),
      },
      patience: this.#patience,
      clock: this.#clock,
    });
  }

  /** Ends the bot and starts it anew, as another process would that finds what this one kept. */
  async restart(): Promise<void> {
    await this.bot.stop();
    this.#database.close();
    this.#database = openDatabase(this.#folder);
    await this.start();
  }

  /** As {@link BotWorld.restart}, after an end that left the bot no moment: it can neither send nor keep anything more. */
  async restartAbruptly(): Promise<void> {
    this.#database.close();
    this.discord.intercept = () => ({ kind: "answer", status: 403, body: { message: "Gone", code: 50_001 } });
    await this.bot.stop();
    this.discord.intercept = () => undefined;
    this.#database = openDatabase(this.#folder);
    await this.start();
  }

  /** Says something, and waits for the bot's reply. */
  async ask(content: string, options: SayOptions = {}): Promise<APIMessage> {
    const said = await this.scene.say(content, options);
    return this.scene.sees(({ message_reference: reference }) => reference?.message_id === said.id, options);
  }

  /** Says something to the bot, by its mention. */
  async mention(question: string, options: SayOptions = {}): Promise<APIMessage> {
    return this.ask(`${this.scene.mention} ${question}`, options);
  }

  /** Uses a command. @returns The bot's reply. */
  async slash(...args: Parameters<Scene["slash"]>): Promise<APIMessage> {
    return (await this.scene.slash(...args)).reply();
  }

  /** Presses a button. @returns The bot's reply. */
  async press(...args: Parameters<Scene["press"]>): Promise<APIMessage> {
    return (await this.scene.press(...args)).reply();
  }

  /** Chooses from a menu. @returns The bot's reply. */
  async select(...args: Parameters<Scene["select"]>): Promise<APIMessage> {
    return (await this.scene.select(...args)).reply();
  }

  /** Follows an answer up by its button. @returns The bot's reply. */
  async followUp(answer: APIMessage, question: string, who: Who = {}): Promise<APIMessage> {
    const modal = await (await this.scene.press(answer, "Ask a follow-up", who)).modal();
    return (await this.scene.submit(modal, { "Your question": question })).reply();
  }

  /** The bot's messages that a person sees, oldest first. */
  async seen(sight: Sight = {}): Promise<readonly APIMessage[]> {
    return (await this.scene.view(sight)).filter(({ author }) => author.id === this.discord.bot.id);
  }

  /** Waits for something to reach alice's screen. */
  event<Found>(find: (event: PersonEvent) => Found | undefined): Promise<Found> {
    return new Promise((resolve) => {
      const stop = this.discord.watch("alice", (event) => {
        const found = find(event);
        if (found === undefined) return;
        stop();
        resolve(found);
      });
    });
  }
}

interface Part {
  readonly content?: string;
  readonly label?: string;
  readonly components?: readonly Part[];
}

function partsOf({ components = [] }: { readonly components?: readonly APIMessageTopLevelComponent[] }): Part[] {
  const walk = (part: Part): Part[] => [part, ...(part.components ?? []).flatMap(walk)];
  return (components as readonly Part[]).flatMap(walk);
}

/** Whether only one person sees a message. */
export function isPrivate({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** What a message says. */
export function textOf(message: APIMessage): string {
  return partsOf(message)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join("\n\n");
}

/** The words on a message's buttons. */
export function labelsOf(message: APIMessage): string[] {
  return partsOf(message).flatMap(({ label }) => (label === undefined ? [] : [label]));
}

/** The words on the buttons under an answer that cites. */
export const ANSWER_LABELS = [
  "Sources",
  "Ask a follow-up",
  "Related papers",
  "Continue in a thread",
  "Helpful",
  "Not helpful",
];

const kettle = paperAt("KettleNet");

/** Two papers to cite, and what of them. */
export const CITATIONS: readonly Citation[] = [
  { number: 1, paper: kettle, evidence: [{ sentence: "It draws 3 mW.", source: "digest" }] },
  { number: 2, paper: paperAt("Tidal Attention"), evidence: [{ sentence: "Memory is linear.", source: "digest" }] },
];

/** An answer that repeats the question and cites one paper. */
export function answerTo({ text }: Question): Answer {
  return makeAnswer({
    text: `You asked: ${text} [1]`,
    citations: CITATIONS.slice(0, 1),
    seeAlso: [paperAt("Tidal Attention")],
  });
}

/** An App over the invented papers that answers everything at once, and records every call. */
export function answeringApp(script: Partial<App> = {}): ReturnType<typeof scriptApp> {
  return scriptApp({
    papers: PAPERS,
    ask: (question) => Promise.resolve(answerTo(question)),
    search: () => Promise.resolve({ papers: makeRanking(...PAPERS), undated: 1 }),
    findTitles: (query, limit = 10) =>
      PAPERS.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase())).slice(0, limit),
    related: (paper) => Promise.resolve(makeRanking(...PAPERS.filter((other) => other !== paper))),
    summarize: (target) => Promise.resolve(answerTo({ text: target, history: [] })),
    compare: (titles) => Promise.resolve(answerTo({ text: titles.join(" or "), history: [] })),
    ...script,
  });
}

/** The questions that an App double was asked. */
export function questionsTo(app: ReturnType<typeof scriptApp>): readonly Question[] {
  return app.calls.flatMap(([method, question]) => (method === "ask" ? [question as Question] : []));
}
