import { describe, expect, test } from "vitest";
import { DiscordFaults } from "../support/discord-faults.ts";
import { ScriptedAnswer } from "../support/scripted-answer.ts";
import {
  ANSWER_LABELS,
  answeringApp,
  answerTo,
  BotWorld,
  CITATIONS,
  isPrivate,
  labelsOf,
  questionsTo,
  textOf,
} from "./discord-bot-world.ts";

const CHANGED = { method: "PATCH", path: /^\/channels\/\d+\/messages\/\d+$/ };
const OVER = "This answer is not being written any more.";

/** A question whose answer is being written, and another one that is answered at once. */
async function openWorld(answer = new ScriptedAnswer(CITATIONS)) {
  const app = answeringApp({
    ask: (question, options) => (question.text === "How?" ? answer.give(options) : Promise.resolve(answerTo(question))),
  });
  const world = await BotWorld.open({ app, patience: { editMs: 10 } });
  const replied = world.mention("How?");
  await answer.prove("One. [1]");
  const draft = await replied;
  const shows = (text: string) => world.scene.sees((message) => textOf(message).includes(text));
  return { world, app, answer, draft, shows, faults: new DiscordFaults(world.discord) };
}

describe("Stop", () => {
  test("pressed by whoever asked, ends the answer with what is proved and its note", async () => {
    const { world, app, answer, draft, shows } = await openWorld();
    const pressed = await world.scene.press(draft, "Stop");
    expect(await pressed.acknowledged).toMatchObject({ kind: "deferred-update" });
    const stopped = await shows("Stopped on request.");
    expect(stopped.id).toBe(draft.id);
    expect(textOf(stopped)).toMatch(/^One\. \[1\]\n\n-# Stopped on request\.\n\n\*\*\[1\]\*\* KettleNet/);
    expect(labelsOf(stopped)).toEqual(ANSWER_LABELS);
    expect((await answer.options).signal?.aborted).toBe(true);
    await world.mention("And then?");
    expect(questionsTo(app)[1]?.history[1]?.text).toContain("One.");
  });

  test("works in private too", async () => {
    const answer = new ScriptedAnswer(CITATIONS);
    const app = answeringApp({ ask: (_, options) => answer.give(options) });
    const world = await BotWorld.open({ app, patience: { editMs: 10 } });
    await world.scene.slash("ask", { question: "How?", private: true });
    await answer.prove("One. [1]");
    const draft = await world.scene.sees((message) => labelsOf(message).includes("Stop"));
    await world.scene.press(draft, "Stop");
    const stopped = await world.scene.sees((message) => textOf(message).includes("Stopped on request."));
    expect([stopped.id, isPrivate(stopped)]).toEqual([draft.id, true]);
  });

  test("pressed by somebody else, says to them alone that it is not theirs, and the answer goes on", async () => {
    const { world, answer, draft, shows } = await openWorld();
    const notice = await world.press(draft, "Stop", { as: "bob" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, "Only whoever asked can stop this answer."]);
    expect((await answer.options).signal?.aborted).toBe(false);
    answer.finish("One. [1] Two. [1]");
    expect(textOf(await shows("Two."))).not.toContain("Stopped");
  });

  test("pressed twice, stops once and then says that it is over", async () => {
    const app = answeringApp({
      ask: (_, options) => {
        options?.onPartial?.({ text: "One. [1]", citations: CITATIONS });
        return new Promise<never>(() => {});
      },
    });
    const world = await BotWorld.open({ app });
    const draft = await world.mention("How?");
    const first = await world.scene.press(draft, "Stop");
    const notice = await world.press(draft, "Stop");
    expect(await first.acknowledged).toMatchObject({ kind: "deferred-update" });
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, OVER]);
  });

  test("pressed after the end, while the whole answer is on its way, says that it is over", async () => {
    const { world, answer, draft, shows, faults } = await openWorld();
    const shown = Promise.withResolvers<void>();
    faults.delay(CHANGED, shown.promise);
    answer.finish("One. [1] Two. [1]");
    await expect.poll(() => world.discord.requests.some(({ method }) => method === "PATCH")).toBe(true);
    expect(textOf(await world.press(draft, "Stop"))).toBe(OVER);
    shown.resolve();
    expect(textOf(await shows("Two."))).not.toContain("Stopped");
  });

  test("pressed after a restart, says that it is over", async () => {
    const { world, draft, faults } = await openWorld();
    // The process could not say goodbye.
    faults.fail(CHANGED, 404, { message: "Unknown Message", code: 10_008 });
    await (
      await world.scene.press(draft, "Stop")
    ).acknowledged;
    await world.restart();
    const notice = await world.press(draft, "Stop");
    expect([isPrivate(notice), textOf(notice)]).toEqual([true, OVER]);
  });

  test("leaves what was shown where the product hands nothing over, and no conversation goes on from it", async () => {
    const app = answeringApp({
      ask: (question, options) =>
        question.text === "How?"
          ? new Promise((_, reject) => {
              options?.signal?.addEventListener("abort", () => reject(options.signal?.reason as Error));
              options?.onPartial?.({ text: "One. [1]", citations: CITATIONS });
            })
          : Promise.resolve(answerTo(question)),
    });
    const world = await BotWorld.open({ app, patience: { editMs: 10 } });
    const draft = await world.mention("How?");
    await world.scene.press(draft, "Stop");
    const stopped = await world.scene.sees((message) => textOf(message).includes("Stopped."));
    expect([labelsOf(stopped), textOf(stopped)]).toEqual([[], expect.stringContaining("One. [1]\n\n-# Stopped.")]);
    await world.mention("And then?");
    expect(questionsTo(app)[1]?.history).toEqual([]);
  });
});
