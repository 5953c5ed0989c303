import { describe, expect, it } from "vitest";
import { RateLimiter } from "../../../src/playground/rate-limiter.ts";

const SENDING = { method: "POST", path: /^\/channels\/\d+\/messages$/, limit: 2, windowMs: 1_000 };

function makeLimiter(globalLimit = 50): { limiter: RateLimiter; pass: (ms: number) => void } {
  let now = 1_000_000;
  const limiter = new RateLimiter([SENDING], globalLimit, () => now);
  return { limiter, pass: (ms) => (now += ms) };
}

describe("RateLimiter", () => {
  it("counts down, refuses, and starts anew after the window", () => {
    const { limiter, pass } = makeLimiter();
    const send = (): string | undefined =>
      limiter.count("POST", "/channels/1/messages").headers["x-ratelimit-remaining"];
    expect([send(), send()]).toEqual(["1", "0"]);
    pass(400);
    const { refused } = limiter.count("POST", "/channels/1/messages");
    expect(refused).toMatchObject({ status: 429, headers: { "x-ratelimit-reset-after": "0.600", "retry-after": "1" } });
    pass(600);
    expect(send()).toBe("1");
  });

  it("keeps a bucket of its own for each channel, and none for other routes", () => {
    const { limiter } = makeLimiter();
    for (const channel of ["1", "1", "2", "2"]) {
      expect(limiter.count("POST", `/channels/${channel}/messages`).refused).toBeUndefined();
    }
    expect(limiter.count("GET", "/channels/1/messages")).toEqual({ headers: {} });
  });

  it("limits all routes together, but not interactions", () => {
    const { limiter, pass } = makeLimiter(2);
    expect(limiter.count("GET", "/users/@me").refused).toBeUndefined();
    expect(limiter.count("GET", "/gateway/bot").refused).toBeUndefined();
    expect(limiter.count("GET", "/users/@me").refused?.headers).toMatchObject({ "x-ratelimit-global": "true" });
    expect(limiter.count("POST", "/interactions/1/t/callback").refused).toBeUndefined();
    pass(1_000);
    expect(limiter.count("GET", "/users/@me").refused).toBeUndefined();
  });
});
