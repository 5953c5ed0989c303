import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import { TakenError, TooLateError } from "./rest-door.ts";

const CODES: readonly (number | string)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
];

/**
 * Whether a failure means that Discord lets nothing more be said there: somebody forbade it, deleted it, it is late, or
 * another process says it.
 */
export function isUnreachable(error: unknown): error is Error {
  if (error instanceof TooLateError || error instanceof TakenError) return true;
  return error instanceof DiscordAPIError && CODES.includes(error.code);
}
