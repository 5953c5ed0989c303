import { latency, type Latency } from "./statistics.ts";

/** One thing to time, for each of many requests. */
export type Task<Request> = (request: Request) => unknown;

export interface Rounds<Request> {
  readonly requests: readonly Request[];
  /** How often every request is made. */
  readonly rounds: number;
  /** How many requests are made of each task before the first that counts. */
  readonly warmUp: number;
}

/**
 * Times tasks request by request, one task after the other and each in turn the first, so that whatever else the machine
 * does meanwhile falls on all of them alike.
 */
export async function timeInterleaved<Request, Name extends string>(
  tasks: Readonly<Record<Name, Task<Request>>>,
  { requests, rounds, warmUp }: Rounds<Request>,
): Promise<Record<Name, Latency>> {
  const entries = Object.entries<Task<Request>>(tasks).map(([name, task]) => ({ name, task, times: [] as number[] }));
  for (const request of requests.slice(0, warmUp)) for (const { task } of entries) await task(request);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, request] of requests.entries()) {
      const first = (round + place) % entries.length;
      for (const { task, times } of [...entries.slice(first), ...entries.slice(0, first)]) {
        const start = performance.now();
        await task(request);
        times.push(performance.now() - start);
      }
    }
  }
  return Object.fromEntries(entries.map(({ name, times }) => [name, latency(times)])) as Record<Name, Latency>;
}
