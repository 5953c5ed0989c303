import type { APIApplicationCommand, APIMessage, APIUser } from "discord-api-types/v10";
import type { PlaygroundChannel } from "../../channel.ts";
import type { Explanation } from "../../explanation.ts";
import type { OpenModal } from "../../person.ts";
import type { Draft } from "./draft.ts";

/** An interaction that waits for the bot's first answer. */
export interface Pending {
  readonly channelId: string;
  /** `MESSAGE/CUSTOM_ID` of the button or menu that was used. */
  readonly component?: string;
  /** The command that was sent, as people see its name: "/find", or "Find papers like this". */
  readonly command?: string;
}

/** What the page itself says in a channel, to nobody but who sits before it. */
export interface Note {
  readonly id: string;
  readonly channelId: string;
  readonly text: string;
}

/** What stands beside the channel: one of its threads, or how an answer came about. */
export type Pane =
  | { readonly kind: "thread"; readonly channelId: string }
  | {
      readonly kind: "explanation";
      readonly messageId: string;
      /** Undefined while it is fetched, null where the message holds no answer. */
      readonly explanation: Explanation | null | undefined;
      /** The thread that stood there before, and stands there again afterwards. */
      readonly over?: string;
    };

/** A menu of a message that is open. */
export interface OpenMenu {
  /** `MESSAGE/CUSTOM_ID`, or the custom id within a modal. */
  readonly key: string;
  active: number;
  readonly chosen: Set<string>;
}

/** The menu of what to do with a message. */
export interface OpenMessageMenu {
  readonly messageId: string;
  readonly channelId: string;
  /** Where it was asked for, in pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** What gets the focus back. */
  readonly opener: { readonly isConnected: boolean; focus(): void };
}

/** Everything that the page shows. Events and the person's actions change it; the views only read it. */
export interface Model {
  isConnected: boolean;
  /** The server is not the one that this page belongs to: it never comes back. */
  isEnded: boolean;
  me: APIUser | undefined;
  /** The person's language as Discord names it. */
  locale: string;
  people: readonly APIUser[];
  bot: APIUser | undefined;
  isBotOnline: boolean;
  guildName: string;
  readonly channels: Map<string, PlaygroundChannel>;
  /** By channel, oldest first. */
  readonly messages: Map<string, APIMessage[]>;
  commands: readonly APIApplicationCommand[];
  /** By interaction. */
  readonly commandNames: Map<string, string>;
  channelId: string;
  pane: Pane | undefined;
  readonly unread: Set<string>;
  /** By channel: who types, until when (milliseconds since 1970). */
  readonly typing: Map<string, { readonly user: APIUser; readonly until: number }>;
  readonly pending: Map<string, Pending>;
  /** Interactions whose end came before the answer to the request that began them. */
  readonly settled: Set<string>;
  /** By message: why its last interaction failed. */
  readonly failures: Map<string, string>;
  readonly notes: Note[];
  /** Private notes that this person dismissed. */
  readonly dismissed: Set<string>;
  modal: OpenModal | undefined;
  modalError: string | undefined;
  /** What is chosen in the menus of a modal, by interaction and custom id. */
  readonly modalChoices: Map<string, readonly string[]>;
  menu: OpenMenu | undefined;
  messageMenu: OpenMessageMenu | undefined;
  /** By channel: what this person writes there. */
  drafts: Map<string, Draft>;
  /** By person: their drafts, which wait while another one sits here. */
  readonly draftsOf: Map<string, Map<string, Draft>>;
  isDrawerOpen: boolean;
}

export function createModel(): Model {
  return {
    isConnected: false,
    isEnded: false,
    me: undefined,
    locale: "en-US",
    people: [],
    bot: undefined,
    isBotOnline: false,
    guildName: "",
    channels: new Map(),
    messages: new Map(),
    commands: [],
    commandNames: new Map(),
    channelId: "",
    pane: undefined,
    unread: new Set(),
    typing: new Map(),
    pending: new Map(),
    settled: new Set(),
    failures: new Map(),
    notes: [],
    dismissed: new Set(),
    modal: undefined,
    modalError: undefined,
    modalChoices: new Map(),
    menu: undefined,
    messageMenu: undefined,
    drafts: new Map(),
    draftsOf: new Map(),
    isDrawerOpen: false,
  };
}
