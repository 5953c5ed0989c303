import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { createMask } from "../../../src/domain/create-mask.ts";
import { describeError } from "../../../src/domain/describe-error.ts";

describe("describeError()", () => {
  it("tells where an error of Discord's is from and what it answered, and nothing of the request", () => {
    const url = "https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24/messages/@original";
    const raw = { code: 50_035, message: "Invalid Form Body", errors: {} };
    const request = { body: { content: "Why bees?" }, files: undefined };
    const told = describeError(new DiscordAPIError(raw, 50_035, 400, "PATCH", url, request));
    expect(told).toMatch(/^DiscordAPIError\[50035\]: Invalid Form Body\n +at .*describe-error\.test\.ts/);
    expect(told).toContain(`code: 50035\n  status: 400\n  method: PATCH\n  url: ${url}`);
    expect(told).not.toContain("bees");
    expect(createMask([])(told)).toContain("/webhooks/123/***/messages/");
  });

  it("tells causes and each error of several, and comes to an end", () => {
    const circle = new Error("round");
    circle.cause = circle;
    const told = describeError(new AggregateError([new Error("one"), "two"], "both", { cause: circle }));
    for (const text of ["both", "because of Error: one", "because of two", "because of Error: round"])
      expect(told).toContain(text);
  });

  it("tells nothing of what an object holds that is no error", () => {
    expect(describeError({ question: "Why bees?" })).toBe("[object Object]");
    expect(describeError(undefined)).toBe("undefined");
  });
});
