import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainRefusal } from "../../../src/adapters/files-refusal.ts";
import { diskFiles } from "../../../src/adapters/files.ts";
import { IndexCorruptError, IndexUnwritableError } from "../../../src/domain/errors.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";

describe("diskFiles", () => {
  it("write() leaves the old bytes and nothing else when it fails", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "a"), "old");
    // A folder where the unfinished file would go.
    mkdirSync(join(folder, "a.tmp"));
    await expect(diskFiles.write(join(folder, "a"), Uint8Array.of(1))).rejects.toThrow(IndexUnwritableError);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("old");
  });

  it("write() removes its unfinished file when it cannot put it in place", async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, "a", "full"), { recursive: true });
    const writing = diskFiles.write(join(folder, "a"), Uint8Array.of(1));
    await expect(writing).rejects.toThrow(/a cannot be written: .+ \(E\w+\)\. Mend that, or choose another folder/);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("makeFolder() says that a file is in the way", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "a"), "file");
    await expect(diskFiles.makeFolder(join(folder, "a", "b"))).rejects.toThrow(
      "cannot be written: a file is where a folder should be (ENOTDIR)",
    );
  });

  it("read() says why it cannot read what is there", async () => {
    await expect(diskFiles.read(tempFolder())).rejects.toThrow(IndexCorruptError);
  });
});

describe("explainRefusal()", () => {
  it.each([
    ["EACCES", "permission is denied (EACCES)"],
    ["EROFS", "the disk is read-only (EROFS)"],
    ["ENOSPC", "the disk is full (ENOSPC)"],
    ["EDQUOT", "the disk quota is used up (EDQUOT)"],
    ["EUNHEARD", "EUNHEARD"],
  ])("explains %s", (code, reason) => {
    expect(explainRefusal(Object.assign(new Error("no"), { code }))).toBe(reason);
  });

  it("leaves bugs alone", () => {
    expect(explainRefusal(new TypeError("bug"))).toBeUndefined();
    expect(explainRefusal("text")).toBeUndefined();
  });
});
