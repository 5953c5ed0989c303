import { ButtonStyle, ComponentType, type APISelectMenuOption } from "discord-api-types/v10";
import { type LooseComponent, walk } from "./components.ts";
import { badCount, tooLong } from "./embed-rules.ts";
import type { FormFault } from "./rest-error.ts";

/** @see https://docs.discord.com/developers/components/reference */
const LIMITS = {
  rows: 5,
  buttons: 5,
  options: 25,
  customId: 100,
  buttonLabel: 80,
  optionText: 100,
  placeholder: 150,
  componentsInAll: 40,
  textInAll: 4_000,
  modalTitle: 45,
  modalRows: 5,
  label: 45,
  labelDescription: 100,
};

/** A component with what these rules look at. */
interface CheckedComponent extends LooseComponent {
  readonly style?: number;
  readonly label?: string;
  readonly emoji?: object;
  readonly url?: string;
  readonly sku_id?: string;
  readonly placeholder?: string;
  readonly description?: string;
  readonly options?: readonly APISelectMenuOption[];
}

const SELECTS: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** What Discord would not take of the components of one message. */
export function componentFaults(components: readonly LooseComponent[], isV2: boolean): FormFault[] {
  return [...(isV2 ? v2Faults(components) : rowFaults(components)), ...treeFaults(components)];
}

/** What Discord would not take of a modal. */
export function modalFaults(modal: {
  readonly title?: string;
  readonly custom_id?: string;
  readonly components?: readonly LooseComponent[];
}): FormFault[] {
  const components = (modal.components ?? []) as readonly CheckedComponent[];
  return [
    ...badCount(["data", "title"], modal.title?.length ?? 0, 1, LIMITS.modalTitle),
    ...badCount(["data", "custom_id"], modal.custom_id?.length ?? 0, 1, LIMITS.customId),
    ...badCount(["data", "components"], components.length, 1, LIMITS.modalRows),
    ...components.flatMap((component, index) => {
      if (component.type !== ComponentType.Label) return [];
      const path = ["data", "components", index];
      return [
        ...badCount([...path, "label"], component.label?.length ?? 0, 1, LIMITS.label),
        ...tooLong([...path, "description"], component.description, LIMITS.labelDescription),
      ];
    }),
    ...treeFaults(components),
  ];
}

function v2Faults(components: readonly LooseComponent[]): FormFault[] {
  const all = [...walk(components)];
  const text = all.reduce(
    (sum, component) => sum + (component.type === ComponentType.TextDisplay ? (component.content?.length ?? 0) : 0),
    0,
  );
  const tooMuchText: FormFault = {
    path: ["components"],
    code: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    message: `The total size of displayable text exceeds the maximum of ${LIMITS.textInAll}`,
  };
  return [
    ...badCount(["components"], all.length, 0, LIMITS.componentsInAll),
    ...(text > LIMITS.textInAll ? [tooMuchText] : []),
    ...all.flatMap((component) => {
      const isEmpty = component.type === ComponentType.TextDisplay && !component.content?.trim();
      return isEmpty ? [required(["components"], "A text display needs content")] : [];
    }),
  ];
}

function rowFaults(rows: readonly LooseComponent[]): FormFault[] {
  return [
    ...badCount(["components"], rows.length, 0, LIMITS.rows),
    ...rows.flatMap((row, index): FormFault[] =>
      row.type === ComponentType.ActionRow
        ? []
        : [
            {
              path: ["components", index, "type"],
              code: "UNION_TYPE_CHOICES",
              message: 'Value of field "type" must be one of (1,).',
            },
          ],
    ),
  ];
}

function treeFaults(components: readonly LooseComponent[]): FormFault[] {
  const all = [...walk(components)] as CheckedComponent[];
  const seen = new Set<string>();
  return all.flatMap((component): FormFault[] => {
    const faults = faultsOfOne(component);
    const { custom_id: id } = component;
    if (id === undefined) return faults;
    faults.push(...badCount(["components", "custom_id"], id.length, 1, LIMITS.customId));
    if (seen.has(id)) {
      const message = "Component custom id cannot be duplicated";
      faults.push({ path: ["components"], code: "COMPONENT_CUSTOM_ID_DUPLICATED", message });
    }
    seen.add(id);
    return faults;
  });
}

function faultsOfOne(component: CheckedComponent): FormFault[] {
  const path = ["components"];
  if (component.type === ComponentType.ActionRow) {
    const children = component.components ?? [];
    const hasSelect = children.some((child) => SELECTS.has(child.type));
    return badCount([...path, "components"], children.length, 1, hasSelect ? 1 : LIMITS.buttons);
  }
  if (component.type === ComponentType.Button) return buttonFaults(component);
  if (!SELECTS.has(component.type)) return [];
  const options = component.options ?? [];
  const values = options.map((option) => option.value);
  return [
    ...(component.custom_id ? [] : [required([...path, "custom_id"])]),
    ...tooLong([...path, "placeholder"], component.placeholder, LIMITS.placeholder),
    ...(component.type === ComponentType.StringSelect
      ? badCount([...path, "options"], options.length, 1, LIMITS.options)
      : []),
    ...options.flatMap((option, index) => [
      ...badCount([...path, "options", index, "label"], option.label.length, 1, LIMITS.optionText),
      ...badCount([...path, "options", index, "value"], option.value.length, 1, LIMITS.optionText),
      ...tooLong([...path, "options", index, "description"], option.description, LIMITS.optionText),
    ]),
    ...(new Set(values).size === values.length
      ? []
      : [
          {
            path,
            code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            message: "The specified option value is already used",
          },
        ]),
  ];
}

function buttonFaults(button: CheckedComponent): FormFault[] {
  const path = ["components"];
  const isLink = button.style === ButtonStyle.Link;
  const isPremium = button.style === ButtonStyle.Premium;
  const isNamed = Boolean(button.label) || button.emoji !== undefined;
  return [
    ...tooLong([...path, "label"], button.label, LIMITS.buttonLabel),
    ...(isLink || isPremium || button.custom_id ? [] : [required([...path, "custom_id"], "A custom id is required")]),
    ...(isLink && !button.url ? [required([...path, "url"], "A url is required")] : []),
    ...(isPremium || isNamed ? [] : [required([...path, "label"], "A label or an emoji is required")]),
  ];
}

function required(path: FormFault["path"], message = "This field is required"): FormFault {
  return { path, code: "BASE_TYPE_REQUIRED", message };
}
