import type { BaseMessage } from "@langchain/core/messages";
import type { OpenAI } from "openai";

/** The body of a streaming request. */
export interface ChatBody extends OpenAI.ChatCompletionCreateParamsStreaming {
  messages: { readonly role: "system" | "assistant" | "user"; readonly content: string }[];
}

/** What a request says beside its messages. */
export interface ChatSettings {
  readonly baseUrl: string;
  readonly model: string;
  readonly temperature?: number;
  readonly maxTokens: number;
}

/**
 * Words a request, with nothing in it that a server does not need: many refuse what they do not know.
 *
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export function writeChatBody(messages: readonly BaseMessage[], settings: ChatSettings): ChatBody {
  const { baseUrl, model, temperature, maxTokens } = settings;
  // OpenAI's newer models refuse `max_tokens`; most other servers know nothing else.
  const limit = isOpenAi(baseUrl) ? { max_completion_tokens: maxTokens } : { max_tokens: maxTokens };
  return {
    model,
    messages: messages.map((message) => ({ role: roleOf(message), content: message.text })),
    stream: true,
    stream_options: { include_usage: true },
    ...limit,
    ...(temperature !== undefined && { temperature }),
  };
}

function roleOf(message: BaseMessage): ChatBody["messages"][number]["role"] {
  if (message.type === "system") return "system";
  return message.type === "ai" ? "assistant" : "user";
}

/** Regional hosts, such as `eu.api.openai.com`, are OpenAI's too. */
function isOpenAi(baseUrl: string): boolean {
  return `.${URL.parse(baseUrl)?.hostname}`.endsWith(".api.openai.com");
}
