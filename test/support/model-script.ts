import type { AnswerOptions, PartialAnswer } from "../../src/domain/answer.ts";
import type { ChatReply } from "./openai-chat-reply.ts";
import type { ChatServer, ReceivedChat } from "./openai-chat-server.ts";

/** What a prompt asks for, told by words that only it has. */
export type Asked = "answer" | "topic" | "comparison" | "summary" | "follow-up" | "search-query";

const TELLING: readonly (readonly [Asked, RegExp])[] = [
  ["follow-up", /rewrite the last question/],
  ["search-query", /translate a question/],
  ["comparison", /side by side/],
  ["topic", /overview of what some papers say/],
  ["summary", /sum up a paper/],
  ["answer", /answer questions for people/],
];

/** What a request asks for. */
export function askedFor({ body }: ReceivedChat): Asked {
  const system = body.messages[0]?.content ?? "";
  const [asked] = TELLING.find(([, words]) => words.test(system)) ?? [];
  if (asked === undefined) throw new Error(`No prompt of ours: ${system.slice(0, 80)}`);
  return asked;
}

/** The key under which a request holds the paper whose title begins like that. */
export function keyIn({ body }: ReceivedChat, title: string): string {
  const said = body.messages.at(-1)?.content ?? "";
  const line = said.split("\n").find((each) => new RegExp(String.raw`^\[[^\]]+\] ${title}`).test(each));
  if (line === undefined) throw new Error(`The prompt has no passage of ${title}: ${said.slice(0, 400)}`);
  return line.slice(0, line.indexOf("]") + 1);
}

/** What stands in a request's delimiters. */
export function nonceIn({ body }: ReceivedChat): string {
  const [, nonce] = /<passages-(\w+)>/.exec(body.messages.at(-1)?.content ?? "") ?? [];
  if (nonce === undefined) throw new Error("The prompt has no passages");
  return nonce;
}

/** Answers each kind of request with the same reply, or one made of the request. */
export function replies(
  script: Partial<Record<Asked, ChatReply | ((request: ReceivedChat) => ChatReply)>>,
): (request: ReceivedChat) => ChatReply {
  return (request) => {
    const reply = script[askedFor(request)];
    if (reply === undefined) throw new Error(`Unscripted prompt: ${askedFor(request)}`);
    return typeof reply === "function" ? reply(request) : reply;
  };
}

/** The configuration of a chat model at a loopback server. */
export function modelAt({ baseUrl }: Pick<ChatServer, "baseUrl">): Readonly<Record<string, string>> {
  return { FOOTNOTE_CHAT_MODEL: "scripted-7b", FOOTNOTE_CHAT_BASE_URL: baseUrl, FOOTNOTE_CHAT_CACHE_ANSWERS: "0" };
}

/** Collects what a person is shown while an answer comes. */
export function watch(): Required<Pick<AnswerOptions, "onPartial">> & { readonly partials: readonly PartialAnswer[] } {
  const partials: PartialAnswer[] = [];
  return { partials, onPartial: (partial) => partials.push(partial) };
}
