import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Why a request is turned away. */
export interface Refusal {
  readonly status: 403 | 421;
  readonly reason: string;
}

/**
 * Keeps the page to the person who started it. A web site that somebody visits can send requests to 127.0.0.1 as well, under
 * its own name (DNS rebinding) or from its own pages, and other programs of this machine share the address.
 */
export class PageGuard {
  /** New for each start, and only in the address that is printed. */
  readonly key = randomBytes(24).toString("base64url");
  readonly #host: string;
  readonly #cookieName: string;

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`;
    // Cookies are shared by all ports of a host.
    this.#cookieName = `footnote-${port}`;
  }

  get address(): string {
    return `http://${this.#host}/?key=${this.key}`;
  }

  /** `Set-Cookie` for whoever came by the printed address. */
  get cookie(): string {
    return `${this.#cookieName}=${this.key}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** @returns Undefined if the request may pass. */
  refuse(request: IncomingMessage): Refusal | undefined {
    const { headers } = request;
    if (headers.host !== this.#host) return { status: 421, reason: `This server answers to ${this.#host} only.` };

    const origin = headers.origin;
    if (origin !== undefined && origin !== `http://${this.#host}`)
      return { status: 403, reason: "Requests of other sites are refused." };
    const site = headers["sec-fetch-site"];
    const isArrival = headers["sec-fetch-mode"] === "navigate" && request.method === "GET";
    if (site !== undefined && site !== "same-origin" && site !== "none" && !isArrival)
      return { status: 403, reason: "Requests of other sites are refused." };

    if (!this.#isKey(this.#cookieOf(request)) && !this.hasKeyInAddress(request))
      return { status: 403, reason: "Open the address that was printed at the start: it holds a key." };
    return undefined;
  }

  hasKeyInAddress(request: IncomingMessage): boolean {
    const url = URL.parse(request.url ?? "", `http://${this.#host}`);
    return url?.pathname === "/" && this.#isKey(url.searchParams.get("key") ?? "");
  }

  #cookieOf({ headers }: IncomingMessage): string {
    const cookies = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
    const mine = cookies.find((pair) => pair.startsWith(`${this.#cookieName}=`));
    return mine?.slice(this.#cookieName.length + 1) ?? "";
  }

  #isKey(candidate: string): boolean {
    const given = Buffer.from(candidate);
    const expected = Buffer.from(this.key);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }
}
