import type { APIAllowedMentions, APIEmbed, APIMessageTopLevelComponent, Snowflake } from "discord-api-types/v10";

/** What a request says of a message, whichever of the routes for creating and editing it takes. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly attachments?: readonly DescribedAttachment[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean;
  readonly message_reference?: {
    readonly message_id?: Snowflake;
    readonly fail_if_not_exists?: boolean;
  } | null;
  readonly sticker_ids?: readonly Snowflake[] | null;
  readonly poll?: object | null;
}

/** An attachment to keep, or the words for a file that comes along under this number. */
export interface DescribedAttachment {
  readonly id: Snowflake | number;
  readonly filename?: string;
  readonly description?: string | null;
}

/** A file that came with a request. */
export interface UploadedFile {
  /** The number in `files[n]`. */
  readonly index: number;
  readonly name: string;
  readonly type: string;
  readonly data: Uint8Array;
}
