import type { BaseMessage } from "@langchain/core/messages";
import type { ChatModel } from "../answering/model/chat-model.ts";
import type { ModelRequest } from "../workbench.ts";

/** Writes down what a model is asked. */
export function modelRequest(messages: readonly BaseMessage[], id: string): ModelRequest {
  return {
    id,
    messages: messages.map((message) => ({
      role: message.type === "system" ? "system" : "user",
      content: message.text,
    })),
  };
}

/** The same model, which tells of each request before it is sent. */
export function tellRequests(model: ChatModel, onRequest: (request: ModelRequest) => void): ChatModel {
  return {
    stream(messages, options) {
      onRequest(modelRequest(messages, options?.requestId ?? ""));
      return model.stream(messages, options);
    },
  };
}
