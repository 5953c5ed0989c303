import { type APIMessage, ComponentType } from "discord-api-types/v10";
import { type Control, type LooseComponent, walk } from "../../src/playground/components.ts";
import { LoopbackDiscord } from "../../src/playground/loopback-discord.ts";
import type { LoopbackOptions } from "../../src/playground/options.ts";
import type {
  ModalFields,
  OpenModal,
  PersonInteraction,
  Ref,
  SayOptions,
  Where,
  Who,
} from "../../src/playground/person.ts";
import { readJudge } from "./discord-judge.ts";
import { type Scene, type Sight, wordsOf } from "./discord-scene.ts";

const PATIENCE_MS = 5_000;

type Options = Parameters<LoopbackDiscord["slash"]>[1];

/** A scene on the loopback Discord, judged by Discord's document where it is there. Without rate limits by default. */
export class LoopbackScene implements Scene {
  readonly discord: LoopbackDiscord;
  readonly #patienceMs: number;

  private constructor(discord: LoopbackDiscord, patienceMs: number) {
    this.discord = discord;
    this.#patienceMs = patienceMs;
  }

  static async open(options: LoopbackOptions & { readonly patienceMs?: number } = {}): Promise<LoopbackScene> {
    const { patienceMs = PATIENCE_MS, ...others } = options;
    const judge = readJudge();
    const discord = new LoopbackDiscord({ rateLimits: [], ...(judge && { judge }), ...others });
    await discord.start();
    return new LoopbackScene(discord, patienceMs);
  }

  get api(): string {
    return this.discord.api;
  }

  get token(): string {
    return this.discord.token;
  }

  get mention(): string {
    return `<@${this.discord.bot.id}>`;
  }

  async say(content: string, options: SayOptions = {}): Promise<APIMessage> {
    return this.discord.say(content, options);
  }

  async edit(message: Ref, content: string, who: Who = {}): Promise<APIMessage> {
    return this.discord.edit(message, content, who);
  }

  async remove(message: Ref, who: Who = {}): Promise<void> {
    this.discord.remove(message, who);
  }

  async type(where: Where = {}): Promise<void> {
    this.discord.type(where);
  }

  async dm(who: Who = {}): Promise<{ readonly id: string }> {
    return this.discord.dm(who);
  }

  async thread(name: string, options: Where & { readonly from?: Ref } = {}): Promise<{ readonly id: string }> {
    return this.discord.thread(name, options);
  }

  async slash(name: string, options: Options = {}, where: Where = {}): Promise<PersonInteraction> {
    return this.discord.slash(name, options, where);
  }

  async autocomplete(
    name: string,
    focused: string,
    options: Options = {},
    where: Where = {},
  ): Promise<PersonInteraction> {
    return this.discord.autocomplete(name, focused, options, where);
  }

  async press(message: Ref, button: string, who: Who = {}): Promise<PersonInteraction> {
    const control = this.#control(message, (one) => "label" in one && one.label === button);
    return this.discord.press(message, control?.custom_id ?? button, who);
  }

  async select(message: Ref, menu: string, choices: readonly string[], who: Who = {}): Promise<PersonInteraction> {
    const isMeant = (one: Control): boolean => "placeholder" in one && one.placeholder === menu;
    const control = this.#control(message, isMeant) ?? this.#control(message, (one) => one.custom_id === menu);
    const options = control?.type === ComponentType.StringSelect ? control.options : [];
    const values = choices.map((choice) => options.find((option) => option.label === choice)?.value ?? choice);
    return this.discord.select(message, control?.custom_id ?? menu, values, who);
  }

  async submit(modal: OpenModal, fields: ModalFields): Promise<PersonInteraction> {
    const labels = modal.components.flatMap((component) =>
      component.type === ComponentType.Label ? [[component.label, component.component.custom_id] as const] : [],
    );
    const ids = new Map(labels);
    const byId = Object.fromEntries(Object.entries(fields).map(([name, value]) => [ids.get(name) ?? name, value]));
    return this.discord.submit(modal, byId);
  }

  async contextMenu(name: string, message: Ref, who: Who = {}): Promise<PersonInteraction> {
    return this.discord.contextMenu(name, message, who);
  }

  async view(sight: Sight = {}): Promise<readonly APIMessage[]> {
    return this.discord.view(sight.as ?? "alice", sight.in ?? "general");
  }

  async sees(isWanted: (message: APIMessage) => boolean, sight: Sight = {}): Promise<APIMessage> {
    const person = sight.as ?? "alice";
    const channel = this.discord.channel(sight.in ?? "general");
    const there = this.discord.view(person, channel).find((message) => isWanted(message));
    if (there) return there;
    const { promise, resolve, reject } = Promise.withResolvers<APIMessage>();
    const stop = this.discord.watch(person, (event) => {
      if (event.type !== "message-created" && event.type !== "message-updated") return;
      if (event.message.channel_id === channel.id && isWanted(event.message)) resolve(event.message);
    });
    const timer = setTimeout(() => {
      const seen = this.discord
        .view(person, channel)
        .map((message) => `${message.author.username}: ${wordsOf(message)}`);
      reject(new Error(`Not seen within ${this.#patienceMs} ms. Seen:\n${seen.join("\n---\n")}`));
    }, this.#patienceMs);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      stop();
    }
  }

  complaints(): readonly string[] {
    return this.discord.complaints;
  }

  async end(): Promise<void> {
    await this.discord.stop();
  }

  #control(message: Ref, isMeant: (control: Control) => boolean): Control | undefined {
    const components = (this.discord.message(message).components ?? []) as readonly LooseComponent[];
    const controls = [...walk(components)].filter(
      (component) => component.custom_id !== undefined,
    ) as unknown as Control[];
    return controls.find((control) => isMeant(control));
  }
}
