import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalSubmissionComponent,
  type APITextInputComponent,
  ComponentType,
  type ModalSubmitComponent,
} from "discord-api-types/v10";
import { ImpossibleActionError, type ModalFields } from "./person.ts";

const TEXT_LIMIT = 4_000;

type Value = ModalFields[string];

/**
 * Fills a modal as a person does. What is left out is left as the modal has it.
 *
 * @throws {ImpossibleActionError} If Discord's app would not let a person submit this.
 */
export function fillModal(
  components: readonly APIModalInteractionResponseCallbackComponent[],
  fields: ModalFields,
): APIModalSubmissionComponent[] {
  const inputs = components.flatMap((component) => inputsOf(component));
  const unknown = Object.keys(fields).find((key) => inputs.every((input) => input.custom_id !== key));
  if (unknown !== undefined) throw new ImpossibleActionError(`The modal has no field "${unknown}".`);
  return components.map((component, index): APIModalSubmissionComponent => {
    const id = component.id ?? index + 1;
    if (component.type === ComponentType.TextDisplay) return { type: component.type, id };
    if (component.type === ComponentType.Label) {
      const filled = fillInput(component.component, fields[component.component.custom_id]);
      return { type: component.type, id, component: filled };
    }
    const filled = component.components.map((input) => fillText(input, fields[input.custom_id]));
    return { type: component.type, id, components: filled };
  });
}

function inputsOf(component: APIModalInteractionResponseCallbackComponent): readonly APIComponentInLabel[] {
  if (component.type === ComponentType.Label) return [component.component];
  return component.type === ComponentType.ActionRow ? component.components : [];
}

function fillInput(input: APIComponentInLabel, given: Value | undefined): ModalSubmitComponent {
  switch (input.type) {
    case ComponentType.TextInput:
      return fillText(input, given);
    case ComponentType.Checkbox:
      return {
        ...named(input),
        type: input.type,
        value: typeof given === "boolean" ? given : (input.default ?? false),
      };
    case ComponentType.RadioGroup: {
      const preset = input.options.find((option) => option.default)?.value;
      const value = given === undefined ? preset : String(given);
      if (value === undefined && input.required !== false) throw missing(input.custom_id);
      if (value !== undefined) checkOffered(input, [value], input.options);
      return { ...named(input), type: input.type, value: value ?? null };
    }
    case ComponentType.StringSelect:
    case ComponentType.CheckboxGroup: {
      const preset = input.options.filter((option) => option.default).map((option) => option.value);
      // Of a menu one takes one, of boxes as many as there are, where nothing else is said.
      const usual = input.type === ComponentType.CheckboxGroup ? input.options.length : 1;
      const values = chosen({ max_values: usual, ...input }, given ?? preset);
      checkOffered(input, values, input.options);
      return { ...named(input), type: input.type, values };
    }
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
    case ComponentType.FileUpload:
      return { ...named(input), type: input.type, values: chosen(input, given ?? []) };
  }
}

function fillText(
  input: APITextInputComponent,
  given: Value | undefined,
): Extract<ModalSubmitComponent, { type: ComponentType.TextInput }> {
  const value = given === undefined ? (input.value ?? "") : String(given);
  if (value === "" && input.required !== false) throw missing(input.custom_id);
  const isTooShort = value !== "" && value.length < (input.min_length ?? 0);
  if (isTooShort || value.length > (input.max_length ?? TEXT_LIMIT)) {
    throw new ImpossibleActionError(
      `The field "${input.custom_id}" does not take a text of ${value.length} characters.`,
    );
  }
  return { ...named(input), type: input.type, value };
}

/** The values of a menu, as many as it takes. */
function chosen(
  input: {
    readonly custom_id: string;
    readonly min_values?: number;
    readonly max_values?: number;
    readonly required?: boolean;
  },
  given: Value,
): string[] {
  const values = typeof given === "object" ? [...given] : [String(given)];
  if (values.length === 0 && input.required !== false) throw missing(input.custom_id);
  if (values.length > 0 && (values.length < (input.min_values ?? 1) || values.length > (input.max_values ?? 1))) {
    throw new ImpossibleActionError(`The field "${input.custom_id}" does not take ${values.length} values.`);
  }
  return values;
}

function checkOffered(
  input: { readonly custom_id: string },
  values: readonly string[],
  options: readonly { readonly value: string }[],
): void {
  const stranger = values.find((value) => options.every((option) => option.value !== value));
  if (stranger !== undefined) {
    throw new ImpossibleActionError(`The field "${input.custom_id}" has no option "${stranger}".`);
  }
}

function named(input: APIComponentInLabel): { custom_id: string; id: number } {
  return { custom_id: input.custom_id, id: input.id ?? 0 };
}

function missing(customId: string): ImpossibleActionError {
  return new ImpossibleActionError(`The field "${customId}" is required.`);
}
