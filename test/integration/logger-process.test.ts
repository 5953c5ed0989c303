import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const CHILD = fileURLToPath(new URL("../support/logger-child.ts", import.meta.url));
const LINES = 2000;

async function run(ending: string) {
  const child = spawn(process.execPath, [CHILD, String(LINES), ending], { stdio: ["ignore", "ignore", "pipe"] });
  const [said] = await Promise.all([text(child.stderr), once(child, "exit")]);
  const lines = said
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly msg: string; readonly err?: { readonly message: string } });
  return { lines, code: child.exitCode };
}

describe("the log of a process", () => {
  it("has every line when the process ends right after the last", async () => {
    const { lines, code } = await run("exit");
    expect(code).toBe(0);
    expect(lines).toHaveLength(LINES + 1);
    expect(lines.at(-1)?.msg).toBe("The last line");
  });

  it("has the error that ends the process", async () => {
    const { lines, code } = await run("error");
    expect(code).toBe(1);
    expect(lines).toHaveLength(LINES + 1);
    expect(lines.at(-1)?.err?.message).toBe("Nobody caught this");
  });

  it("ends nobody's work when nobody reads it any more", async () => {
    const child = spawn(process.execPath, [CHILD, String(LINES), "exit"], { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.destroy();
    await once(child, "exit");
    expect(child.exitCode).toBe(0);
  });

  it.runIf(process.platform === "linux")("ends nobody's work when the disk is full", async () => {
    const full = openSync("/dev/full", "w");
    const child = spawn(process.execPath, [CHILD, String(LINES), "exit"], { stdio: ["ignore", "ignore", full] });
    closeSync(full);
    await once(child, "exit");
    expect(child.exitCode).toBe(0);
  });
});
