import type { ControlName } from "../custom-id.ts";
import { cardMenu } from "./card-menu.ts";
import type { Component } from "./component.ts";
import { followUp } from "./follow-up.ts";
import { listButton } from "./list-button.ts";
import { relatedButton } from "./related-button.ts";
import { sourcesButton } from "./sources-button.ts";
import { stopButton } from "./stop-button.ts";
import { summaryButton } from "./summary-button.ts";

/** Every button, menu and modal by the first word of its custom id. */
export const COMPONENTS: Readonly<Record<ControlName, Component>> = {
  sources: sourcesButton,
  "follow-up": followUp,
  list: listButton,
  card: cardMenu,
  related: relatedButton,
  summary: summaryButton,
  stop: stopButton,
};
