import { describe, expect, it } from "vitest";
import { SAVERS } from "../../bench/crash-savers.ts";
import { killWhileSaving } from "../../bench/crash-trial.ts";
import { tempFolder } from "../support/index-temp-folder.ts";

describe("a process that builds the index", () => {
  it("may be killed at any moment: every paper is there, and the next process gets the lock", async () => {
    const folder = tempFolder();
    await SAVERS["Footnote's index"].save(folder, 0);
    for (let kill = 0; kill < 6; kill += 1) expect(await killWhileSaving("Footnote's index", folder)).toBe("whole");
  });
});
