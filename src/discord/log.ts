/** Where the bot tells its owner what goes on. One call, one line for people; details come apart. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
  error(text: string, error: unknown): void;
}
