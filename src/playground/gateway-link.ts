import type { GatewayDispatchPayload, GatewayOpcodes, Snowflake } from "discord-api-types/v10";
import { type RawData, WebSocket } from "ws";

/** What a connected application is sent, in order, and may ask for again. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  /** The newest events, for a resume. */
  readonly sent: SentEvent[];
  link: GatewayLink | undefined;
  /** The server no longer knows it: a resume is refused. */
  isForgotten: boolean;
}

/** A dispatch as it went out. */
export interface SentEvent {
  readonly op: GatewayOpcodes.Dispatch;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** What comes in over a link. */
export interface ClientPayload {
  readonly op: GatewayOpcodes;
  readonly d: unknown;
}

/** The data of an event, by its name. */
export type DispatchData<Name extends GatewayDispatchPayload["t"]> = DataIn<GatewayDispatchPayload, Name>;

type DataIn<Payload, Name> = Payload extends { readonly t: infer Names; readonly d: infer Data }
  ? Name extends Names
    ? Data
    : never
  : never;

/** One connection of an application. */
export class GatewayLink {
  /** Takes everything in and says nothing more, as a dead server behind a living connection does. */
  isMute = false;
  session: Session | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly #socket: WebSocket;

  constructor(socket: WebSocket, query: Readonly<Record<string, string>>) {
    this.#socket = socket;
    this.query = query;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  send(op: GatewayOpcodes, data: unknown): void {
    this.sendEvent({ op, d: data, s: null, t: null });
  }

  sendEvent(event: object): void {
    if (this.isOpen && !this.isMute) this.#socket.send(JSON.stringify(event));
  }

  close(code: number, reason = ""): void {
    this.#socket.close(code, reason);
  }

  /** Ends the connection without a word. */
  cut(): void {
    this.#socket.terminate();
  }

  onMessage(listener: (payload: ClientPayload | undefined) => void): void {
    this.#socket.on("message", (raw) => {
      listener(parsePayload(raw));
    });
  }

  onClose(listener: () => void): void {
    this.#socket.on("close", listener);
    // What goes wrong on a socket also closes it.
    this.#socket.on("error", () => {});
  }
}

/** @returns undefined if it is no payload. */
function parsePayload(raw: RawData): ClientPayload | undefined {
  try {
    const text = Buffer.isBuffer(raw) ? raw.toString("utf8") : Buffer.concat([raw].flat() as Buffer[]).toString("utf8");
    const payload: unknown = JSON.parse(text);
    if (typeof payload !== "object" || payload === null || !("op" in payload)) return undefined;
    return typeof payload.op === "number" ? { op: payload.op, d: "d" in payload ? payload.d : undefined } : undefined;
  } catch {
    return undefined;
  }
}

/** @returns Whether the data of a frame has the fields that its opcode needs: what comes over a socket may be anything. */
export function isIdentify(data: unknown): data is IdentifyData {
  if (!isRecord(data) || typeof data["token"] !== "string" || !Number.isSafeInteger(data["intents"])) return false;
  const { shard } = data;
  return shard === undefined || (Array.isArray(shard) && shard.length === 2 && shard.every(Number.isSafeInteger));
}

export function isResume(data: unknown): data is ResumeData {
  if (!isRecord(data)) return false;
  return (
    typeof data["token"] === "string" && typeof data["session_id"] === "string" && Number.isSafeInteger(data["seq"])
  );
}

export function isMemberRequest(data: unknown): data is MemberRequestData {
  return isRecord(data);
}

function isRecord(data: unknown): data is Record<"token" | "intents" | "shard" | "session_id" | "seq", unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** What IDENTIFY says, as far as it matters here. */
export interface IdentifyData {
  readonly token: string;
  readonly intents: number;
  readonly shard?: [number, number];
}

export interface ResumeData {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

export interface MemberRequestData {
  readonly user_ids?: Snowflake | readonly Snowflake[];
  readonly nonce?: string;
}
