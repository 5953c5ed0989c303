import { html, nothing, type TemplateResult } from "lit-html";
import type { APISelectMenuOption, APIStringSelectComponent } from "discord-api-types/v10";
import type { OpenMenu } from "../model/model.ts";
import type { Page } from "../model/page.ts";
import { icon } from "./icons.ts";

export interface MenuUse {
  /** What tells this menu from all others on the page. */
  readonly key: string;
  /** What is chosen already, in a form that keeps its values. */
  readonly values?: readonly string[];
  readonly labelledBy?: string;
  readonly onChosen: (values: readonly string[]) => void;
}

/** Of an open list, in pixels, as in the style sheet; and what it keeps from its button and from the edge. */
const MAX_LIST_PX = 320;
const GAP_PX = 8;

/** Discord's select menu: a button that opens a list whose options have descriptions. A `select` cannot show those. */
export function selectMenu(menu: APIStringSelectComponent, page: Page, use: MenuUse): TemplateResult {
  const { model } = page;
  const open = model.menu?.key === use.key ? model.menu : undefined;
  const isBusy = [...model.pending.values()].some((pending) => pending.component === use.key);
  const id = menuId(use);
  const preset = use.values ?? menu.options.filter((option) => option.default).map(({ value }) => value);
  const chosen = open ? [...open.chosen] : preset;
  const labels = menu.options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);

  return html`<div class="select ${open ? "open" : ""} ${isBusy ? "busy" : ""}">
    <button
      type="button"
      class="select-button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded=${open !== undefined}
      aria-controls=${id}
      aria-activedescendant=${open ? `${id}-${open.active}` : nothing}
      aria-label=${use.labelledBy ? nothing : (menu.placeholder ?? "Make a selection")}
      aria-labelledby=${use.labelledBy ?? nothing}
      ?disabled=${menu.disabled ?? false}
      aria-busy=${isBusy}
      data-control=${menu.custom_id}
      @click=${isBusy ? undefined : () => (open ? close(page, menu, use) : openMenu(page, menu, use, preset))}
      @keydown=${isBusy ? undefined : (event: KeyboardEvent) => handleKey(event, page, menu, use)}
      @blur=${() => close(page, menu, use)}
    >
      <span class=${labels.length > 0 ? "select-value" : "select-value placeholder"}
        >${labels.length > 0 ? labels.join(", ") : (menu.placeholder ?? "Make a selection")}</span
      >${icon("chevron")}
    </button>
    <div class="select-list" id=${id} role="listbox" aria-multiselectable=${isMultiple(menu)} ?hidden=${!open}>
      ${open ? menu.options.map((option, at) => drawOption(option, at, open, id, { choose: () => choose(page, menu, use, at), point: () => point(page, open, at) })) : ""}
    </div>
  </div>`;
}

function drawOption(
  { label, description, value, emoji }: APISelectMenuOption,
  at: number,
  open: OpenMenu,
  id: string,
  { choose: onChosen, point: onPointed }: { readonly choose: () => void; readonly point: () => void },
): TemplateResult {
  const isChosen = open.chosen.has(value);
  // The press keeps the focus on the button, which closes the list when it loses it.
  return html`<div
    class="option ${at === open.active ? "active" : ""}"
    id="${id}-${at}"
    role="option"
    aria-selected=${isChosen}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @pointermove=${onPointed}
    @click=${onChosen}
  >
    <span class="option-text"
      ><span class="option-label">${emoji?.name ? `${emoji.name} ` : ""}${label}</span>${
        description ? html`<span class="option-description">${description}</span>` : nothing
      }</span
    >
    <span class="option-check" aria-hidden="true">${isChosen ? "✓" : ""}</span>
  </div>`;
}

function openMenu(page: Page, menu: APIStringSelectComponent, use: MenuUse, chosen: readonly string[]): void {
  const active = Math.max(
    0,
    menu.options.findIndex(({ value }) => chosen.includes(value)),
  );
  placeList(use);
  page.model.menu = { key: use.key, active, chosen: new Set(chosen) };
  page.redraw();
  queueMicrotask(() => document.getElementById(menuId(use))?.scrollIntoView({ block: "nearest" }));
}

/** Opens it where there is room in the log, or else in the window: a list that made the log longer would move it. */
function placeList(use: MenuUse): void {
  const list = document.getElementById(menuId(use));
  const button = list?.previousElementSibling?.getBoundingClientRect();
  if (!list || !button) return;
  const around = (list.closest("[role=log]") ?? document.documentElement).getBoundingClientRect();
  const room = { above: button.top - around.top - GAP_PX, below: around.bottom - button.bottom - GAP_PX };
  const isAbove = room.below < MAX_LIST_PX && room.above > room.below;
  list.classList.toggle("above", isAbove);
  list.style.setProperty("--room", `${isAbove ? room.above : room.below}px`);
}

/** The pointer and the arrows move one mark. */
function point(page: Page, open: OpenMenu, at: number): void {
  if (open.active === at) return;
  open.active = at;
  page.redraw();
}

/** Several values are given when the list closes; one is given at once. */
function close(page: Page, menu: APIStringSelectComponent, use: MenuUse): void {
  const open = page.model.menu;
  if (open?.key !== use.key) return;
  page.model.menu = undefined;
  const count = open.chosen.size;
  const wasEmpty = !menu.options.some((option) => option.default);
  if (isMultiple(menu) && count >= (menu.min_values ?? 1) && !(count === 0 && wasEmpty)) use.onChosen([...open.chosen]);
  page.redraw();
}

function choose(page: Page, menu: APIStringSelectComponent, use: MenuUse, at: number): void {
  const open = page.model.menu;
  const value = menu.options[at]?.value;
  if (!open || value === undefined) return;
  open.active = at;
  if (!isMultiple(menu)) {
    page.model.menu = undefined;
    use.onChosen([value]);
  } else if (!open.chosen.delete(value) && open.chosen.size < (menu.max_values ?? 1)) open.chosen.add(value);
  page.redraw();
}

function handleKey(event: KeyboardEvent, page: Page, menu: APIStringSelectComponent, use: MenuUse): void {
  const open = page.model.menu?.key === use.key ? page.model.menu : undefined;
  const last = menu.options.length - 1;
  if (!open) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    openMenu(page, menu, use, use.values ?? []);
    return;
  }
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, open.active + 1),
    ArrowUp: Math.max(0, open.active - 1),
    Home: 0,
    End: last,
  };
  const moved = moves[event.key];
  if (moved !== undefined) open.active = moved;
  else if (event.key === "Enter" || event.key === " ") choose(page, menu, use, open.active);
  else if (event.key === "Escape") page.model.menu = undefined;
  else return;
  event.preventDefault();
  event.stopPropagation();
  page.redraw();
}

function menuId({ key }: MenuUse): string {
  return `menu-${key.replaceAll(/\W/g, "-")}`;
}

function isMultiple(menu: APIStringSelectComponent): boolean {
  return (menu.max_values ?? 1) > 1;
}
