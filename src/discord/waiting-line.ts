/** A place in the line. */
export interface Ticket {
  readonly personId: string;
  /** Begins its turn. */
  readonly call: () => void;
}

/** Who waits, in the order of their turns: people take turns, and each person's tickets go in the order in which they came. */
export class WaitingLine {
  /** By person, in the order in which their turns come. Nobody's list is empty. */
  readonly #people = new Map<string, Ticket[]>();
  #length = 0;

  /** Tickets of all people. */
  get length(): number {
    return this.#length;
  }

  add(ticket: Ticket): void {
    const tickets = this.#people.get(ticket.personId);
    if (tickets) tickets.push(ticket);
    else this.#people.set(ticket.personId, [ticket]);
    this.#length += 1;
  }

  /** Takes the next ticket out of the line. @returns Undefined if nobody waits. */
  take(): Ticket | undefined {
    for (const [personId, [ticket, ...others]] of this.#people) {
      this.#people.delete(personId);
      if (others.length > 0) this.#people.set(personId, others);
      this.#length -= 1;
      return ticket;
    }
    return undefined;
  }

  /** @returns Whether the ticket was still in the line. */
  remove(ticket: Ticket): boolean {
    const tickets = this.#people.get(ticket.personId) ?? [];
    const at = tickets.indexOf(ticket);
    if (at < 0) return false;
    tickets.splice(at, 1);
    if (tickets.length === 0) this.#people.delete(ticket.personId);
    this.#length -= 1;
    return true;
  }

  /** @returns 1 for the next ticket; undefined if it is not in the line. Somebody new may push it back. */
  placeOf(ticket: Ticket): number | undefined {
    const round = this.#people.get(ticket.personId)?.indexOf(ticket) ?? -1;
    if (round < 0) return undefined;
    let place = round + 1;
    let isBefore = true;
    for (const [personId, { length }] of this.#people) {
      if (personId === ticket.personId) isBefore = false;
      else place += Math.min(length, isBefore ? round + 1 : round);
    }
    return place;
  }
}
