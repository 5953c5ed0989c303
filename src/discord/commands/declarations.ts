import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from "discord.js";
import type {
  RESTPostAPIApplicationCommandsJSONBody,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import { MANAGES } from "../server-managers.ts";
import { localizedName, localizedTexts, localizedTitle } from "./localized.ts";

/** In servers, in direct messages with us, and wherever somebody who installed us for themselves takes us. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** A question, as long as a message may be. */
export const QUESTION_LENGTH = 2000;
const TITLE_LENGTH = 300;
/** A day as `YYYY-MM-DD`. */
const DAY_LENGTH = 10;

/** A title, of which some are offered. */
const TITLE = {
  type: ApplicationCommandOptionType.String,
  required: true,
  max_length: TITLE_LENGTH,
  autocomplete: true,
} as const;

/** The options of /compare, in order. */
export const COMPARED = ["first", "second", "third", "fourth"] as const;

/** The commands as Discord is told of them. What they do is in a file each, what they are called is in `words/`. */
export const DECLARATIONS = {
  ask: {
    ...EVERYWHERE,
    ...localizedTexts(({ ask }) => ask),
    options: [
      {
        ...localizedTexts(({ ask }) => ask.options.question),
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: QUESTION_LENGTH,
      },
      { ...localizedTexts(({ ask }) => ask.options.private), type: ApplicationCommandOptionType.Boolean },
    ],
  },
  find: {
    ...EVERYWHERE,
    ...localizedTexts(({ find }) => find),
    options: [
      {
        ...localizedTexts(({ find }) => find.options.query),
        type: ApplicationCommandOptionType.String,
        required: true,
        max_length: QUESTION_LENGTH,
      },
      {
        ...localizedTexts(({ find }) => find.options.since),
        type: ApplicationCommandOptionType.String,
        max_length: DAY_LENGTH,
      },
      {
        ...localizedTexts(({ find }) => find.options.until),
        type: ApplicationCommandOptionType.String,
        max_length: DAY_LENGTH,
      },
      { ...localizedTexts(({ find }) => find.options.hasCode), type: ApplicationCommandOptionType.Boolean },
    ],
  },
  paper: {
    ...EVERYWHERE,
    ...localizedTexts(({ paper }) => paper),
    options: [{ ...TITLE, ...localizedTexts(({ paper }) => paper.options.title) }],
  },
  summary: {
    ...EVERYWHERE,
    ...localizedTexts(({ summary }) => summary),
    options: [
      { ...TITLE, ...localizedTexts(({ summary }) => summary.options.target) },
      {
        ...localizedTexts(({ summary }) => summary.options.length),
        type: ApplicationCommandOptionType.String,
        choices: [
          { ...localizedName(({ summary }) => summary.choices.short), value: "short" },
          { ...localizedName(({ summary }) => summary.choices.standard), value: "standard" },
          { ...localizedName(({ summary }) => summary.choices.plain), value: "plain" },
        ],
      },
    ],
  },
  compare: {
    ...EVERYWHERE,
    ...localizedTexts(({ compare }) => compare),
    options: COMPARED.map((name, index) => ({
      ...TITLE,
      ...localizedTexts(({ compare }) => compare.options[name]),
      required: index < 2,
    })),
  },
  related: {
    ...EVERYWHERE,
    ...localizedTexts(({ related }) => related),
    options: [{ ...TITLE, ...localizedTexts(({ related }) => related.options.title) }],
  },
  settings: {
    ...localizedTexts(({ settings }) => settings),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: String(MANAGES),
  },
  privacy: { ...EVERYWHERE, ...localizedTexts(({ privacy }) => privacy) },
  about: { ...EVERYWHERE, ...localizedTexts(({ about }) => about) },
  help: { ...EVERYWHERE, ...localizedTexts(({ help }) => help) },
} satisfies Readonly<Record<string, RESTPostAPIChatInputApplicationCommandsJSONBody>>;

/** The commands in the menu of a message. */
const MESSAGE_DECLARATIONS = (["about", "similar"] as const).map((name) => ({
  ...EVERYWHERE,
  ...localizedTitle(({ panels }) => panels.messages[name]),
  type: ApplicationCommandType.Message as const,
})) satisfies readonly RESTPostAPIContextMenuApplicationCommandsJSONBody[];

/** Everything that Discord is told of. */
export const ALL_DECLARATIONS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  ...Object.values(DECLARATIONS),
  ...MESSAGE_DECLARATIONS,
];

export type CommandName = keyof typeof DECLARATIONS;
