import { render } from "lit-html";
import { Page } from "./model/page.ts";
import { keepSeat, lastPerson, takeSeat } from "./model/seat.ts";
import { shell } from "./view/shell.ts";
import { followLogs } from "./view/follow-logs.ts";

/** Who sits before the page when it opens. */
const FIRST_PERSON = "alice";

/** "… is typing" ends by itself. */
const TICK_MS = 2000;

const root = document.querySelector<HTMLElement>("#page");
if (root) {
  root.replaceChildren();
  const page = new Page(() => {
    const keepPlaces = followLogs();
    const composer = document.activeElement?.closest(".composer");
    render(shell(page), root);
    keepPlaces();
    // What is written goes on in another field when text becomes a command, or a command text.
    if (document.activeElement === document.body)
      composer?.querySelector<HTMLElement>("textarea, .option-field.focused input")?.focus();
    keepSeat(page.model);
    // The focus stays in the field while the arrows go through its list.
    for (const active of document.querySelectorAll(".suggestion.active, .option.active"))
      active.scrollIntoView({ block: "nearest" });
  });
  // The key was for the way in: a cookie holds it now, and it need not stand in the address bar.
  history.replaceState(null, "", "/");
  takeSeat(page.model);
  page.become(lastPerson() ?? FIRST_PERSON);
  page.redraw();
  setInterval(() => {
    if (page.model.typing.size > 0) page.redraw();
  }, TICK_MS);
}
