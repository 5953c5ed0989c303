import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackComponent,
  APIUser,
  Snowflake,
} from "discord-api-types/v10";
import type { PlaygroundChannel } from "./channel.ts";

/** A person, channel, role or message: by its name where it has one ("alice", "general"), by its id, or as the object. */
export type Ref = string | { readonly id: Snowflake };

/** Who acts, and where. Defaults: the first person, in the first channel. */
export interface Where {
  readonly as?: Ref;
  readonly in?: Ref;
}

/** Who acts on a message; where is known by the message. */
export interface Who {
  readonly as?: Ref;
}

/** A file that somebody attaches. */
export interface Upload {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** A MIME type. Defaults to bytes without a meaning. */
  readonly type?: string;
  readonly description?: string;
}

export interface SayOptions extends Where {
  readonly replyTo?: Ref;
  /** Whether the reply notifies the author of the message, as Discord's "@ ON" does. Defaults to true. */
  readonly ping?: boolean;
  readonly files?: readonly Upload[];
}

/** Who a message notifies once `allowed_mentions` was applied. */
export interface Pings {
  readonly users: readonly Snowflake[];
  readonly roles: readonly Snowflake[];
  readonly everyone: boolean;
}

/** What a person gives to a slash command's option: users, channels and roles by id. */
export type OptionValue = string | number | boolean;

/** What a person enters into a modal, by the custom id of its inputs. */
export type ModalFields = Readonly<Record<string, string | boolean | readonly string[]>>;

/** How an application first answers an interaction. */
export type AckKind = "reply" | "deferred-reply" | "deferred-update" | "update" | "choices" | "modal";

export interface Acknowledgement {
  readonly kind: AckKind;
  /** Milliseconds from the person's action to the answer. */
  readonly ms: number;
}

/** No answer came in time, or the bot was not connected. */
export interface InteractionFailure {
  readonly kind: "failed";
  readonly ms: number;
  /** The sentence that Discord shows the person. */
  readonly text: string;
}

/** A form that the application opened for one person. */
export interface OpenModal {
  readonly interactionId: Snowflake;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly customId: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
}

/** One thing that a person did with the application, and what came of it. */
export interface PersonInteraction {
  readonly id: Snowflake;
  readonly user: APIUser;
  readonly channelId: Snowflake;
  /** Resolves with the first answer of the application, or with the failure. Never rejects. */
  readonly acknowledged: Promise<Acknowledgement | InteractionFailure>;
  /**
   * The reply as this person sees it, once it is no longer "thinking"; after an update, the updated message. Waits as
   * long as the application leaves it "thinking" or, after a deferred update, changes nothing.
   *
   * @throws {InteractionFailedError} If the interaction failed, or its answer was no message.
   */
  reply(): Promise<APIMessage>;
  /** @throws {InteractionFailedError} If the application did not open a modal. */
  modal(): Promise<OpenModal>;
  /** @throws {InteractionFailedError} If the application did not offer choices. */
  choices(): Promise<readonly APIApplicationCommandOptionChoice[]>;
  /** The further messages that came by this interaction, as they are now. */
  followUps(): readonly APIMessage[];
}

/** An interaction had another end than the one that was waited for. */
export class InteractionFailedError extends Error {
  override readonly name = "InteractionFailedError";
}

/** What nobody could do in Discord's own app: press a disabled button, read a hidden channel, leave a required field. */
export class ImpossibleActionError extends Error {
  override readonly name = "ImpossibleActionError";
}

/** What reaches a person's screen. Messages are snapshots: they do not change afterwards. */
export type PersonEvent =
  | { readonly type: "message-created"; readonly message: APIMessage }
  | { readonly type: "message-updated"; readonly message: APIMessage }
  | { readonly type: "message-deleted"; readonly channelId: Snowflake; readonly messageId: Snowflake }
  | { readonly type: "typing"; readonly channelId: Snowflake; readonly user: APIUser }
  | {
      readonly type: "interaction-acknowledged";
      readonly interactionId: Snowflake;
      readonly acknowledgement: Acknowledgement;
    }
  | {
      readonly type: "interaction-failed";
      readonly interactionId: Snowflake;
      readonly failure: InteractionFailure;
      /** The message whose button or menu was used, if any. */
      readonly messageId?: Snowflake;
    }
  | { readonly type: "modal-opened"; readonly modal: OpenModal }
  | {
      readonly type: "choices";
      readonly interactionId: Snowflake;
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    }
  | { readonly type: "channel-created"; readonly channel: PlaygroundChannel }
  | { readonly type: "channel-updated"; readonly channel: PlaygroundChannel }
  | { readonly type: "channel-deleted"; readonly channelId: Snowflake }
  | { readonly type: "thread-created"; readonly thread: PlaygroundChannel }
  /** Other commands are offered, or the same in another language. */
  | { readonly type: "commands-changed" }
  | { readonly type: "bot-online" }
  | { readonly type: "bot-offline" };

export type PersonListener = (event: PersonEvent) => void;
