import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { PAPERS, type SaverName, SAVERS } from "./crash-savers.ts";

/** What a reader found after a kill. */
export type Outcome = "whole" | "unreadable" | "papers lost";

/** A kill falls at random into this time after the child begins, in milliseconds: several saves long. */
const SPREAD_MS = 150;

/** Lets a child process save into a folder that holds an index, kills it at a random moment, and reads the folder back. */
export async function killWhileSaving(name: SaverName, folder: string): Promise<Outcome> {
  const child = fork(new URL("crash-child.ts", import.meta.url), [name, folder]);
  const exit = once(child, "exit");
  await Promise.race([once(child, "message"), exit]);
  await sleep(Math.random() * SPREAD_MS);
  child.kill("SIGKILL");
  await exit;
  if (child.signalCode !== "SIGKILL") throw new Error("The child that saves ended by itself.");
  try {
    return (await SAVERS[name].count(folder)) === PAPERS ? "whole" : "papers lost";
  } catch {
    return "unreadable";
  }
}
