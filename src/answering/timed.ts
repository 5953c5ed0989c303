import type { Stage } from "../domain/answer.ts";

/** Runs one step of an answer and notes how long it took. */
export async function timed<Value>(stages: Stage[], name: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    stages.push({ name, ms: performance.now() - start });
  }
}
