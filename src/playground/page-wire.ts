import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIUser,
  Snowflake,
} from "discord-api-types/v10";
import type { PlaygroundChannel } from "./channel.ts";
import type { ModalFields, OptionValue, PersonEvent } from "./person.ts";

/** What a person may use, in their language. */
export interface Offer {
  readonly commands: readonly APIApplicationCommand[];
  /** As Discord names it: "de", "zh-CN". */
  readonly locale: string;
}

/** Everything that a person sees at one moment. The first thing that a page receives, and again after a lost connection. */
export interface Snapshot extends Offer {
  readonly type: "snapshot";
  readonly me: APIUser;
  readonly people: readonly APIUser[];
  readonly bot: APIUser;
  readonly guildName: string;
  readonly channels: readonly PlaygroundChannel[];
  /** By channel, oldest first. */
  readonly messages: Readonly<Record<Snowflake, readonly APIMessage[]>>;
  /** By interaction: the command that was used, which messages do not say. */
  readonly commandNames: Readonly<Record<Snowflake, string>>;
  readonly isBotOnline: boolean;
}

/** What the server tells a page, one at a time. */
export type PageEvent = Snapshot | CommandUsed | CommandsChanged | Exclude<PersonEvent, { type: "commands-changed" }>;

/** Other commands are offered, or the same in another language. */
export interface CommandsChanged extends Offer {
  readonly type: "commands-changed";
}

/** Somebody used a command: its answer says who, but not which. */
export interface CommandUsed {
  readonly type: "command-used";
  readonly interactionId: Snowflake;
  /** As it stands in messages: "/find" for a slash command, "Find papers like this" for a message command. */
  readonly name: string;
}

/** What a person does on the page. */
export type PersonAction =
  | {
      readonly type: "say";
      readonly channelId: Snowflake;
      readonly content: string;
      readonly replyTo?: Snowflake;
      readonly ping?: boolean;
    }
  | { readonly type: "type"; readonly channelId: Snowflake }
  | {
      readonly type: "slash";
      readonly channelId: Snowflake;
      readonly name: string;
      readonly options: Readonly<Record<string, OptionValue>>;
    }
  | {
      readonly type: "autocomplete";
      readonly channelId: Snowflake;
      readonly name: string;
      readonly focused: string;
      readonly options: Readonly<Record<string, OptionValue>>;
    }
  | { readonly type: "message-command"; readonly messageId: Snowflake; readonly name: string }
  | { readonly type: "press"; readonly messageId: Snowflake; readonly customId: string }
  | {
      readonly type: "select";
      readonly messageId: Snowflake;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | { readonly type: "submit"; readonly interactionId: Snowflake; readonly fields: ModalFields }
  | { readonly type: "thread"; readonly messageId: Snowflake; readonly channelId: Snowflake; readonly name: string }
  /** Discord shows and sends another language from now on. */
  | { readonly type: "locale"; readonly locale: string };

/** What comes of an action at once; the rest comes as events. */
export interface ActionResult {
  /** The interaction that the action began, if any. */
  readonly interactionId?: Snowflake;
  /** The channel that the action opened. */
  readonly channelId?: Snowflake;
  readonly choices?: readonly APIApplicationCommandOptionChoice[];
}
