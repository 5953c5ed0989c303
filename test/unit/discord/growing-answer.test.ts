import { describe, expect, test } from "vitest";
import { GrowingAnswer } from "../../../src/discord/growing-answer.ts";
import type { Place, Sent } from "../../../src/discord/place.ts";
import type { MessagePage } from "../../../src/discord/render/message-page.ts";
import { renderNotice } from "../../../src/discord/render/render-notice.ts";
import { textOf } from "./pages.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** One page that says this. */
function page(text: string): MessagePage {
  const [only] = renderNotice(text);
  if (only === undefined) throw new Error("There is no page");
  return only;
}

/** A place that records what is done there. Its first message arrives, though that may seem to fail. */
function makePlace({ seemsToFail = false } = {}) {
  const done: string[] = [];
  let failures = seemsToFail ? 1 : 0;
  const sent: Sent = {
    id: "1",
    change: async (changed) => done.push(`change: ${textOf(changed)}`),
    remove: async () => done.push("remove"),
  };
  const send = (name: string) => async (given: MessagePage) => {
    done.push(`${name}: ${textOf(given)}`);
    failures -= 1;
    if (failures >= 0) throw new Error("No answer");
    return sent;
  };
  const place: Place = { first: send("first"), next: send("next") };
  return { place, done };
}

const never = new AbortController().signal;

function makeGrowing(place: Place, clock: VirtualClock) {
  const pace = { intervalMs: 1000, onFailure: () => undefined, clock };
  return new GrowingAnswer(place, ({ text }) => page(text.slice(0, 8)), pace);
}

describe("GrowingAnswer", () => {
  test("shows a page again only where something in it changed", async () => {
    const clock = new VirtualClock();
    const { place, done } = makePlace();
    const growing = makeGrowing(place, clock);
    for (const text of ["One.", "One. Two.", "One. Two. Three."]) {
      growing.grow({ text, citations: [] });
      await clock.pass(5000);
    }
    await growing.end(never);
    expect(await growing.finish([page("All."), page("More.")])).toEqual(["1", "1"]);
    expect(done).toEqual(["first: One.", "change: One. Two", "change: All.", "next: More."]);
  });

  test("has the whole answer shown even where Discord gives a draft back that seemed not to arrive", async () => {
    const clock = new VirtualClock();
    const { place, done } = makePlace({ seemsToFail: true });
    const growing = makeGrowing(place, clock);
    growing.grow({ text: "One.", citations: [] });
    await clock.pass(0);
    expect(growing.proved).toBeUndefined();
    const ended = growing.end(never);
    await clock.pass(1000);
    await ended;
    await growing.finish([page("All.")]);
    expect(done).toEqual(["first: One.", "first: All.", "change: All."]);
  });
});
