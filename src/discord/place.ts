import type { MessagePage } from "./render/message-page.ts";

/** A message of ours that is there. */
export interface Sent {
  readonly id: string;
  change(page: MessagePage): Promise<unknown>;
  remove(): Promise<unknown>;
}

/** Where an answer is to be read. */
export interface Place {
  /** Whether a thread can begin with what is sent there. Absent: no. */
  readonly holdsThreads?: boolean;
  /** How many messages an answer may have there. Absent: as many as it needs. */
  readonly room?: number;
  /** Sends what answers: the reply, or what was deferred. Once more, it sends another. */
  first(page: MessagePage): Promise<Sent>;
  /** Sends what goes on from there. */
  next(page: MessagePage): Promise<Sent>;
}

/**
 * Sends pages in order.
 *
 * @param first How the first of them gets there. Defaults to sending it.
 * @returns The ids of what was sent.
 */
export async function sendPages(
  place: Place,
  pages: readonly MessagePage[],
  first: (page: MessagePage) => Promise<Sent> = (page) => place.first(page),
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const page of pages) {
    const sent = ids.length === 0 ? await first(page) : await place.next(page);
    ids.push(sent.id);
  }
  return ids;
}
