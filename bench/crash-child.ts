import { argv } from "node:process";
import { isSaverName, SAVERS } from "./crash-savers.ts";

// Says that it begins, and saves until it is killed.
const [, , name, folder = ""] = argv;
if (!isSaverName(name)) throw new Error(`Unknown saver ${name}`);
process.send?.("begins");
for (let round = Math.floor(Math.random() * 1e6); ; round += 1) {
  await SAVERS[name].save(folder, round);
}
