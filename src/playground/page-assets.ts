import { readFile } from "node:fs/promises";
import { findPackageJSON, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";

/** A file as the browser gets it. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

const PAGE_FOLDER = join(import.meta.dirname, "page");

/** The files of the page and of its one library: no name can leave their folders. */
const PAGE_FILE = /^\/page\/((?:[a-z]+\/)?[a-z-]+\.(?:ts|css|svg))$/;
const LIBRARY_FILE = /^\/lib\/lit-html\/((?:directives\/)?[a-z-]+\.js)$/;

const TYPES = {
  ts: "text/javascript; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  html: "text/html; charset=utf-8",
} as const;

/** In the order in which they go before one another. */
const STYLES = ["colors", "layout", "message", "message-menu", "markup", "components", "composer", "explanation"];

/** Reads the page's files as they are on the disk: there is no build step, TypeScript loses its types on the way out. */
export class PageAssets {
  readonly #assets = new Map<string, Promise<Asset | undefined>>();

  /** @returns Undefined if there is no such file. */
  async find(path: string): Promise<Asset | undefined> {
    let asset = this.#assets.get(path);
    if (!asset) {
      asset = readAsset(path);
      const found = await asset;
      // Names that do not exist are not remembered: there is no end of them.
      if (found) this.#assets.set(path, asset);
    }
    return asset;
  }
}

async function readAsset(path: string): Promise<Asset | undefined> {
  if (path === "/page/styles.css") return readStyles();
  const file = locate(path);
  if (!file) return undefined;
  const source = await readIfThere(file);
  if (source === undefined) return undefined;
  const extension = file.slice(file.lastIndexOf(".") + 1) as keyof typeof TYPES;
  return { type: TYPES[extension], body: extension === "ts" ? toBrowserModule(source) : source };
}

/** As one: the page is not painted before the last of them is there, and the bot is starting meanwhile. */
async function readStyles(): Promise<Asset> {
  const sheets = await Promise.all(STYLES.map((name) => readFile(join(PAGE_FOLDER, "styles", `${name}.css`), "utf8")));
  return { type: TYPES.css, body: sheets.join("\n") };
}

function locate(path: string): string | undefined {
  if (path === "/") return join(PAGE_FOLDER, "index.html");
  const pageFile = PAGE_FILE.exec(path)?.[1];
  if (pageFile) return join(PAGE_FOLDER, pageFile);
  const libraryFile = LIBRARY_FILE.exec(path)?.[1];
  const library = libraryFile && findPackageJSON("lit-html", import.meta.url);
  return library && join(dirname(library), libraryFile);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** Browsers know no package names: the library's imports get their addresses. */
function toBrowserModule(source: string): string {
  return stripTypeScriptTypes(source)
    .replaceAll('from "lit-html"', 'from "/lib/lit-html/lit-html.js"')
    .replaceAll('from "lit-html/', 'from "/lib/lit-html/');
}
