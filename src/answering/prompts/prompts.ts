import { ChatPromptTemplate } from "@langchain/core/prompts";
import type { BaseMessage } from "@langchain/core/messages";
import { invalid, parsePrompt } from "./parse-prompt.ts";

/** Every prompt with the variables that its renderer fills. A file that names others is refused. */
export const PROMPT_VARIABLES = {
  answer: ["nonce", "passages", "question", "example"],
  topic: ["nonce", "passages", "topic", "example"],
  comparison: ["nonce", "passages", "headings", "example"],
  "summary-short": ["nonce", "passages", "example"],
  "summary-standard": ["nonce", "passages", "example"],
  "summary-plain": ["nonce", "passages", "example"],
  "follow-up": ["nonce", "conversation", "question"],
  "search-query": ["nonce", "question"],
  judge: ["passages", "statement"],
} as const satisfies Record<string, readonly string[]>;

export type PromptName = keyof typeof PROMPT_VARIABLES;

/** The values of a prompt's variables. They are never read as templates themselves. */
export type PromptValues<Name extends PromptName> = Readonly<Record<(typeof PROMPT_VARIABLES)[Name][number], string>>;

/** A prompt, ready to be filled in. */
export interface Prompt<Name extends PromptName> {
  readonly name: Name;
  readonly version: number;
  /** Its text without values, by which a repetition of it is noticed. */
  readonly text: string;
  render(values: PromptValues<Name>): Promise<BaseMessage[]>;
}

/** Every prompt by its name. */
export type Prompts = { readonly [Name in PromptName]: Prompt<Name> };

/**
 * Reads the prompts.
 *
 * @param read Gives the text of a file such as `answer.md`.
 * @throws {PromptError} If one is missing, is no prompt, or differs from its renderer in a variable.
 */
export async function loadPrompts(read: (file: string) => Promise<string>): Promise<Prompts> {
  const names = Object.keys(PROMPT_VARIABLES) as PromptName[];
  const prompts = await Promise.all(names.map(async (name) => [name, await loadPrompt(name, read)] as const));
  return Object.fromEntries(prompts) as unknown as Prompts;
}

async function loadPrompt<Name extends PromptName>(
  name: Name,
  read: (file: string) => Promise<string>,
): Promise<Prompt<Name>> {
  const path = `prompts/${name}.md`;
  const file = parsePrompt(await read(`${name}.md`), path);
  if (file.name !== name) throw invalid(path, `its head calls it ${JSON.stringify(file.name)}`);
  const template = createTemplate(
    file.messages.map(({ role, text }) => [role, text] as [typeof role, string]),
    path,
  );
  const wanted: readonly string[] = PROMPT_VARIABLES[name];
  checkSame(file.variables, wanted, path, "its head names");
  checkSame(template.inputVariables, wanted, path, "its text uses");
  return {
    name,
    version: file.version,
    text: file.messages.map(({ text }) => text).join("\n"),
    render: (values) => template.formatMessages(values),
  };
}

function createTemplate(messages: ["system" | "human", string][], path: string): ChatPromptTemplate {
  try {
    return ChatPromptTemplate.fromMessages(messages);
  } catch (cause) {
    throw invalid(path, "it has a brace that belongs to no variable (write {{ for a brace)", cause);
  }
}

function checkSame(found: readonly string[], wanted: readonly string[], path: string, what: string): void {
  const [has, needs] = [new Set(found), new Set(wanted)];
  const surplus = [...has.difference(needs)].map((name) => `{${name}}, which nothing fills`);
  const missing = [...needs.difference(has)].map((name) => `not {${name}}`);
  if (surplus.length + missing.length > 0) throw invalid(path, `${what} ${[...surplus, ...missing].join(", ")}`);
}
