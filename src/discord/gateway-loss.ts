import { Events, GatewayCloseCodes } from "discord.js";
import type { Client } from "discord.js";
import { DiscordLostError } from "../domain/errors.ts";
import type { Log } from "./log.ts";

/** Why Discord ends a connection for good, with the mend. */
const REASONS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]:
    "Discord does not accept the bot's token. Copy the current one into DISCORD_TOKEN (Developer Portal, Bot, Reset Token).",
  [GatewayCloseCodes.InvalidShard]: "Discord does not accept this bot's shard. Start it without sharding.",
  [GatewayCloseCodes.ShardingRequired]: "The bot is in too many servers for one connection: it needs sharding.",
  [GatewayCloseCodes.InvalidAPIVersion]: "Discord no longer speaks the version that this bot does. Update Footnote.",
  [GatewayCloseCodes.InvalidIntents]: "Discord does not know an intent that the bot asks for. Update Footnote.",
  [GatewayCloseCodes.DisallowedIntents]:
    "Discord refuses an intent that the bot asks for. Footnote needs no privileged one: check that the token is Footnote's own.",
};

/** How the client's errors at login say what a close code says while running. */
const LOGIN_REASONS: readonly (readonly [pattern: RegExp, code: GatewayCloseCodes])[] = [
  [/authentication failed|invalid token/i, GatewayCloseCodes.AuthenticationFailed],
  [/invalid shard/i, GatewayCloseCodes.InvalidShard],
  [/sharding is required/i, GatewayCloseCodes.ShardingRequired],
  [/invalid API version/i, GatewayCloseCodes.InvalidAPIVersion],
  [/invalid intents/i, GatewayCloseCodes.InvalidIntents],
  [/disallowed intents/i, GatewayCloseCodes.DisallowedIntents],
];

export interface LossOptions {
  /** How long the connection may be away before that counts as its end, in milliseconds. */
  readonly outageMs: number;
  readonly log: Log;
  /** Aborts when the bot leaves of its own accord. */
  readonly signal: AbortSignal;
}

/**
 * Watches for the end of the connection: discord.js comes back from every loss but those that Discord declares final,
 * after which it stays up without ever connecting again.
 *
 * @returns Resolves with the reason when the bot can do no more; else never.
 */
export function watchForLoss(client: Client, { outageMs, log, signal }: LossOptions): Promise<DiscordLostError> {
  return new Promise((resolve) => {
    let outage: NodeJS.Timeout | undefined;
    const end = (reason: string): void => {
      if (!signal.aborted) resolve(new DiscordLostError(reason));
    };
    const isBack = (): void => {
      clearTimeout(outage);
      outage = undefined;
    };
    client.on(Events.ShardDisconnect, ({ code }) => end(lossReason(code)));
    client.on(Events.Invalidated, () => end("Discord has invalidated the bot's session. Start it again."));
    signal.addEventListener("abort", isBack);
    client.on(Events.ShardReconnecting, () => {
      if (signal.aborted) return;
      log.info("The connection to Discord was lost; reconnecting.");
      outage ??= setTimeout(
        () => end(`The connection to Discord could not be restored within ${Math.round(outageMs / 1000)} seconds.`),
        outageMs,
      ).unref();
    });
    client.on(Events.ShardResume, isBack);
    client.on(Events.ShardReady, isBack);
    client.on(Events.ShardError, (error) => log.warn(`Connection to Discord: ${error.message}`));
  });
}

/** The words for a login that failed. */
export function loginReason(error: unknown, api: string): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, code] = LOGIN_REASONS.find(([pattern]) => pattern.test(text)) ?? [];
  return code === undefined ? `Discord cannot be reached at ${api}: ${text}` : lossReason(code);
}

function lossReason(code: number): string {
  return `${REASONS[code] ?? "Discord has ended the connection for good."} (Close code ${code}.)`;
}
