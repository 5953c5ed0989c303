import { render } from "lit-html";
import { Page } from "./model/page.ts";
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
    render(shell(page), root);
    keepPlaces();
    // The focus stays in the field while the arrows go through its list.
    for (const active of document.querySelectorAll(".suggestion.active, .option.active"))
      active.scrollIntoView({ block: "nearest" });
  });
  // The key was for the way in: a cookie holds it now, and it need not stand in the address bar.
  history.replaceState(null, "", "/");
  page.become(FIRST_PERSON);
  page.redraw();
  setInterval(() => {
    if (page.model.typing.size > 0) page.redraw();
  }, TICK_MS);
}
