import { diskFiles } from "../../src/adapters/files.ts";
import { FailingFiles } from "../support/index-failing-files.ts";
import { tempFolder } from "../support/index-temp-folder.ts";
import { testFiles } from "./files.ts";

testFiles("diskFiles", () => ({ files: diskFiles, folder: tempFolder() }));
testFiles("FailingFiles that never fail", () => ({
  files: new FailingFiles({ failAt: Infinity, failure: new Error("never"), dies: true }),
  folder: tempFolder(),
}));
