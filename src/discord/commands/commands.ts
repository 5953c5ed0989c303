import { aboutCommand } from "./about.ts";
import { askCommand } from "./ask.ts";
import type { Command } from "./command.ts";
import { compareCommand } from "./compare.ts";
import type { CommandName } from "./declarations.ts";
import { findCommand } from "./find.ts";
import { helpCommand } from "./help.ts";
import { paperCommand } from "./paper.ts";
import { privacyCommand } from "./privacy.ts";
import { relatedCommand } from "./related.ts";
import { settingsCommand } from "./settings.ts";
import { summaryCommand } from "./summary.ts";

/** Every command by its name. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  ask: askCommand,
  find: findCommand,
  paper: paperCommand,
  summary: summaryCommand,
  compare: compareCommand,
  related: relatedCommand,
  settings: settingsCommand,
  privacy: privacyCommand,
  about: aboutCommand,
  help: helpCommand,
};
