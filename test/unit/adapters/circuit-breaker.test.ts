import { describe, expect, it } from "vitest";
import { CircuitBreaker } from "../../../src/adapters/circuit-breaker.ts";
import { ChatError } from "../../../src/domain/errors.ts";
import { SetClock } from "../../support/set-clock.ts";

const DEAD = new ChatError("chat/unreachable", "It is dead.");

function start() {
  const clock = new SetClock("2026-01-01T12:00:00Z");
  const breaker = new CircuitBreaker({ endpoint: "http://host/v1", clock });
  const fail = (rest?: number | "at once") => breaker.enter().fail(DEAD, rest);
  const failTimes = (times: number) => {
    for (let time = 0; time < times; time += 1) fail();
  };
  const isResting = () => {
    try {
      breaker.check();
      return false;
    } catch {
      return true;
    }
  };
  /** How long it rests from now, in seconds. */
  const secondsOfRest = () => {
    let seconds = 0;
    for (; isResting(); seconds += 1) clock.pass(1000);
    return seconds;
  };
  return { clock, breaker, fail, failTimes, isResting, secondsOfRest };
}

describe("CircuitBreaker", () => {
  it("leaves the endpoint alone for 30 seconds after 5 failures in a row", () => {
    const { failTimes, isResting, secondsOfRest } = start();
    failTimes(4);
    expect(isResting()).toBe(false);
    failTimes(1);
    expect(secondsOfRest()).toBe(30);
  });

  it("says until when, and why", () => {
    const { breaker, failTimes } = start();
    failTimes(5);
    const resting = expect.objectContaining({
      code: "chat/resting",
      retryable: true,
      cause: DEAD,
      message: "The chat endpoint http://host/v1 is left alone until 12:00:30 UTC, because it failed: It is dead.",
    });
    expect(() => breaker.enter()).toThrow(resting);
  });

  it("forgets failures once the endpoint answers", () => {
    const { breaker, failTimes, isResting } = start();
    failTimes(4);
    breaker.enter().succeed();
    failTimes(4);
    expect(isResting()).toBe(false);
  });

  it("leaves it alone at once where further tries are in vain", () => {
    const { fail, secondsOfRest } = start();
    fail("at once");
    expect(secondsOfRest()).toBe(30);
  });

  it("rests for as long as the endpoint asks, for an hour at most", () => {
    const { fail, secondsOfRest } = start();
    fail(90_000);
    expect(secondsOfRest()).toBe(90);
    fail(1e12);
    expect(secondsOfRest()).toBe(3600);
  });

  it("lets one request through after the rest, and all once that succeeds", () => {
    const { breaker, clock, failTimes, isResting, secondsOfRest } = start();
    failTimes(5);
    clock.pass(30_000);
    const probe = breaker.enter();
    expect(() => breaker.enter()).toThrow("is left alone while it is tried, because");
    probe.succeed();
    expect(isResting()).toBe(false);
    failTimes(5);
    expect(secondsOfRest()).toBe(30);
  });

  it("rests twice as long each time it fails again, up to 10 minutes", () => {
    const { fail, failTimes, secondsOfRest } = start();
    failTimes(5);
    const rests = [secondsOfRest()];
    for (let time = 0; time < 6; time += 1) {
      fail();
      rests.push(secondsOfRest());
    }
    expect(rests).toEqual([30, 60, 120, 240, 480, 600, 600]);
  });

  it("lets the next one through when the first ended in a way that says nothing", () => {
    const { breaker, clock, failTimes, isResting } = start();
    failTimes(5);
    clock.pass(30_000);
    breaker.enter().leave();
    expect(isResting()).toBe(false);
    breaker.enter();
    expect(isResting()).toBe(true);
  });

  it("hears only the first word about a request", () => {
    const { breaker, failTimes, isResting } = start();
    failTimes(4);
    const visit = breaker.enter();
    visit.leave();
    visit.fail(DEAD, "at once");
    expect(isResting()).toBe(false);
  });

  it("does not listen to requests that began before the rest", () => {
    const { breaker, failTimes, fail, secondsOfRest } = start();
    const [early, late] = [breaker.enter(), breaker.enter()];
    failTimes(5);
    early.succeed();
    late.fail(DEAD, 500_000);
    expect(secondsOfRest()).toBe(30);
    fail();
    expect(secondsOfRest()).toBe(60);
  });
});
