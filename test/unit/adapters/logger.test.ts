import { describe, expect, it } from "vitest";
import { createLogger } from "../../../src/adapters/logger.ts";
import type { LoggerOptions } from "../../../src/adapters/logger.ts";
import { IndexCorruptError } from "../../../src/domain/errors.ts";
import { Secret } from "../../../src/secret.ts";

const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789";
const KEY = "local/key with spaces";

function recordLines(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const logger = createLogger({
    secrets: [KEY],
    logsQuestions: false,
    write: (line) => void lines.push(line),
    ...options,
  });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? "") as Record<string, unknown>;
  return { logger, lines, last };
}

describe("createLogger()", () => {
  it("writes one line of JSON with the level, the time, the fields and the message, and no more", () => {
    const { logger, lines, last } = recordLines();
    logger.info({ id: "a1", ms: { total: 12.5 } }, "An answer\nwas given");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    expect(last()).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
      id: "a1",
      ms: { total: 12.5 },
      msg: "An answer\nwas given",
    });
  });

  it("leaves out what is less than its level", () => {
    const { logger, lines } = recordLines({ level: "warn" });
    logger.info({}, "hush");
    logger.warn({}, "a warning");
    logger.error({}, "an error");
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(["warn", "error"]);
  });

  it("tells an error with its stack and its causes", () => {
    const { logger, last } = recordLines();
    const err = new IndexCorruptError("The index is torn.", { cause: new TypeError("No such thing") });
    logger.error({ err }, "It failed");
    expect(last()["err"]).toEqual({
      type: "IndexCorruptError",
      message: "The index is torn.",
      code: "index/corrupt",
      stack: expect.stringContaining("logger.test.ts"),
      cause: expect.objectContaining({ type: "TypeError", message: "No such thing" }),
    });
  });

  it("tells each error of several, wherever they stand", () => {
    const { logger, last } = recordLines();
    logger.warn({ deep: [new AggregateError([new Error("one"), new Error("two")], "both")] }, "It failed");
    expect(last()["deep"]).toMatchObject([{ message: "both", errors: [{ message: "one" }, { message: "two" }] }]);
  });

  it("tells what is no error where one is expected", () => {
    const { logger, last } = recordLines();
    logger.error({ err: "just words" }, "It failed");
    expect(last()["err"]).toBe("just words");
  });

  it("tells nothing of a request that an error carries", () => {
    const { logger, lines, last } = recordLines();
    const err = Object.assign(new Error("Missing Access"), {
      code: 50_001,
      status: 403,
      method: "POST",
      url: "https://discord.com/api/v10/webhooks/123/aW50ZXJhY3Rpb24tdG9rZW4/messages/@original",
      requestBody: { json: { content: "You asked: my secret question" } },
    });
    logger.error({ err }, "It failed");
    expect(lines[0]).not.toContain("secret question");
    expect(last()["err"]).toMatchObject({
      code: 50_001,
      status: 403,
      url: "https://discord.com/api/v10/webhooks/123/***/messages/@original",
    });
  });

  it.each(["token", "botToken", "DISCORD_TOKEN", "key", "apiKey", "x-api-key", "Authorization", "password", "cookie"])(
    "masks a field named %s wherever it stands",
    (name) => {
      const { logger, lines, last } = recordLines();
      const held = { [name]: "hidden-value" };
      logger.info({ ...held, deep: [{ held }], map: new Map([[name, "hidden-value"]]) }, "Hello");
      expect(lines[0]).not.toContain("hidden-value");
      expect(last()).toMatchObject({ [name]: "***", deep: [{ held: { [name]: "***" } }], map: { [name]: "***" } });
    },
  );

  it("does not mask what only sounds like a secret", () => {
    const { logger, last } = recordLines();
    const fields = { promptTokens: 12, completionTokens: 3, keyboard: "qwerty", tokenizer: "bpe" };
    logger.info(fields, "Hello");
    expect(last()).toMatchObject(fields);
  });

  it.each([
    ["a known key", KEY],
    ["a Discord token", TOKEN],
    ["a key of OpenAI's", "sk-proj-0123456789abcdefghij"],
    ["a bearer", "Bearer abcdefgh.ijkl"],
    ["an interaction's token", "/interactions/123/aW50ZXJhY3Rpb24/callback"],
    ["a password of an address", "https://someone:hunter2@example.org/"],
    ["a key of an address", "https://example.org/?model=a&api_key=hunter2hunter2"],
  ])("masks %s in messages, fields, names, errors, their stacks and their causes", (_, secret) => {
    const { logger, lines } = recordLines();
    const err = new Error(`failed with ${secret}`, { cause: new Error(`because of ${secret}`) });
    logger.error({ err, text: `It is ${secret}!`, [secret]: 1, list: [secret] }, `It said ${secret}`);
    const hidden = /hunter2|aW50ZXJhY3Rpb24|abcdefgh|local.key|0123456789/;
    expect(secret).toMatch(hidden);
    expect(lines[0]).not.toMatch(hidden);
    expect(lines[0]).toContain("***");
  });

  it("masks a secret that begins like another one to its end", () => {
    const { logger, lines } = recordLines({ secrets: ["", "local", "local-and-longer"] });
    logger.info({}, "It is local-and-longer, or local");
    expect(lines[0]).toContain("It is ***, or ***");
  });

  it("masks a secret that a cut would halve", () => {
    const { logger, lines } = recordLines();
    logger.info({ text: `${"x".repeat(7990)} ${KEY}` }, "Hello");
    expect(lines[0]).not.toContain("local");
  });

  it("prints no Secret", () => {
    const { logger, lines, last } = recordLines();
    logger.info({ held: new Secret("hidden-value") }, "Hello");
    expect(lines[0]).not.toContain("hidden-value");
    expect(last()["held"]).toBe("***");
  });

  it("tells a question only where the owner wants it", () => {
    const fields = { question: "Why bees?", deep: { question: "And why kettles?" } };
    const hushed = recordLines();
    hushed.logger.info(fields, "Hello");
    expect(hushed.last()).toMatchObject({ question: "***", deep: { question: "***" } });
    const open = recordLines({ logsQuestions: true });
    open.logger.info(fields, "Hello");
    expect(open.last()).toMatchObject(fields);
  });

  it("writes what JSON cannot", () => {
    const { logger, last } = recordLines();
    const circle: Record<string, unknown> = { name: "circle" };
    circle["self"] = circle;
    const fields = { circle, big: 2n ** 70n, when: new Date(0), set: new Set([1]), never: undefined, call() {} };
    logger.info(fields, "Hello");
    expect(last()).toMatchObject({ big: "1180591620717411303424", when: "1970-01-01T00:00:00.000Z", set: [1] });
    expect(JSON.stringify(last()["circle"])).toContain("…");
  });

  it("keeps a line short whatever it is given", () => {
    const { logger, lines } = recordLines();
    const many = Array.from({ length: 60 }, (_, at) => at);
    const wide = many.map(() => many.map(() => many));
    logger.info({ text: "x".repeat(1_000_000), wide }, "Hello");
    expect(lines[0]?.length).toBeLessThan(20_000);
  });

  it("names the fields that cannot be read", () => {
    const { logger, last } = recordLines();
    const broken = {
      get boom(): never {
        throw new Error("no");
      },
    };
    logger.info({ id: "a1", broken }, "Hello");
    expect(last()).toMatchObject({ unreadable: ["id", "broken"], msg: "Hello" });
  });
});
