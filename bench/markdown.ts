import type { Latency, Spread } from "./statistics.ts";

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const alignments = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, alignments, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The median, and the range where there is one. */
export function durations({ runs, median, lowest, highest }: Spread): string {
  return runs === 1
    ? `${milliseconds(median)} (1 run)`
    : `${milliseconds(median)} (${milliseconds(lowest)} to ${milliseconds(highest)})`;
}

export function percentiles({ p50, p95 }: Latency): string {
  return `${milliseconds(p50)} / ${milliseconds(p95)}`;
}

/** Of the medians. */
export function ratio(one: Latency, other: Latency): string {
  return (one.p50 / other.p50).toFixed(2);
}

export function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function megabytes(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} MB`;
}

export function count(value: number): string {
  return value.toLocaleString("en-US");
}
