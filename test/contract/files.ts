import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Files } from "../../src/domain/ports.ts";

const ONE = Uint8Array.of(1);
const TWO = Uint8Array.of(2, 2);

/**
 * What every implementation of the port keeps.
 *
 * @param open Gives the files and an empty folder.
 */
export function testFiles(name: string, open: () => { files: Files; folder: string }): void {
  describe(`${name} as files`, () => {
    it("read() gives back what write() was given", async () => {
      const { files, folder } = open();
      await files.write(join(folder, "a"), ONE);
      expect(Uint8Array.from((await files.read(join(folder, "a"))) ?? [])).toEqual(ONE);
    });

    it("write() replaces what is there", async () => {
      const { files, folder } = open();
      await files.write(join(folder, "a"), ONE);
      await files.write(join(folder, "a"), TWO);
      expect(Uint8Array.from((await files.read(join(folder, "a"))) ?? [])).toEqual(TWO);
      expect(await files.list(folder)).toEqual([{ name: "a", isFolder: false }]);
    });

    it("read() and list() take what is not there for nothing", async () => {
      const { files, folder } = open();
      expect(await files.read(join(folder, "a"))).toBeUndefined();
      expect(await files.list(join(folder, "b"))).toEqual([]);
      expect(await files.exists(join(folder, "a"))).toBe(false);
    });

    it("makeFolder() makes parents, and may be repeated", async () => {
      const { files, folder } = open();
      await files.makeFolder(join(folder, "a", "b", "c"));
      await files.makeFolder(join(folder, "a", "b", "c"));
      expect(await files.exists(join(folder, "a", "b", "c"))).toBe(true);
      expect(await files.list(folder)).toEqual([{ name: "a", isFolder: true }]);
    });

    it("list() sorts by name", async () => {
      const { files, folder } = open();
      for (const file of ["b", "a", "C"]) await files.write(join(folder, file), ONE);
      expect((await files.list(folder)).map((entry) => entry.name)).toEqual(["C", "a", "b"]);
    });

    it("remove() takes a file, a full folder, or nothing", async () => {
      const { files, folder } = open();
      await files.makeFolder(join(folder, "a", "b"));
      await files.write(join(folder, "a", "b", "c"), ONE);
      await files.write(join(folder, "d"), ONE);
      for (const path of ["a", "d", "e"]) await files.remove(join(folder, path));
      expect(await files.list(folder)).toEqual([]);
    });
  });
}
