/** A limit of time that ends what listens to its signal. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Takes the limit away. */
  lift(): void;
}

/**
 * Starts a limit of time.
 *
 * @param milliseconds Until the signal is aborted.
 * @param reason What the signal is aborted with.
 */
export function startTimeLimit(milliseconds: number, reason: Error): TimeLimit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(reason), milliseconds);
  return { signal: controller.signal, lift: () => clearTimeout(timer) };
}
