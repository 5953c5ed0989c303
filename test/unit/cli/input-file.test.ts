import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openLines } from "../../../src/cli/input-file.ts";
import { makeContext } from "../../support/cli-context.ts";

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  const { terminal } = makeContext().context;
  return Array.fromAsync(await openLines("-", { ...terminal, stdin: Readable.from(chunks) }));
}

describe("openLines()", () => {
  test("gives the same lines however the bytes are cut, letters of several bytes too", async () => {
    const bytes = Buffer.from("one\r\nzwei – 二\n\nlast");
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), fc.nat(bytes.length), async (first, second) => {
        const [from, to] = [Math.min(first, second), Math.max(first, second)];
        const chunks = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
        expect(await linesOf(chunks)).toEqual(["one", "zwei – 二", "", "last"]);
      }),
      { numRuns: 50 },
    );
  });

  test("begins no line after the last line break, and leaves out a byte order mark", async () => {
    expect(await linesOf([Buffer.from("\uFEFFone\n")])).toEqual(["one"]);
    expect(await linesOf([])).toEqual([]);
  });

  test("tells what broke on the way", async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error("pulled out"));
      },
    });
    const lines = await openLines("-", { ...makeContext().context.terminal, stdin: broken });
    await expect(Array.fromAsync(lines)).rejects.toThrow("Cannot read stdin: Error: pulled out.");
  });
});
