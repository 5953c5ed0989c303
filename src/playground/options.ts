import type { GatewayIntentBits, Locale, PermissionFlagsBits, Snowflake } from "discord-api-types/v10";

/** A request as it reached the REST server, and the answer that it got. */
export interface RecordedRequest {
  /** Milliseconds of the discord's clock. */
  readonly at: number;
  readonly method: string;
  /** As sent, with query: `/api/v10/channels/1/messages?limit=5`. */
  readonly url: string;
  /** Decoded, without `/api/v10` and without query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the body, or of `payload_json` in a form. Not kept of a request without a right to ask. */
  body: unknown;
  readonly isForm: boolean;
  /** Names of the files that came along. */
  readonly files: readonly string[];
  /** 0 while no answer was sent, and for ever if the connection was cut. */
  status: number;
  answer: unknown;
}

/** An independent opinion on what is said and answered. Each returns its complaints, none if all is well. */
export interface Judge {
  request(request: RecordedRequest): readonly string[];
  answer(request: RecordedRequest): readonly string[];
  event(name: string, data: unknown): readonly string[];
}

/** What may happen to a request instead of its answer. */
export type Intervention =
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection stays open and nothing comes. */
  | { readonly kind: "hang" }
  | { readonly kind: "cut" };

/** The one seam for faults: called before each request is served. A delay is a promise that takes its time. */
export type Intercept = (request: RecordedRequest) => Promise<Intervention | undefined> | Intervention | undefined;

/** A rate limit of its own for each channel, webhook and the like that the path names. */
export interface RateLimit {
  readonly method: string;
  /** Tried on the path without `/api/v10`. */
  readonly path: RegExp;
  readonly limit: number;
  readonly windowMs: number;
}

export type PermissionName = keyof typeof PermissionFlagsBits;

export interface LoopbackOptions {
  /** How long an application has for its first answer. Discord's own: 3,000. */
  readonly ackMs?: number;
  /** How long the token of an interaction lives. Discord's own: 15 minutes. */
  readonly tokenLifeMs?: number;
  /** The pause between two heartbeats of a gateway connection. Discord's own: 41,250. */
  readonly heartbeatMs?: number;
  /** Milliseconds since 1970. Defaults to the machine's clock. */
  readonly now?: () => number;
  /** Buckets. Defaults to what Discord does on these routes as far as known; [] for none. */
  readonly rateLimits?: readonly RateLimit[];
  /** Requests a second over all routes but interactions. Discord's own: 50. */
  readonly globalLimit?: number;
  /** Privileged intents that the application was granted. Default: none, so asking for one ends in close code 4014. */
  readonly privilegedIntents?: readonly GatewayIntentBits[];
  /** What the bot may do in the server. Defaults to what the invite link of the README grants. */
  readonly botPermissions?: readonly PermissionName[];
  readonly judge?: Judge;
  readonly intercept?: Intercept;
  readonly botName?: string;
  readonly guildName?: string;
  /** The server's language as Discord names it: "de", "pt-BR". Defaults to "en-US". */
  readonly guildLocale?: Locale;
}

export interface NewUser {
  readonly displayName?: string;
  readonly isBot?: boolean;
  /** A language as Discord names it: "de", "pt-BR". Defaults to "en-US". */
  readonly locale?: string;
  readonly roles?: readonly Snowflake[];
}

export interface NewChannel {
  readonly topic?: string;
}

export interface NewRole {
  readonly permissions?: readonly PermissionName[];
  readonly isMentionable?: boolean;
}

export interface Overwrite {
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}
