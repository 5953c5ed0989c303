/** What a log's channel is written with: text, or the option of a command. */
const WRITING = ".composer textarea, .option-field.focused input";

/**
 * Called before the page is drawn.
 *
 * @returns What to call afterwards: what had the focus in a log keeps it, or hands it to what is nearest to it.
 */
export function keepFocus(): () => void {
  const { activeElement: focused } = document;
  const log = focused?.closest<HTMLElement>("[role=log]");
  if (!(focused instanceof HTMLElement) || !log) return () => undefined;
  const message = focused.closest<HTMLElement>(".message");
  const messages = [...log.querySelectorAll<HTMLElement>(".message")];
  const at = message ? messages.indexOf(message) : messages.length;
  const near = [message, messages[at + 1], messages[at - 1]];
  return () => {
    const { activeElement: now } = document;
    const isLost = now === document.body || now === null || now === focused;
    if (!isLost || !log.isConnected || (now === focused && !isDisabled(focused))) return;
    const next = sameControl(focused, message) ?? near.find((each) => each?.isConnected) ?? writingIn(log);
    next.focus({ preventScroll: next !== focused });
  };
}

/** Itself; its enabled neighbour where it is disabled; or what took its place under the same name. */
function sameControl(focused: HTMLElement, message: HTMLElement | null): HTMLElement | undefined {
  if (focused.isConnected && !isDisabled(focused)) return focused;
  const { control } = focused.dataset;
  if (focused.isConnected) return enabledIn(focused.closest(".action-row")).at(0);
  return enabledIn(message).find((each) => control !== undefined && each.dataset["control"] === control);
}

function enabledIn(element: Element | null): readonly HTMLElement[] {
  return [...(element?.querySelectorAll<HTMLElement>("button[data-control]:enabled") ?? [])];
}

function isDisabled(element: HTMLElement): boolean {
  return element.matches(":disabled");
}

/** On a touch screen the field would bring up the keyboard. */
function writingIn(log: HTMLElement): HTMLElement {
  const field = log.parentElement?.querySelector<HTMLElement>(WRITING);
  return field && matchMedia("(pointer: fine)").matches ? field : log;
}
