import { expect, test } from "vitest";
import { SharedAnswers } from "../../../../src/answering/model/shared-answers.ts";

/** Work that the test moves along. */
function startWork() {
  const shared = new SharedAnswers<string, string>();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const started = Promise.withResolvers<{ signal: AbortSignal; tell: (partial: string) => void }>();
  let times = 0;
  const work = (signal: AbortSignal, tell: (partial: string) => void): Promise<string> => {
    times += 1;
    started.resolve({ signal, tell });
    return promise;
  };
  return { shared, work, started: started.promise, resolve, reject, times: () => times };
}

test("those who ask the same at once share one piece of work, and one of them began it", async () => {
  const { shared, work, resolve, times } = startWork();
  const all = [shared.join("same", {}, work), shared.join("same", {}, work)];
  resolve("done");
  expect(await Promise.all(all)).toEqual([
    { result: "done", isFirst: true },
    { result: "done", isFirst: false },
  ]);
  expect(times()).toBe(1);
});

test("whoever asks something else has work of their own", async () => {
  const { shared, work, resolve, times } = startWork();
  const all = [shared.join("one", {}, work), shared.join("other", {}, work)];
  resolve("done");
  await Promise.all(all);
  expect(times()).toBe(2);
});

test("whoever comes later is told at once what there is", async () => {
  const { shared, work, started, resolve } = startWork();
  const first = shared.join("same", {}, work);
  (await started).tell("half");
  const heard: string[] = [];
  const second = shared.join("same", { onPartial: (partial) => heard.push(partial) }, work);
  (await started).tell("half and more");
  resolve("done");
  await Promise.all([first, second]);
  expect(heard).toEqual(["half", "half and more"]);
});

test("one who stops has what there is, and the others go on", async () => {
  const { shared, work, started, resolve } = startWork();
  const stop = new AbortController();
  const stopping = shared.join("same", { signal: stop.signal }, work);
  const staying = shared.join("same", {}, work);
  const { signal, tell } = await started;
  tell("half");
  stop.abort();
  expect(await stopping).toEqual({ stoppedAt: "half" });
  expect(signal.aborted).toBe(false);
  resolve("done");
  expect(await staying).toEqual({ result: "done", isFirst: false });
});

test("the work stops when the last has gone, and whoever comes then begins anew", async () => {
  const { shared, work, started, times } = startWork();
  const stop = new AbortController();
  const stopping = shared.join("same", { signal: stop.signal }, work);
  const { signal } = await started;
  stop.abort();
  expect(await stopping).toEqual({ stoppedAt: undefined });
  expect(signal.aborted).toBe(true);
  void shared.join("same", {}, work);
  await Promise.resolve();
  expect(times()).toBe(2);
});

test("whoever comes with a signal that is aborted already begins nothing", async () => {
  const { shared, work, times } = startWork();
  expect(await shared.join("same", { signal: AbortSignal.abort() }, work)).toEqual({ stoppedAt: undefined });
  expect(times()).toBe(0);
});

test("a failure reaches everybody, and is forgotten", async () => {
  const { shared, work, reject, times } = startWork();
  const all = [shared.join("same", {}, work), shared.join("same", {}, work)];
  reject(new Error("broken"));
  await expect(Promise.all(all)).rejects.toThrow("broken");
  await expect(all[1]).rejects.toThrow("broken");
  await expect(shared.join("same", {}, work)).rejects.toThrow("broken");
  expect(times()).toBe(2);
});
