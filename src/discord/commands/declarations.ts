import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from "discord.js";
import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from "discord.js";

/** In servers, in direct messages with us, and wherever somebody who installed us for themselves takes us. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** A question, as long as a message may be. */
export const QUESTION_LENGTH = 2000;
const TITLE_LENGTH = 300;

const TITLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  name: "title",
  description: "Its title, or what you remember of it",
  required: true,
  max_length: TITLE_LENGTH,
  autocomplete: true,
} as const;

/** The options of /compare, in order. */
export const COMPARED = ["first", "second", "third", "fourth"] as const;

/** The commands as Discord is told of them. What they do is in a file each. */
export const DECLARATIONS = {
  ask: {
    ...EVERYWHERE,
    name: "ask",
    description: "Ask about machine-learning papers; every claim gets a footnote",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "question",
        description: "Your question, in your own words",
        required: true,
        max_length: QUESTION_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Only you see the answer",
      },
    ],
  },
  find: {
    ...EVERYWHERE,
    name: "find",
    description: "List the papers that match a query best",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "query",
        description: "What the papers are about",
        required: true,
        max_length: QUESTION_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "since",
        description: "Only papers of this day or later: 2024, 2024-05 or 2024-05-13",
        max_length: 10,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "until",
        description: "Only papers of this day or earlier: 2024, 2024-05 or 2024-05-13",
        max_length: 10,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "has-code",
        description: "Only papers that link to code",
      },
    ],
  },
  paper: {
    ...EVERYWHERE,
    name: "paper",
    description: "Show what is known of a paper",
    options: [TITLE_OPTION],
  },
  summary: {
    ...EVERYWHERE,
    name: "summary",
    description: "Sum up a paper, or what the collection says about a topic",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "target",
        description: "A paper's title, or a topic",
        required: true,
        max_length: TITLE_LENGTH,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "length",
        description: "How long; a paragraph unless you say otherwise",
        choices: [
          { name: "One sentence", value: "short" },
          { name: "A paragraph", value: "standard" },
          { name: "Plain words", value: "plain" },
        ],
      },
    ],
  },
  compare: {
    ...EVERYWHERE,
    name: "compare",
    description: "Put two to four papers side by side: problem, method, result, figures",
    options: COMPARED.map((name, index) => ({ ...TITLE_OPTION, name, required: index < 2 })),
  },
  related: {
    ...EVERYWHERE,
    name: "related",
    description: "List the papers nearest to a paper",
    options: [TITLE_OPTION],
  },
  help: {
    ...EVERYWHERE,
    name: "help",
    description: "What Footnote can do",
  },
} satisfies Readonly<Record<string, RESTPostAPIChatInputApplicationCommandsJSONBody>>;

export type CommandName = keyof typeof DECLARATIONS;
