import type { Clock } from "../domain/ports.ts";
import type { ServerRecords, Whereabouts } from "../domain/records.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MOST_IN_MIND = 10_000;

/** Answers that the owner allows a day (UTC), for everybody together and for one person; 0: no limit. */
export interface DailyLimits {
  readonly everybody: number;
  readonly perPerson: number;
}

/** Why there is no answer now. */
export interface Limited {
  readonly reason: "person-hour" | "server-hour" | "person-day" | "everybody-day";
  /** Until the next answer is allowed, in milliseconds, 1 and up. */
  readonly waitMs: number;
}

/** Says whether somebody may have another answer: by the limits of the server for any hour, and of the owner for the day. */
export class RateLimits {
  readonly #records: Pick<ServerRecords, "settings" | "uses">;
  readonly #daily: DailyLimits;
  readonly #clock: Clock;
  /** Oldest first. */
  readonly #inMind: KnownUse[] = [];

  constructor(records: Pick<ServerRecords, "settings" | "uses">, daily: DailyLimits, clock: Clock) {
    this.#records = records;
    this.#daily = daily;
    this.#clock = clock;
  }

  /** Counts a use that could not be written down. */
  keepInMind(who: Who): void {
    this.#add({ ...who, at: this.#clock.now() });
  }

  /** Lets a person's uses count on once `forget` has made the records forget whose they were. */
  keepCounting<Result>(personId: string, forget: () => Result): Result {
    const uses = this.#records.uses(this.#clock.now() - DAY_MS, { personId });
    const result = forget();
    for (const at of uses) this.#add({ at, personId, isRecorded: true });
    return result;
  }

  /**
   * Looks only: whoever gives the answer counts it.
   *
   * @returns Undefined where an answer is allowed, else the limit that lasts longest.
   */
  check({ personId, serverId }: Pick<Whereabouts, "personId" | "serverId">): Limited | undefined {
    const now = this.#clock.now();
    const limits = [
      ...(serverId === undefined ? [] : this.#hourly(personId, serverId, now)),
      this.#day("person-day", this.#daily.perPerson, { personId }, now),
      this.#day("everybody-day", this.#daily.everybody, {}, now),
    ];
    return limits
      .filter((limited) => limited !== undefined)
      .reduce<Limited | undefined>((longest, one) => (one.waitMs > (longest?.waitMs ?? 0) ? one : longest), undefined);
  }

  #add(use: KnownUse): void {
    this.#inMind.push(use);
    const oldest = this.#clock.now() - DAY_MS;
    while ((this.#inMind[0]?.at ?? oldest) < oldest || this.#inMind.length > MOST_IN_MIND) this.#inMind.shift();
  }

  #hourly(personId: string, serverId: string, now: number): (Limited | undefined)[] {
    const { hourlyPerPerson, hourlyPerServer } = this.#records.settings(serverId);
    return [
      this.#hour("person-hour", hourlyPerPerson, { personId, serverId }, now),
      this.#hour("server-hour", hourlyPerServer, { serverId }, now),
    ];
  }

  /** Any hour: a use counts until an hour later, and not then. */
  #hour(reason: Limited["reason"], limit: number, by: By, now: number): Limited | undefined {
    if (limit === 0) return undefined;
    const uses = this.#usesBetween(now - HOUR_MS + 1, now, by);
    // With fewer than the limit left of them, there is room for one.
    const last = uses[uses.length - limit];
    return last === undefined ? undefined : { reason, waitMs: last + HOUR_MS - now };
  }

  #day(reason: Limited["reason"], limit: number, by: By, now: number): Limited | undefined {
    if (limit === 0) return undefined;
    const midnight = now - (now % DAY_MS);
    if (this.#usesBetween(midnight, now, by).length < limit) return undefined;
    return { reason, waitMs: midnight + DAY_MS - now };
  }

  /** Oldest first. A clock that was put back leaves uses in the future: they would count for who knows how long. */
  #usesBetween(since: number, until: number, by: By): readonly number[] {
    const inMind = this.#inMind.filter((use) => countsFor(use, by)).map(({ at }) => at);
    const recorded = this.#records.uses(since, by);
    return [...recorded, ...inMind].filter((at) => at >= since && at <= until).toSorted((left, right) => left - right);
  }
}

type By = Parameters<ServerRecords["uses"]>[1];

type Who = Pick<Whereabouts, "personId" | "serverId">;

/** A use that the records do not know, or not of whom. */
interface KnownUse extends Who {
  readonly at: number;
  /** Whether the records count it for the server and for everybody. */
  readonly isRecorded?: boolean;
}

/** The records no longer say in which server a forgotten person's uses were: they count in each. */
function countsFor({ personId, serverId, isRecorded }: KnownUse, by: By): boolean {
  if (isRecorded) return by.personId === personId;
  return (by.personId ?? personId) === personId && (by.serverId ?? serverId) === serverId;
}
