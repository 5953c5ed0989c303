import type { APIMessage } from "discord-api-types/v10";
import type { ActionResult, PersonAction } from "../../page-wire.ts";
import { applyEvent } from "./apply-event.ts";
import { channelOf } from "./channel-of.ts";
import { Connection } from "./connection.ts";
import { draftIn, hideOtherSuggestions, takeUpDrafts } from "./draft.ts";
import { focusComposer } from "./focus-soon.ts";
import { createModel, type Model, type Pane, type Pending } from "./model.ts";

/** The page at work: its model, its line to the server, and the wish to be drawn again. */
export class Page {
  readonly model: Model = createModel();
  readonly #draw: () => void;
  #connection: Connection | undefined;
  #isDrawing = false;
  /** Had the focus when the pane opened. */
  #paneOpener: Element | null = null;

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
    // Until the server shows what that person sees, nobody sits here: nothing of the one before is sent in another's name.
    Object.assign(model, { me: undefined, modal: undefined, pane: undefined, menu: undefined, messageMenu: undefined });
    const id = model.people.find(({ username }) => username === person)?.id;
    if (id !== undefined) takeUpDrafts(model, id);
    model.notes.length = 0;
    model.unread.clear();
    this.#connection = new Connection(
      person,
      (event) => {
        applyEvent(model, event);
        this.redraw();
      },
      (isEnded) => {
        Object.assign(model, { isConnected: false, isEnded });
        this.redraw();
      },
    );
  }

  /** Shows a channel, or a thread as one, in full width. */
  show(channelId: string): void {
    const { model } = this;
    hideOtherSuggestions(model, channelId);
    Object.assign(model, { channelId, pane: undefined, menu: undefined, isDrawerOpen: false });
    model.unread.delete(channelId);
    this.redraw();
  }

  /** Shows a thread beside its channel. */
  openThread(channelId: string): void {
    const { model } = this;
    const thread = model.channels.get(channelId);
    const parentId = thread && "parent_id" in thread ? thread.parent_id : undefined;
    if (parentId && parentId !== model.channelId) this.show(parentId);
    model.unread.delete(channelId);
    this.#openPane({ kind: "thread", channelId });
  }

  /** Begins a reply to a message, in the composer of its channel. */
  reply(message: APIMessage): void {
    const { model } = this;
    draftIn(model, message.channel_id).replyTo = { message, ping: message.author.id !== model.me?.id };
    focusComposer(this, message.channel_id);
  }

  /** Shows beside the channel how the answer in a message came about. */
  async explain(messageId: string): Promise<void> {
    const { pane: before } = this.model;
    const over = before?.kind === "thread" ? before.channelId : before?.over;
    const opened = { kind: "explanation", messageId, ...(over !== undefined && { over }) } as const;
    this.#openPane({ ...opened, explanation: undefined });
    const explanation = (await this.#unlessRefused((server) => server.explain(messageId))) ?? null;
    const { pane } = this.model;
    // By then the person may look at something else.
    if (pane?.kind !== "explanation" || pane.messageId !== messageId) return;
    this.model.pane = { ...opened, explanation };
    this.redraw();
  }

  /** Closes what stands beside the channel, and gives the focus back to what opened it. */
  closePane(): void {
    const { model } = this;
    const { pane } = model;
    const over = pane?.kind === "explanation" ? pane.over : undefined;
    model.pane = undefined;
    if (over !== undefined && model.channels.has(over)) {
      this.openThread(over);
      return;
    }
    this.redraw();
    queueMicrotask(() => {
      const opener = this.#paneOpener;
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
      else focusComposer(this, model.channelId);
    });
  }

  #openPane(pane: Pane): void {
    this.#paneOpener = document.activeElement;
    this.model.pane = pane;
    this.redraw();
  }

  /**
   * Does something that the bot has to answer, and remembers that it waits.
   *
   * @returns False if it could not be done.
   */
  async interact(action: PersonAction, pending: Pending, tell?: (reason: string) => void): Promise<boolean> {
    const { model } = this;
    const result = await this.act(action, pending.channelId, tell);
    const { interactionId } = result ?? {};
    if (interactionId !== undefined && !model.settled.delete(interactionId)) model.pending.set(interactionId, pending);
    this.redraw();
    return result !== undefined;
  }

  /**
   * @param tell Hears why it could not be done. Defaults to a note in the channel.
   * @returns Undefined if it could not be done.
   */
  async act(
    action: PersonAction,
    channelId = channelOf(this.model, action),
    tell = (reason: string): void => this.note(reason, channelId),
  ): Promise<ActionResult | undefined> {
    return this.#unlessRefused((server) => server.act(action), tell);
  }

  async #unlessRefused<Result>(
    request: (server: Connection) => Promise<Result>,
    tell = (reason: string): void => this.note(reason),
  ): Promise<Result | undefined> {
    try {
      return this.#connection && (await request(this.#connection));
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** Says something to the person alone, in the channel where it happened. */
  note(text: string, channelId = this.model.channelId): void {
    this.model.notes.push({ id: crypto.randomUUID(), channelId, text });
    this.redraw();
  }
}
