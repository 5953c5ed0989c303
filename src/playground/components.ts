import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  type APISelectMenuComponent,
  ComponentType,
} from "discord-api-types/v10";

/** Any component of a message or a modal, as loosely as the wire has it: what is needed to walk through a tree. */
export interface LooseComponent {
  readonly type: ComponentType;
  readonly id?: number;
  readonly custom_id?: string;
  readonly content?: string;
  readonly components?: readonly LooseComponent[];
  readonly accessory?: LooseComponent;
  readonly component?: LooseComponent;
}

/** A component and everything in it, outside first. */
export function* walk(components: readonly LooseComponent[]): Generator<LooseComponent> {
  for (const component of components) {
    yield component;
    yield* walk(component.components ?? []);
    if (component.accessory) yield* walk([component.accessory]);
    if (component.component) yield* walk([component.component]);
  }
}

/** The texts of all text displays, in order. */
export function textDisplays(components: readonly APIMessageTopLevelComponent[]): string[] {
  return [...walk(components)]
    .filter((component) => component.type === ComponentType.TextDisplay)
    .map((component) => component.content ?? "");
}

/** What a person can use in a message. */
export type Control = APIButtonComponentWithCustomId | APISelectMenuComponent;

const CONTROL_TYPES: ReadonlySet<ComponentType> = new Set([
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** The button or menu that has a custom id. */
export function findControl(components: readonly APIMessageTopLevelComponent[], customId: string): Control | undefined {
  const found = [...walk(components)].find(
    (component) => CONTROL_TYPES.has(component.type) && component.custom_id === customId,
  );
  return found as Control | undefined;
}

/** What Discord fills in where a component of a message leaves it out. */
const DEFAULTS: Readonly<Record<number, object>> = {
  [ComponentType.StringSelect]: { min_values: 1, max_values: 1 },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

/** The components as Discord gives them back: numbered from 1 in the order of the tree, with their defaults. */
export function numberComponents(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let next = 1;
  const number = (component: LooseComponent): LooseComponent => {
    const id = component.id || next;
    next += 1;
    return {
      ...DEFAULTS[component.type],
      ...component,
      id,
      ...(component.components && { components: component.components.map(number) }),
      ...(component.accessory && { accessory: number(component.accessory) }),
    };
  };
  return components.map(number) as unknown as APIMessageTopLevelComponent[];
}
