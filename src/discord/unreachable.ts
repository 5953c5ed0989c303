import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import { TooLateError } from "./rest-door.ts";

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

/** Whether a failure means that Discord lets nothing more be said there: somebody forbade it, deleted it, or it is late. */
export function isUnreachable(error: unknown): error is Error {
  const isLate = error instanceof TooLateError || (error instanceof Error && error.name === "TimeoutError");
  return isLate || (error instanceof DiscordAPIError && CODES.includes(error.code));
}
