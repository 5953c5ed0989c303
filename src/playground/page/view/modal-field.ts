import { html, nothing, type TemplateResult } from "lit-html";
import type { APILabelComponent, APIStringSelectComponent, APITextInputComponent } from "discord-api-types/v10";
import { COMPONENT, TEXT_INPUT_PARAGRAPH } from "../model/discord-numbers.ts";
import type { Page } from "../model/page.ts";
import { selectMenu } from "./select-menu.ts";

/** A label with its input. */
export function modalField({ label, description, component }: APILabelComponent, page: Page): TemplateResult {
  if (component.type === COMPONENT.textInput) return textField(component, label, description);
  if (component.type === COMPONENT.stringSelect) return selectField(component, label, description, page);
  return html`<p class="unknown">${label}: this page does not draw this kind of input yet.</p>`;
}

function textField(input: APITextInputComponent, label: string, description: string | undefined): TemplateResult {
  const id = `field-${input.custom_id.replaceAll(/\W/g, "-")}`;
  const isRequired = input.required ?? true;
  const least = input.min_length ?? 0;
  const most = input.max_length ?? 4000;
  const described = description ? `${id}-description` : nothing;
  return html`<div class="field">
    <label for=${id}>${label}${isRequired ? html`<span class="required" aria-hidden="true">*</span>` : nothing}</label>
    ${description ? html`<p id="${id}-description">${description}</p>` : nothing}
    ${
      input.style === TEXT_INPUT_PARAGRAPH
        ? html`<textarea
            id=${id}
            data-field=${input.custom_id}
            autofocus
            rows="4"
            ?required=${isRequired}
            minlength=${least}
            maxlength=${most}
            placeholder=${input.placeholder ?? ""}
            aria-describedby=${described}
            .defaultValue=${input.value ?? ""}
          ></textarea>`
        : html`<input
            id=${id}
            data-field=${input.custom_id}
            autofocus
            ?required=${isRequired}
            minlength=${least}
            maxlength=${most}
            placeholder=${input.placeholder ?? ""}
            aria-describedby=${described}
            autocomplete="off"
            .defaultValue=${input.value ?? ""}
          />`
    }
  </div>`;
}

function selectField(
  menu: APIStringSelectComponent,
  label: string,
  description: string | undefined,
  page: Page,
): TemplateResult {
  const id = `field-${menu.custom_id.replaceAll(/\W/g, "-")}`;
  const { modal, modalChoices } = page.model;
  const key = `${modal?.interactionId ?? ""}/${menu.custom_id}`;
  const preset = menu.options.filter((option) => option.default).map(({ value }) => value);
  const values = modalChoices.get(key) ?? preset;
  return html`<div class="field" data-field=${menu.custom_id} data-values=${JSON.stringify(values)}>
    <span class="field-label" id=${id}>${label}</span>
    ${description ? html`<p>${description}</p>` : nothing}
    ${selectMenu(menu, page, {
      key,
      values,
      labelledBy: id,
      onChosen: (chosen) => {
        modalChoices.set(key, chosen);
        page.redraw();
      },
    })}
  </div>`;
}
