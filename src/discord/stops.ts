/** An answer under way that its asker can stop. */
interface Stoppable {
  readonly personId: string;
  readonly controller: AbortController;
}

/** The answers under way, for the buttons that stop them. */
export class Stops {
  readonly #underWay = new Map<string, Stoppable>();

  /**
   * @param id What the button knows the answer by.
   * @param personId Who asked: nobody else may stop it.
   */
  open(id: string, personId: string, controller: AbortController): void {
    this.#underWay.set(id, { personId, controller });
  }

  close(id: string): void {
    this.#underWay.delete(id);
  }

  /** @param reason What is aborted with. @returns Whether the answer was stopped, and if not, why. */
  stop(id: string, personId: string, reason: Error): "stopped" | "not-theirs" | "over" {
    const stoppable = this.#underWay.get(id);
    if (stoppable === undefined) return "over";
    if (stoppable.personId !== personId) return "not-theirs";
    this.close(id);
    stoppable.controller.abort(reason);
    return "stopped";
  }
}
