import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimits } from "../../../src/discord/rate-limits.ts";
import type { DailyLimits } from "../../../src/discord/rate-limits.ts";
import { DEFAULT_SETTINGS } from "../../../src/domain/records.ts";
import { SetClock } from "../../support/set-clock.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Use {
  readonly at: number;
  readonly personId: string;
  readonly serverId?: string;
}

interface Limits {
  readonly hourlyPerPerson?: number;
  readonly hourlyPerServer?: number;
  readonly daily?: Partial<DailyLimits>;
}

function limitsOf({ daily, ...hourly }: Limits, now = "2026-03-01T12:00:00Z") {
  const clock = new SetClock(now);
  const uses: Use[] = [];
  const records = {
    settings: () => ({ ...DEFAULT_SETTINGS, ...hourly }),
    uses: (since: number, by: { readonly personId?: string; readonly serverId?: string }) =>
      uses
        .filter(({ at, personId, serverId }) => {
          const isBy = personId === (by.personId ?? personId) && serverId === (by.serverId ?? serverId);
          return at >= since && isBy;
        })
        .map(({ at }) => at)
        .toSorted((a, b) => a - b),
  };
  const limits = new RateLimits(records, { everybody: 0, perPerson: 0, ...daily }, clock);
  const ada = { personId: "ada", serverId: "lab" };
  const use = (who: Omit<Use, "at"> = ada): void => void uses.push({ at: clock.now(), ...who });
  return { clock, limits, use, uses, ada };
}

