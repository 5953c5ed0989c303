import type { BaseChatModelCallOptions } from "@langchain/core/language_models/chat_models";
import type { AIMessageChunk, BaseMessage } from "@langchain/core/messages";
import type { Runnable } from "@langchain/core/runnables";
import type { ChatRequest } from "../../domain/ports.ts";

/** As much of a LangChain chat model as answering needs. Its last chunk tells a `ChatReport`. */
export type ChatModel = Pick<Runnable<BaseMessage[], AIMessageChunk, BaseChatModelCallOptions & ChatRequest>, "stream">;
