import type { PersonAction } from "../../page-wire.ts";
import { applyEvent } from "./apply-event.ts";
import { Connection } from "./connection.ts";
import { createModel, type Model, type Pane, type Pending } from "./model.ts";

/** The page at work: its model, its line to the server, and the wish to be drawn again. */
export class Page {
  readonly model: Model = createModel();
  readonly #draw: () => void;
  #connection: Connection | undefined;
  #isDrawing = false;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** Draws what changed, once for all changes of one turn. */
  redraw(): void {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    queueMicrotask(() => {
      this.#isDrawing = false;
      this.#draw();
    });
  }

  /** Becomes a person, by name: another one sees other things. */
  become(person: string): void {
    const { model } = this;
    this.#connection?.close();
    Object.assign(model, {
      modal: undefined,
      pane: undefined,
      menu: undefined,
      replyTo: undefined,
      command: undefined,
      text: "",
    });
    model.suggestions = undefined;
    model.notes.length = 0;
    model.unread.clear();
    this.#connection = new Connection(
      person,
      (event) => {
        applyEvent(model, event);
        this.redraw();
      },
      () => {
        model.isConnected = false;
        this.redraw();
      },
    );
  }

  show(channelId: string): void {
    const { model } = this;
    model.channelId = channelId;
    model.unread.delete(channelId);
    Object.assign(model, { replyTo: undefined, menu: undefined, suggestions: undefined, isDrawerOpen: false });
    this.redraw();
  }

  /** Shows beside the channel how the answer in a message came about. */
  async explain(messageId: string): Promise<void> {
    this.#showPane({ kind: "explanation", messageId, explanation: undefined });
    const explanation = (await this.#connection?.explain(messageId)) ?? null;
    const { pane } = this.model;
    // By then the person may look at something else.
    if (pane?.kind === "explanation" && pane.messageId === messageId) this.#showPane({ ...pane, explanation });
  }

  closePane(): void {
    this.#showPane(undefined);
  }

  #showPane(pane: Pane | undefined): void {
    this.model.pane = pane;
    this.redraw();
  }

  /** Does something that the bot has to answer, and remembers that it waits. */
  async interact(action: PersonAction, pending: Pending): Promise<void> {
    const { model } = this;
    const result = await this.act(action);
    const { interactionId } = result ?? {};
    if (interactionId !== undefined && !model.settled.delete(interactionId)) model.pending.set(interactionId, pending);
    this.redraw();
  }

  /** @returns Undefined if it could not be done: the channel then says why. */
  async act(action: PersonAction): Promise<Awaited<ReturnType<Connection["act"]>> | undefined> {
    try {
      return await this.#connection?.act(action);
    } catch (error) {
      this.note(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** Says something to the person alone. */
  note(text: string): void {
    const { model } = this;
    model.notes.push({ id: crypto.randomUUID(), channelId: model.channelId, text });
    this.redraw();
  }
}
