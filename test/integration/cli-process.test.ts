import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const PRELOAD = new URL("../../src/require-node.js", import.meta.url).href;
const CLI = fileURLToPath(new URL("../../src/cli.ts", import.meta.url));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-cli-"));
});

afterEach(() => rm(folder, { recursive: true }));

interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in an empty folder. */
async function run(
  args: readonly string[],
  env: Record<string, string> = {},
  flags: readonly string[] = [],
): Promise<Ending> {
  const child = spawn(process.execPath, [...flags, CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [code, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

describe("the footnote command", () => {
  test("prints its help and exits with 0", async () => {
    const { code, stdout, stderr } = await run(["ask", "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Usage: footnote ask");
  });

  test("exits with 2 and one line on wrong usage", async () => {
    expect(await run(["ask", "--wat"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "footnote: unknown option '--wat'\n",
    });
  });

  test("exits with 2 when there is no question", async () => {
    expect(await run(["ask"])).toMatchObject({ code: 2, stdout: "" });
  });

  test("takes in the .env of its folder, and tells what is wrong in it", async () => {
    await writeFile(join(folder, ".env"), "FOOTNOTE_INDX=typo\nFOOTNOTE_EMBEDDING=word2vec\n");
    const { code, stdout, stderr } = await run(["ask", "how?"], { FOOTNOTE_EMBEDDING: "corpus" });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      "footnote: The configuration cannot be used:\n- FOOTNOTE_INDX is no key of ours: did you mean FOOTNOTE_INDEX?\n",
    );
  });

  test("ends quietly when nobody reads its results any more", async () => {
    const child = spawn(process.execPath, [CLI, "--help"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
    expect(await Promise.all([exit, text(child.stderr)])).toEqual([0, ""]);
  });

  test("tells an older Node what it needs, in one line", async () => {
    const pretend = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"20.1.0"}})';
    const { code, stdout, stderr } = await run(["--help"], {}, ["--import", pretend, "--import", PRELOAD]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^footnote: This is Node 20\.1\.0, and Footnote needs 24 or newer\..*\n$/);
  });
});
