import { FakeListChatModel } from "@langchain/core/utils/testing";
import { describe, expect, it } from "vitest";
import { RecordedChat } from "../../../src/composition/recorded-chat.ts";
import type { ModelRequest } from "../../../src/workbench.ts";

describe("RecordedChat", () => {
  it("tells of every request, whoever answers it", async () => {
    const told: unknown[] = [];
    const endpoint = new FakeListChatModel({ responses: ["Live."] });
    const recording = {
      replay: ({ id }: ModelRequest) => (id === "kept" ? "Kept." : undefined),
      onRequest: ({ id }: ModelRequest, completion: string | null) => told.push([id, completion]),
    };
    const chat = new RecordedChat(recording, endpoint, "m");
    for (const requestId of ["kept", "new"]) for await (const _ of await chat.stream("Why?", { requestId })) continue;
    const alone = new RecordedChat(recording, undefined, "m");
    await expect(alone.stream("Why?", { requestId: "lost" })).rejects.toThrow("no completion for lost");
    expect(told).toEqual([
      ["kept", "Kept."],
      ["new", "Live."],
      ["lost", null],
    ]);
  });
});