describe("RateLimits.check()", () => {
  it("lets everything go where nothing is limited", () => {
    const { limits, use, ada } = limitsOf({});
    for (let at = 0; at < 1000; at += 1) use();
    expect(limits.check(ada)).toBeUndefined();
  });

  it("allows a person so many answers in any hour, to the millisecond", () => {
    const { clock, limits, use, ada } = limitsOf({ hourlyPerPerson: 2 });
    use();
    clock.pass(10 * MINUTE);
    expect(limits.check(ada)).toBeUndefined();
    use();
    expect(limits.check(ada)).toEqual({ reason: "person-hour", waitMs: 50 * MINUTE });
    clock.pass(50 * MINUTE - 1);
    expect(limits.check(ada)).toEqual({ reason: "person-hour", waitMs: 1 });
    clock.pass(1);
    expect(limits.check(ada)).toBeUndefined();
  });

  it("counts a person's answers in one server, and not those of others or elsewhere", () => {
    const { limits, use, ada } = limitsOf({ hourlyPerPerson: 1 });
    use({ personId: "bob", serverId: "lab" });
    use({ personId: "ada", serverId: "other" });
    use({ personId: "ada" });
    expect(limits.check(ada)).toBeUndefined();
    use();
    expect(limits.check(ada)?.reason).toBe("person-hour");
  });

  it("counts everybody's answers in the server", () => {
    const { clock, limits, use, ada } = limitsOf({ hourlyPerServer: 2 });
    use({ personId: "bob", serverId: "lab" });
    clock.pass(MINUTE);
    use({ personId: "cem", serverId: "lab" });
    use({ personId: "cem", serverId: "other" });
    expect(limits.check(ada)).toEqual({ reason: "server-hour", waitMs: 59 * MINUTE });
  });

  it("knows no limits of servers in direct messages", () => {
    const { limits, use } = limitsOf({ hourlyPerPerson: 1, hourlyPerServer: 1 });
    use({ personId: "ada" });
    expect(limits.check({ personId: "ada" })).toBeUndefined();
  });

  it("waits until enough answers are an hour old when the limit was lowered", () => {
    const { clock, limits, use, ada } = limitsOf({ hourlyPerPerson: 2 });
    for (let at = 0; at < 4; at += 1) {
      use();
      clock.pass(MINUTE);
    }
    // Of those at minute 0, 1, 2 and 3, three must be gone.
    expect(limits.check(ada)).toEqual({ reason: "person-hour", waitMs: 58 * MINUTE });
  });

  it("allows a person so many answers a day, wherever, until midnight UTC", () => {
    const { clock, limits, use } = limitsOf({ daily: { perPerson: 2 } }, "2026-03-01T23:59:59.000Z");
    use({ personId: "ada", serverId: "lab" });
    use({ personId: "bob" });
    expect(limits.check({ personId: "ada" })).toBeUndefined();
    use({ personId: "ada" });
    expect(limits.check({ personId: "ada", serverId: "other" })).toEqual({ reason: "person-day", waitMs: 1000 });
    clock.pass(999);
    expect(limits.check({ personId: "ada" })).toEqual({ reason: "person-day", waitMs: 1 });
    clock.pass(1);
    expect(limits.check({ personId: "ada" })).toBeUndefined();
  });

  it("counts for the day from midnight on", () => {
    const { limits, use } = limitsOf({ daily: { perPerson: 1 } }, "2026-03-01T00:00:00.000Z");
    use({ personId: "ada" });
    expect(limits.check({ personId: "ada" })).toEqual({ reason: "person-day", waitMs: DAY });
  });

  it("allows everybody together so many answers a day", () => {
    const { limits, use } = limitsOf({ daily: { everybody: 2 } });
    use({ personId: "bob", serverId: "lab" });
    use({ personId: "cem" });
    expect(limits.check({ personId: "ada" })).toEqual({ reason: "everybody-day", waitMs: 12 * HOUR });
  });

  it("names the limit that lasts longest", () => {
    const { limits, use, ada } = limitsOf({ hourlyPerPerson: 1, hourlyPerServer: 1, daily: { perPerson: 1 } });
    use();
    expect(limits.check(ada)).toEqual({ reason: "person-day", waitMs: 12 * HOUR });
    const late = limitsOf({ hourlyPerPerson: 1, daily: { perPerson: 1 } }, "2026-03-01T23:30:00Z");
    late.use();
    expect(late.limits.check(late.ada)).toEqual({ reason: "person-hour", waitMs: HOUR });
  });

  it("does not count answers that a clock put back has left in the future", () => {
    const { clock, limits, use, ada } = limitsOf({ hourlyPerPerson: 1, daily: { perPerson: 1 } });
    clock.pass(365 * DAY);
    use();
    clock.pass(-365 * DAY);
    expect(limits.check(ada)).toBeUndefined();
  });

  it("promises the first moment at which an answer is allowed, whatever was asked before", () => {
    const anyUses = fc.array(
      fc.record({
        ago: fc.integer({ min: 0, max: 26 * HOUR }),
        personId: fc.constantFrom("ada", "bob"),
        serverId: fc.constantFrom("lab", "other"),
      }),
      { maxLength: 12 },
    );
    const anyLimit = fc.nat(3);
    const property = fc.property(anyUses, anyLimit, anyLimit, anyLimit, anyLimit, (past, a, b, c, d) => {
      const { clock, limits, uses, ada } = limitsOf({
        hourlyPerPerson: a,
        hourlyPerServer: b,
        daily: { perPerson: c, everybody: d },
      });
      uses.push(...past.map(({ ago, ...who }) => ({ at: clock.now() - ago, ...who })));
      const isAllowed = (): boolean => {
        const now = clock.now();
        const today = new Date(now).toISOString().slice(0, 10);
        const hour = uses.filter(({ at, serverId }) => now - at < HOUR && serverId === "lab");
        const day = uses.filter(({ at }) => new Date(at).toISOString().startsWith(today));
        const isAda = ({ personId }: Use): boolean => personId === "ada";
        const counts = [hour.filter(isAda), hour, day.filter(isAda), day].map(({ length }) => length);
        return [a, b, c, d].every((limit, at) => limit === 0 || (counts[at] ?? 0) < limit);
      };
      const limited = limits.check(ada);
      expect(limited === undefined).toBe(isAllowed());
      if (limited === undefined) return;
      clock.pass(limited.waitMs - 1);
      expect(isAllowed()).toBe(false);
      clock.pass(1);
      expect(isAllowed()).toBe(true);
      expect(limits.check(ada)).toBeUndefined();
    });
    fc.assert(property, { numRuns: 500 });
  });
});
