import type { APIUser } from "discord-api-types/v10";
import type { Announcer } from "./announcer.ts";
import type { CommandRegistry } from "./command-registry.ts";
import type { Gateway } from "./gateway.ts";
import type { InteractionDesk } from "./interaction-desk.ts";
import type { UploadedFile } from "./message-body.ts";
import type { World } from "./world.ts";

/** What routes work on. */
export interface Rooms {
  readonly world: World;
  readonly bot: APIUser;
  readonly gateway: Gateway;
  readonly announcer: Announcer;
  readonly commands: CommandRegistry;
  readonly desk: InteractionDesk;
  /** Whether what the application reads over REST has its content. */
  readonly hasContent: boolean;
  readonly applicationFlags: number;
  /** ws://127.0.0.1:PORT */
  readonly gatewayUrl: () => string;
  /** Notes something that Discord lets pass and the bot should not do. */
  readonly complain: (complaint: string) => void;
}

/** A request that found its route. */
export interface RestCall {
  /** What the path holds in place of `:name`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `/channels/:channel/messages` */
  readonly path: string;
  /** Whether the token in the path is all that it needs, instead of the bot's. */
  readonly isOpen?: true;
  readonly serve: (call: RestCall) => RestAnswer;
}

/** 200 with a body. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

/** 204. */
export const NOTHING: RestAnswer = { status: 204 };

/** The part of a path that a route's pattern names. */
export function param(call: RestCall, name: string): string {
  return call.params[name] ?? "";
}

/** The body as an object; empty if there is none. */
export function bodyOf<Body extends object>(call: RestCall): Partial<Body> {
  return typeof call.body === "object" && call.body !== null ? call.body : {};
}
