// Preloaded into a process whose memory is measured: tells the most that it ever held, in MB, on its fourth descriptor.
import { readFileSync, writeSync } from "node:fs";

const DESCRIPTOR = 3;

process.once("exit", () => writeSync(DESCRIPTOR, String(peakMegabytes())));

/** On Linux by /proc, for the resource usage of a process there begins with what its parent held when it forked. */
function peakMegabytes(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const kilobytes = /VmHWM:\s*(\d+) kB/.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return (Number(kilobytes) * 1024) / 1e6;
}
