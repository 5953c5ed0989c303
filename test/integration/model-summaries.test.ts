import { describe, expect, test } from "vitest";
import type { App } from "../../src/app.ts";
import { World } from "../support/compose-world.ts";
import { keyIn, modelAt, replies } from "../support/model-script.ts";
import { startChatServer } from "../support/openai-chat-server.ts";
import type { ChatScript } from "../support/openai-chat-server.ts";

async function open(script: ChatScript): Promise<App> {
  const { app } = await new World(undefined, modelAt(await startChatServer(script))).open();
  return app;
}

describe("a model sums up", () => {
  test.each(["short", "standard", "plain"] as const)("a paper, %s, by that length's prompt", async (length) => {
    const server = await startChatServer(
      replies({ summary: (request) => ({ text: `It hears when water boils ${keyIn(request, "KettleNet")}.` }) }),
    );
    const { app } = await new World(undefined, modelAt(server)).open();
    const answer = await app.summarize("KettleNet", { length });
    expect(answer).toMatchObject({ outcome: "answered", kind: "summary", text: "It hears when water boils. [1]" });
    expect(Object.keys(answer.trace.model?.prompts ?? {})).toEqual([`summary-${length}`]);
  });

  test("a topic, with a citation for each paper", async () => {
    const app = await open(
      replies({
        topic: (request) => ({
          text: `Both listen to sound ${keyIn(request, "KettleNet")}.\n\n- **KettleNet** hears water boil ${keyIn(request, "KettleNet")}.\n- A transformer hears bees swarm ${keyIn(request, "Listening")}.`,
        }),
      }),
    );
    const answer = await app.summarize(
      "listening with microphones: audio event detection of boiling water and of bees",
    );
    expect(answer.text).toBe(
      "Both listen to sound. [1]\n\n- KettleNet hears water boil. [1]\n- A transformer hears bees swarm. [2]",
    );
    expect(answer.citations).toHaveLength(2);
  });
});

describe("a model compares", () => {
  test("papers aspect by aspect, under headings that it did not make up", async () => {
    const app = await open(
      replies({
        comparison: (request) => {
          const [kettle, bees] = [keyIn(request, "KettleNet"), keyIn(request, "Listening")];
          return {
            text: `**Problem**\n- KettleNet: it detects boiling water ${kettle}.\n- Bees: swarming is predicted ${bees}.\n\n## Verdict\nKettleNet is the best of all.\n\nFigures\n- KettleNet: 96.4% accuracy ${kettle}.\n- Bees: 88% of all cases ${bees}.`,
          };
        },
      }),
    );
    const answer = await app.compare(["kettlenet", "Listening to Bees"]);
    expect(answer.kind).toBe("comparison");
    expect(answer.text).toBe(
      "Problem\n- KettleNet: it detects boiling water. [1]\n- Bees: swarming is predicted. [2]\n\n" +
        "Figures\n- KettleNet: 96.4% accuracy. [1]\n- Bees: 88% of all cases. [2]",
    );
  });

  test("nothing where a title fits no paper, or two the same", async () => {
    const app = await open(() => "cut");
    expect(await app.compare(["KettleNet", "zzzz qqqq"])).toMatchObject({ outcome: "declined" });
    expect(await app.compare(["KettleNet", "kettlenet"])).toMatchObject({ outcome: "declined" });
    expect(await app.compare(["KettleNet"])).toMatchObject({ outcome: "declined" });
  });
});
