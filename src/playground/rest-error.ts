/** Discord's own words for what goes wrong: status, code, message. */
const REASONS = {
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  methodNotAllowed: [405, 0, "405: Method Not Allowed"],
  unknownChannel: [404, 10_003, "Unknown Channel"],
  unknownGuild: [404, 10_004, "Unknown Guild"],
  unknownMember: [404, 10_007, "Unknown Member"],
  unknownMessage: [404, 10_008, "Unknown Message"],
  unknownUser: [404, 10_013, "Unknown User"],
  unknownWebhook: [404, 10_015, "Unknown Webhook"],
  unknownInteraction: [404, 10_062, "Unknown interaction"],
  unknownCommand: [404, 10_063, "Unknown application command"],
  notYourApplication: [403, 20_012, "You are not authorized to perform this action on this application"],
  alreadyAcknowledged: [400, 40_060, "Interaction has already been acknowledged."],
  tooManyFollowUps: [400, 40_094, "This interaction has hit the maximum number of follow up messages"],
  missingAccess: [403, 50_001, "Missing Access"],
  notYourMessage: [403, 50_005, "Cannot edit a message authored by another user"],
  emptyMessage: [400, 50_006, "Cannot send an empty message"],
  cannotMessageUser: [403, 50_007, "Cannot send messages to this user"],
  missingPermissions: [403, 50_013, "Missing Permissions"],
  invalidWebhookToken: [401, 50_027, "Invalid Webhook Token"],
  invalidRecipient: [400, 50_033, "Invalid Recipient(s)"],
  archivedThread: [400, 50_083, "Thread is archived"],
  tooLarge: [413, 40_005, "Request entity too large"],
  invalidJson: [400, 50_109, "The request body contains invalid JSON."],
  noHistoryForReply: [400, 160_002, "Cannot reply without permission to read message history"],
  threadExists: [400, 160_004, "A thread has already been created for this message"],
} as const satisfies Readonly<Record<string, readonly [status: number, code: number, message: string]>>;

/** One thing wrong in a body, by the path to it. */
export interface FormFault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** The answer to a request that is refused. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly status: number;
  readonly body: { readonly message: string; readonly code: number; readonly errors?: object };

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.body = { message, code, ...(errors && { errors }) };
  }
}

/** The refusal for a reason. */
export function refusal(reason: keyof typeof REASONS): RestError {
  const [status, code, message] = REASONS[reason];
  return new RestError(status, code, message);
}

interface FaultTree {
  [key: string]: FaultTree | { code: string; message: string }[];
}

/** The refusal of a body, with every fault at its place: code 50035. */
export function invalidForm(faults: readonly FormFault[]): RestError {
  const errors: FaultTree = {};
  for (const { path, code, message } of faults) {
    let place = errors;
    for (const key of path) {
      const next = (place[key] ??= {}) as FaultTree;
      place = next;
    }
    const list = (place["_errors"] ??= []) as { code: string; message: string }[];
    list.push({ code, message });
  }
  return new RestError(400, 50_035, "Invalid Form Body", errors);
}
