/** Too much waits already. Nobody's fault, and soon over. */
export class QueueFullError extends Error {
  /** Who has too much under way: the person, or all people together. */
  readonly reason: "person" | "all";

  constructor(reason: "person" | "all") {
    super(reason === "person" ? "This person has too many questions under way" : "Too many questions are waiting");
    this.name = "QueueFullError";
    this.reason = reason;
  }
}
