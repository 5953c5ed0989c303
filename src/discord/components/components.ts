import type { ControlName } from "../custom-id.ts";
import { cardMenu } from "./card-menu.ts";
import type { Component } from "./component.ts";
import { followUp } from "./follow-up.ts";
import { forgetButton } from "./forget-button.ts";
import { listButton } from "./list-button.ts";
import { rateButton } from "./rate-button.ts";
import { relatedButton } from "./related-button.ts";
import { settingControl } from "./setting-control.ts";
import { sourcesButton } from "./sources-button.ts";
import { stopButton } from "./stop-button.ts";
import { summaryButton } from "./summary-button.ts";
import { threadButton } from "./thread-button.ts";

/** Every button, menu and modal by the first word of its custom id. */
export const COMPONENTS: Readonly<Record<ControlName, Component>> = {
  sources: sourcesButton,
  "follow-up": followUp,
  list: listButton,
  card: cardMenu,
  related: relatedButton,
  summary: summaryButton,
  stop: stopButton,
  rate: rateButton,
  thread: threadButton,
  setting: settingControl,
  forget: forgetButton,
};
