/** What one event of a stream says. Servers differ in everything else. */
export interface ChatChunk {
  readonly content: string;
  /** What the model thinks before it answers. Nobody is shown it. */
  readonly reasoning: string;
  readonly hasToolCalls: boolean;
  readonly finishReason: string | undefined;
  readonly model: string | undefined;
  readonly usage: ChatUsage | undefined;
}

/** Tokens read and written, as the endpoint counts them. */
export interface ChatUsage {
  readonly input: number;
  readonly output: number;
}

/**
 * Reads an event, trusting nothing. A whole answer that was not streamed is read as one event.
 *
 * @returns Undefined for what is no object, and for what holds neither choices nor usage.
 */
export function readChunk(event: unknown): ChatChunk | undefined {
  const choices = field(event, "choices");
  const usage = readUsage(field(event, "usage"));
  if (!Array.isArray(choices) && !usage) return undefined;
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const delta = field(choice, "delta") ?? field(choice, "message");
  const toolCalls = field(delta, "tool_calls");
  return {
    content: readContent(field(delta, "content")),
    reasoning: text(field(delta, "reasoning_content")) ?? text(field(delta, "reasoning")) ?? "",
    hasToolCalls: Array.isArray(toolCalls) && toolCalls.length > 0,
    finishReason: text(field(choice, "finish_reason")) || undefined,
    model: text(field(event, "model")) || undefined,
    usage,
  };
}

/** A text, or a list of parts. */
function readContent(content: unknown): string {
  if (!Array.isArray(content)) return text(content) ?? "";
  return content.map((part) => (field(part, "type") === "text" && text(field(part, "text"))) || "").join("");
}

function readUsage(usage: unknown): ChatUsage | undefined {
  const input = field(usage, "prompt_tokens");
  const output = field(usage, "completion_tokens");
  return isCount(input) && isCount(output) ? { input, output } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
