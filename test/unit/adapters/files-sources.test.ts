import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSources } from "../../../src/adapters/files-sources.ts";
import { CorpusUnreadableError } from "../../../src/domain/errors.ts";
import { tempFolder } from "../../support/index-temp-folder.ts";

function makeFolder(names: readonly string[]): string {
  const folder = tempFolder();
  for (const name of names) writeFileSync(join(folder, name), `bytes of ${name}`);
  return folder;
}

const read = async (...paths: string[]) =>
  (await readSources(paths)).map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);

describe("readSources()", () => {
  it("reads a file, whatever its name", async () => {
    const folder = makeFolder(["saved.html"]);
    expect(await read(join(folder, "saved.html"))).toEqual([[join(folder, "saved.html"), "bytes of saved.html"]]);
  });

  it("takes a folder for its .txt and .jsonl files, sorted", async () => {
    const folder = makeFolder(["c.jsonl", "a.txt", "B.TXT", ".hidden.txt", "notes.md", "txt"]);
    mkdirSync(join(folder, "inner.txt"));
    const names = ["B.TXT", "a.txt", "c.jsonl"];
    expect((await read(folder)).map(([path]) => path)).toEqual(names.map((name) => join(folder, name)));
  });

  it("reads each file once, where it is first named", async () => {
    const folder = makeFolder(["a.txt", "b.txt"]);
    const [a, b] = [join(folder, "a.txt"), join(folder, "b.txt")];
    expect((await read(b, folder, `${folder}/./a.txt`)).map(([path]) => path)).toEqual([b, a]);
  });

  it("says that a path is not there", async () => {
    const path = join(tempFolder(), "nowhere.txt");
    await expect(readSources([path])).rejects.toThrow(CorpusUnreadableError);
    await expect(readSources([path])).rejects.toThrow(`${path} cannot be read: there is no such file or folder`);
  });

  it("says that a folder holds nothing to read", async () => {
    const folder = makeFolder(["notes.md"]);
    await expect(readSources([folder])).rejects.toThrow(`The folder ${folder} holds no .txt and no .jsonl file.`);
  });

  it("says that a link leads nowhere", async () => {
    const folder = tempFolder();
    symlinkSync(join(folder, "gone"), join(folder, "link.txt"));
    await expect(readSources([folder])).rejects.toThrow("link.txt cannot be read: there is no such file");
  });
});
