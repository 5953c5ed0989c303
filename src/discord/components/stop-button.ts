import { Refusal } from "../failures.ts";
import type { Component } from "./component.ts";

const REFUSALS = { "not-theirs": "stopNotTheirs", over: "stopTooLate" } as const;

/** "Stop" under an answer that is being written, for whoever asked. What is proved by then stays. */
export const stopButton: Component = {
  async use(use, [id = ""], bot) {
    if (!use.isMessageComponent()) throw refusal("over");
    const result = bot.stops.stop(id, use.user.id, new Refusal(({ refusals }) => refusals.stopped, "answer/stopped"));
    if (result !== "stopped") throw refusal(result);
    await use.deferUpdate();
  },
};

function refusal(why: keyof typeof REFUSALS): Refusal {
  return new Refusal(({ refusals }) => refusals[REFUSALS[why]]);
}
