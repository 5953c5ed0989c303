import type { APIMessage } from "discord-api-types/v10";
import type {
  ModalFields,
  OpenModal,
  OptionValue,
  PersonInteraction,
  Ref,
  SayOptions,
  Where,
  Who,
} from "../../src/playground/person.ts";

/** What a scenario waits for. */
export interface Sight {
  /** Who looks. Defaults to alice. */
  readonly as?: Ref;
  /** Where. Defaults to general. */
  readonly in?: Ref;
}

/** What a scenario may know of one thing that a person did. */
export type SceneInteraction = Pick<PersonInteraction, "acknowledged" | "reply" | "modal" | "choices">;

/**
 * A server with people, as a scenario sees it: what they do, and what they then see. Nothing here depends on which
 * server it is, so that the same scenario can be played on another Discord-compatible one.
 */
export interface Scene {
  /** The REST base and the token that a bot connects with. */
  readonly api: string;
  readonly token: string;
  /** What people type to mention the bot. */
  readonly mention: string;

  say(content: string, options?: SayOptions): Promise<APIMessage>;
  edit(message: Ref, content: string, who?: Who): Promise<APIMessage>;
  remove(message: Ref, who?: Who): Promise<void>;
  type(where?: Where): Promise<void>;
  /** @returns The direct message with the bot, to say something in. */
  dm(who?: Who): Promise<{ readonly id: string }>;
  thread(name: string, options?: Where & { readonly from?: Ref }): Promise<{ readonly id: string }>;
  slash(name: string, options?: Readonly<Record<string, OptionValue>>, where?: Where): Promise<SceneInteraction>;
  autocomplete(
    name: string,
    focused: string,
    options?: Readonly<Record<string, OptionValue>>,
    where?: Where,
  ): Promise<SceneInteraction>;
  /** Presses a button by what is written on it, or by its custom id. */
  press(message: Ref, button: string, who?: Who): Promise<SceneInteraction>;
  /** Chooses from a menu by the words of its options, or by their values. */
  select(message: Ref, menu: string, choices: readonly string[], who?: Who): Promise<SceneInteraction>;
  /** Fills a modal by the labels of its fields, or by their custom ids. */
  submit(modal: OpenModal, fields: ModalFields): Promise<SceneInteraction>;
  contextMenu(name: string, message: Ref, who?: Who): Promise<SceneInteraction>;

  /** The messages that a person sees, oldest first. */
  view(sight?: Sight): Promise<readonly APIMessage[]>;
  /**
   * The first message that a person sees for which a test is true: now, or once it comes or changes.
   *
   * @throws {Error} With what was seen instead, after the scene's patience.
   */
  sees(isWanted: (message: APIMessage) => boolean, sight?: Sight): Promise<APIMessage>;
  /** What was wrong with the bot's requests, as far as the server tells. */
  complaints(): readonly string[];
  end(): Promise<void>;
}

/** Everything that a person reads in a message: content, embeds, text displays, and what is written on its controls. */
export function wordsOf(message: APIMessage): string {
  const words: string[] = [message.content];
  for (const embed of message.embeds) {
    words.push(embed.title ?? "", embed.description ?? "", embed.footer?.text ?? "");
    for (const field of embed.fields ?? []) words.push(field.name, field.value);
  }
  const read = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) read(part);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (["content", "label", "placeholder", "description"].includes(key) && typeof value === "string")
        words.push(value);
      else read(value);
    }
  };
  read(message.components ?? []);
  return words.filter((word) => word !== "").join("\n");
}
