import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diskFiles } from "../../src/adapters/files.ts";
import type { App } from "../../src/app.ts";
import { compose } from "../../src/compose.ts";
import { readConfig } from "../../src/config.ts";
import { formatManifest, type Manifest, parseManifest, sha256 } from "../../src/indexing/manifest.ts";
import { openIndex, type OpenedIndex } from "../../src/indexing/open-index.ts";
import type { IndexOptions, IndexSummary, OpenOptions, Workbench } from "../../src/workbench.ts";
import { tempFolder } from "./index-temp-folder.ts";
import { catalogueOf, PAPERS } from "./papers.ts";

type Environment = Readonly<Record<string, string>>;

/** The product in a folder of its own, which goes when the test ends. Every call composes it anew, as a new process does. */
export class World {
  readonly folder = tempFolder();
  /** The folder of the configured corpus. */
  readonly corpus = join(this.folder, "corpus");
  readonly index = join(this.folder, "index");
  readonly #env: Environment;

  /** @param catalogue What the corpus holds. Defaults to the invented papers. */
  constructor(catalogue: string = catalogueOf(PAPERS), env: Environment = {}) {
    this.#env = env;
    mkdirSync(this.corpus);
    this.write("catalogue.jsonl", catalogue);
  }

  /** @returns The path of the source written. */
  write(name: string, text: string): string {
    const path = join(this.corpus, name);
    writeFileSync(path, text);
    return path;
  }

  removeIndex(): void {
    rmSync(this.index, { recursive: true });
  }

  workbench(env: Environment = {}): Workbench {
    const places = {
      FOOTNOTE_CORPUS: this.corpus,
      FOOTNOTE_INDEX: this.index,
      FOOTNOTE_DATA: join(this.folder, "data"),
    };
    return compose(readConfig({ ...places, ...this.#env, ...env }));
  }

  build(options: Partial<IndexOptions> = {}, env: Environment = {}): Promise<IndexSummary> {
    return this.workbench(env).index({ paths: [], strict: false, force: false, ...options });
  }

  /** @returns The App, and what was told while it opened. */
  async open(options: Partial<OpenOptions> = {}, env: Environment = {}): Promise<{ app: App; notices: string[] }> {
    const notices: string[] = [];
    const app = await this.workbench(env).open({ paths: [], onNotice: (text) => notices.push(text), ...options });
    return { app, notices };
  }

  /** @returns What lies on the disk now. */
  async opened(): Promise<OpenedIndex> {
    const opened = await openIndex(this.index, diskFiles);
    if (opened === undefined) throw new Error(`There is no index in ${this.index}`);
    return opened;
  }

  /** Changes the manifest and seals it again, with the hashes that the files have by now. */
  forgeManifest(change: Partial<Manifest> = {}): void {
    const path = join(this.index, "manifest.json");
    const manifest = parseManifest(readFileSync(path), path);
    const files = Object.keys(manifest.files).map((name) => {
      const bytes = readFileSync(join(this.index, manifest.generation, name));
      return [name, sha256(bytes)] as const;
    });
    writeFileSync(path, formatManifest({ ...manifest, files: Object.fromEntries(files), ...change }));
  }
}
