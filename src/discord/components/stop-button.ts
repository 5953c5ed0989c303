import { Refusal } from "../failures.ts";
import type { Component } from "./component.ts";

const REFUSALS = {
  "not-theirs": "Only whoever asked can stop this answer.",
  over: "This answer is not being written any more.",
} as const;

/** "Stop" under an answer that is being written, for whoever asked. What is proved by then stays. */
export const stopButton: Component = {
  async use(use, [id = ""], bot) {
    if (!use.isMessageComponent()) throw new Refusal(REFUSALS.over);
    const result = bot.stops.stop(id, use.user.id, new Refusal("Stopped."));
    if (result !== "stopped") throw new Refusal(REFUSALS[result]);
    await use.deferUpdate();
  },
};
