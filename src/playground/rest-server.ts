import type { IncomingMessage, ServerResponse } from "node:http";
import { type ReadBody, readBody } from "./http-request.ts";
import type { Intercept, Judge, RecordedRequest } from "./options.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import { RestError, refusal } from "./rest-error.ts";
import type { RestAnswer, Route } from "./rest-route.ts";
import type { StoredFile } from "./world.ts";

/** Refusals that tell of the bot's fault whatever the world does: bad bodies, answers too late or twice, no such route. */
const TELLING_CODES: ReadonlySet<number> = new Set([10_015, 10_062, 40_060, 40_094, 50_006, 50_027, 50_035, 50_109]);

/** So that a playground may run for days. */
const KEPT_REQUESTS = 5_000;
/** Where the path holds the right to call, or there is nothing to hide. */
const OPEN_PATH = /^(?:\/api(?:\/v\d+)?)?\/(?:interactions\/|webhooks\/|gateway$)/;

/** What the server needs of the discord. */
export interface RestHost {
  readonly token: string;
  readonly routes: readonly Route[];
  readonly limiter: RateLimiter;
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly judge: Judge | undefined;
  /** Read anew for each request. */
  readonly intercept: () => Intercept | undefined;
  readonly now: () => number;
  readonly requests: RecordedRequest[];
  readonly complain: (complaint: string) => void;
}

interface CompiledRoute {
  readonly route: Route;
  readonly pattern: RegExp;
}

/** The REST half: from a request to its answer. Every request is recorded, judged, and counted against its bucket. */
export class RestServer {
  readonly #host: RestHost;
  readonly #routes: readonly CompiledRoute[];

  constructor(host: RestHost) {
    this.#host = host;
    this.#routes = host.routes.map((route) => ({ route, pattern: compile(route.path) }));
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? "/";
    const file = this.#host.files.get(url.split("?")[0] ?? "");
    if (file && request.method === "GET") {
      // Never shown as a page of this address: a file is somebody's words.
      const headers = {
        "content-type": file.type,
        "content-security-policy": "sandbox",
        "x-content-type-options": "nosniff",
      };
      response.writeHead(200, headers).end(file.data);
      return;
    }
    const isKnown = this.#mayKnow(request);
    let read: ReadBody = { json: undefined, isForm: false, files: [] };
    let broken: RestError | undefined;
    try {
      // What a stranger sends is neither read nor counted: any program of this machine may knock.
      if (!isKnown) throw refusal("unauthorized");
      read = await readBody(request);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      broken = error;
      request.resume();
    }
    const record = this.#record(request, url, read, isKnown);
    const intervention = await this.#host.intercept()?.(record);
    if (intervention?.kind === "hang") return;
    if (intervention?.kind === "cut") {
      request.socket.destroy();
      return;
    }
    if (intervention) {
      send(response, record, intervention);
      return;
    }
    send(response, record, broken ? this.#refuse(record, broken) : this.#answer(record, read));
    if (record.status < 300) this.#complainAll(record, this.#host.judge?.answer(record));
    else if (request.headers.authorization === undefined) record.body = undefined;
  }

  /** Whether a request holds the bot's token, or says one in its path. */
  #mayKnow({ headers, url = "/" }: IncomingMessage): boolean {
    return headers.authorization === `Bot ${this.#host.token}` || OPEN_PATH.test(url);
  }

  #record(request: IncomingMessage, url: string, read: ReadBody, isKnown: boolean): RecordedRequest {
    const [path = "", query = ""] = url.replace(/^\/api(?:\/v\d+)?/, "").split("?");
    const record: RecordedRequest = {
      at: this.#host.now(),
      method: request.method ?? "GET",
      url,
      path: decode(path),
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      body: read.json,
      isForm: read.isForm,
      files: read.files.map((file) => file.name),
      status: 0,
      answer: undefined,
    };
    this.#host.requests.push(record);
    if (this.#host.requests.length > KEPT_REQUESTS) this.#host.requests.shift();
    // A stranger's request is none of the bot's.
    if (isKnown) this.#complainAll(record, this.#host.judge?.request(record));
    return record;
  }

  #answer(record: RecordedRequest, read: ReadBody): RestAnswer {
    const { headers, refused } = this.#host.limiter.count(record.method, record.path);
    if (refused) return refused;
    try {
      const answer = this.#serve(record, read);
      return { ...answer, headers: { ...headers, ...answer.headers } };
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return { ...this.#refuse(record, error), headers };
    }
  }

  #refuse(record: RecordedRequest, { status, body }: RestError): RestAnswer {
    const isTelling = TELLING_CODES.has(body.code) || (body.code === 0 && status !== 401);
    const details = body.errors ? ` ${JSON.stringify(body.errors)}` : "";
    if (isTelling) this.#complainAll(record, [`${status} ${body.code} ${body.message}${details}`]);
    return { status, body };
  }

  #serve(record: RecordedRequest, read: ReadBody): RestAnswer {
    const [path = "", query = ""] = record.url.replace(/^\/api(?:\/v\d+)?/, "").split("?");
    const matching = this.#routes.filter(({ pattern }) => pattern.test(path));
    const found = matching.find(({ route }) => route.method === record.method);
    if (!found?.route.isOpen && record.headers["authorization"] !== `Bot ${this.#host.token}`)
      throw refusal("unauthorized");
    if (!found) throw refusal(matching.length > 0 ? "methodNotAllowed" : "notFound");
    const groups = found.pattern.exec(path)?.groups ?? {};
    const params = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
    return found.route.serve({ params, query: new URLSearchParams(query), body: read.json, files: read.files });
  }

  #complainAll({ method, path }: RecordedRequest, complaints: readonly string[] | undefined): void {
    for (const complaint of complaints ?? []) this.#host.complain(`${method} ${withoutToken(path)}: ${complaint}`);
  }
}

/** `/channels/:channel` as a pattern with named parts. */
function compile(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Tokens are long and say nothing. */
function withoutToken(path: string): string {
  return path.replace(/^(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, "$1TOKEN");
}

function send(response: ServerResponse, record: RecordedRequest, answer: RestAnswer): void {
  record.status = answer.status;
  record.answer = answer.body;
  const hasBody = answer.body !== undefined;
  response.writeHead(answer.status, {
    ...(hasBody && { "content-type": "application/json" }),
    // Discord answers through a proxy; some clients tell its answers from those of others by this.
    via: "1.1 loopback",
    ...answer.headers,
  });
  response.end(hasBody ? JSON.stringify(answer.body) : undefined);
}
