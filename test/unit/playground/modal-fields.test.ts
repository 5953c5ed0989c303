import {
  type APIModalInteractionResponseCallbackComponent,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { fillModal } from "../../../src/playground/modal-fields.ts";
import type { ModalFields } from "../../../src/playground/person.ts";

const OPTIONS = [
  { label: "One", value: "1" },
  { label: "Two", value: "2", default: true },
];
const label = (
  component: Extract<APIModalInteractionResponseCallbackComponent, { type: ComponentType.Label }>["component"],
): APIModalInteractionResponseCallbackComponent => ({ type: ComponentType.Label, label: "L", component });
const FORM: readonly APIModalInteractionResponseCallbackComponent[] = [
  { type: ComponentType.TextDisplay, content: "Hello" },
  label({ type: ComponentType.TextInput, custom_id: "text", style: TextInputStyle.Short, max_length: 5 }),
  label({ type: ComponentType.StringSelect, custom_id: "menu", options: OPTIONS }),
  label({ type: ComponentType.RadioGroup, custom_id: "radio", options: OPTIONS }),
  label({ type: ComponentType.CheckboxGroup, custom_id: "boxes", options: OPTIONS, required: false }),
  label({ type: ComponentType.Checkbox, custom_id: "box" }),
];

describe("fillModal()", () => {
  it("sends what was entered, and the presets of the rest", () => {
    const filled = fillModal(FORM, { text: "hello", boxes: ["1", "2"], box: true });
    expect(filled.slice(1)).toMatchObject([
      { component: { custom_id: "text", value: "hello" } },
      { component: { custom_id: "menu", values: ["2"] } },
      { component: { custom_id: "radio", value: "2" } },
      { component: { custom_id: "boxes", values: ["1", "2"] } },
      { component: { custom_id: "box", value: true } },
    ]);
    expect(filled[0]).toEqual({ type: ComponentType.TextDisplay, id: 1 });
  });

  it.each<[ModalFields, string]>([
    [{}, '"text" is required'],
    [{ text: "far too long" }, "12 characters"],
    [{ text: "x", menu: "3" }, 'no option "3"'],
    [{ text: "x", menu: ["1", "2"] }, "2 values"],
    [{ text: "x", radio: "3" }, 'no option "3"'],
    [{ text: "x", other: "x" }, 'no field "other"'],
  ])("lets nobody submit %o", (fields, reason) => {
    expect(() => fillModal(FORM, fields)).toThrow(reason);
  });
});
