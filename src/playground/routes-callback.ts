import {
  type APIApplicationCommandOptionChoice,
  type APIInteractionResponse,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from "discord-api-types/v10";
import { NO_FLAGS } from "./channel.ts";
import { modalFaults } from "./component-rules.ts";
import type { LooseComponent } from "./components.ts";
import { badCount } from "./embed-rules.ts";
import { answerMessage, isEphemeral } from "./interaction-messages.ts";
import type { MessageBody } from "./message-body.ts";
import { checkMessage } from "./message-rules.ts";
import type { OpenInteraction } from "./open-interaction.ts";
import type { AckKind, OpenModal } from "./person.ts";
import { invalidForm, refusal } from "./rest-error.ts";
import { NOTHING, type RestAnswer, type RestCall, type Rooms, type Route, ok, param } from "./rest-route.ts";
import { snapshot } from "./show-message.ts";
import { rewriteMessage } from "./write-message.ts";

const CHOICES = { most: 25, name: 100, value: 100 };

/** The answers that Discord knows, by what may be answered with them. */
const FIRST_ANSWERS: Readonly<Record<InteractionType, Readonly<Partial<Record<InteractionResponseType, AckKind>>>>> = {
  [InteractionType.Ping]: {},
  [InteractionType.ApplicationCommand]: { 4: "reply", 5: "deferred-reply", 9: "modal" },
  [InteractionType.MessageComponent]: {
    4: "reply",
    5: "deferred-reply",
    6: "deferred-update",
    7: "update",
    9: "modal",
  },
  [InteractionType.ApplicationCommandAutocomplete]: { 8: "choices" },
  [InteractionType.ModalSubmit]: { 4: "reply", 5: "deferred-reply", 6: "deferred-update", 7: "update" },
};

/** The first answer to an interaction. */
export function callbackRoutes(rooms: Rooms): readonly Route[] {
  return [
    {
      method: "POST",
      path: "/interactions/:interaction/:token/callback",
      isOpen: true,
      serve: (call) => {
        const interaction = rooms.desk.byId(param(call, "interaction"));
        if (!interaction || interaction.token !== param(call, "token")) throw refusal("unknownInteraction");
        if (interaction.state === "waiting" && interaction.ageMs > rooms.desk.deadlines.ackMs) {
          rooms.desk.expire(interaction);
        }
        if (interaction.state === "failed") throw refusal("unknownInteraction");
        if (interaction.state !== "waiting") throw refusal("alreadyAcknowledged");
        return answer(rooms, interaction, call);
      },
    },
  ];
}

function answer(rooms: Rooms, interaction: OpenInteraction, call: RestCall): RestAnswer {
  const response = call.body as APIInteractionResponse;
  const kind = FIRST_ANSWERS[interaction.payload.type][response.type];
  const isUpdate = kind === "update" || kind === "deferred-update";
  if (kind === undefined || (isUpdate && !interaction.target)) {
    throw invalidForm([{ path: ["type"], code: "INTERACTION_CALLBACK_TYPE_INVALID", message: "Not allowed here" }]);
  }
  const data: unknown = "data" in response ? response.data : undefined;
  check(kind, interaction, data, call);

  rooms.desk.settle(interaction);
  const acknowledgement = interaction.acknowledge(kind);
  const { announcer } = rooms;
  announcer.tell(interaction.user.id, {
    type: "interaction-acknowledged",
    interactionId: interaction.id,
    acknowledgement,
  });
  carryOut(rooms, kind, interaction, data, call);
  if (call.query.get("with_response") !== "true") return NOTHING;
  return ok(callbackResponse(rooms, interaction, response.type));
}

function check(kind: AckKind, interaction: OpenInteraction, data: unknown, call: RestCall): void {
  if (kind === "reply") checkMessage(data ?? {}, call.files.length);
  if (kind === "update" && interaction.target) {
    checkMessage(data ?? {}, call.files.length, interaction.target.message);
  }
  const faults = [
    ...(kind === "modal" ? modalFaults(data ?? {}) : []),
    ...(kind === "choices" ? choiceFaults(choicesIn(data)) : []),
  ];
  if (faults.length > 0) throw invalidForm(faults);
}

function choicesIn(data: unknown): readonly APIApplicationCommandOptionChoice[] {
  const { choices } = (data ?? {}) as { readonly choices?: readonly APIApplicationCommandOptionChoice[] };
  return choices ?? [];
}

function choiceFaults(choices: readonly APIApplicationCommandOptionChoice[]): ReturnType<typeof badCount> {
  const path = ["data", "choices"];
  return [
    ...badCount(path, choices.length, 0, CHOICES.most),
    ...choices.flatMap((choice, index) => [
      ...badCount([...path, index, "name"], choice.name.length, 1, CHOICES.name),
      ...(typeof choice.value === "string"
        ? badCount([...path, index, "value"], choice.value.length, 1, CHOICES.value)
        : []),
    ]),
  ];
}

function carryOut(rooms: Rooms, kind: AckKind, interaction: OpenInteraction, data: unknown, call: RestCall): void {
  const { world, announcer } = rooms;
  const { target, user } = interaction;
  const body = (data ?? {}) as MessageBody;
  switch (kind) {
    case "reply": {
      const record = answerMessage(rooms, interaction, body, call.files);
      interaction.original = record;
      interaction.isFilled = true;
      announcer.messageCreated(record);
      interaction.answered(record);
      return;
    }
    case "deferred-reply": {
      const flags = ((body.flags ?? NO_FLAGS) & MessageFlags.Ephemeral) | MessageFlags.Loading;
      const record = answerMessage(rooms, interaction, { flags }, []);
      interaction.original = record;
      announcer.messageCreated(record);
      return;
    }
    case "deferred-update":
      interaction.original = target;
      return;
    case "update":
      if (!target) return;
      interaction.original = target;
      interaction.isFilled = true;
      rewriteMessage(world, target, body, call.files);
      announcer.messageUpdated(target);
      interaction.answered(target);
      return;
    case "choices": {
      const choices = choicesIn(data);
      interaction.offered(choices);
      announcer.tell(user.id, { type: "choices", interactionId: interaction.id, choices });
      return;
    }
    case "modal": {
      const modal = openedModal(interaction, data as APIModalInteractionResponseCallbackData);
      const isOld = modal.components.some((component) => component.type === ComponentType.ActionRow);
      if (isOld) rooms.complain(`modal ${modal.customId}: text inputs in action rows are deprecated, use labels`);
      interaction.opened(modal);
      announcer.tell(user.id, { type: "modal-opened", modal });
    }
  }
}

function openedModal(interaction: OpenInteraction, data: APIModalInteractionResponseCallbackData): OpenModal {
  let next = 1;
  const number = (component: LooseComponent): LooseComponent => {
    const id = component.id ?? next;
    next += 1;
    return {
      ...component,
      id,
      ...(component.components && { components: component.components.map(number) }),
      ...(component.component && { component: number(component.component) }),
    };
  };
  return {
    interactionId: interaction.id,
    userId: interaction.user.id,
    channelId: interaction.channelId,
    customId: data.custom_id,
    title: data.title,
    components: (data.components as readonly LooseComponent[]).map(number) as unknown as OpenModal["components"],
  };
}

function callbackResponse({ world }: Rooms, interaction: OpenInteraction, type: InteractionResponseType): object {
  const { payload, original } = interaction;
  const message: APIMessage | undefined = original && snapshot(world, original);
  const isShown =
    type === InteractionResponseType.ChannelMessageWithSource ||
    type === InteractionResponseType.DeferredChannelMessageWithSource ||
    type === InteractionResponseType.UpdateMessage;
  return {
    interaction: {
      id: interaction.id,
      type: payload.type,
      channel_id: interaction.channelId,
      ...(payload.guild_id !== undefined && { guild_id: payload.guild_id }),
      ...(message && {
        response_message_id: message.id,
        response_message_loading: ((message.flags ?? NO_FLAGS) & MessageFlags.Loading) !== 0,
        response_message_ephemeral: isEphemeral(message),
      }),
    },
    ...(isShown && message && { resource: { type, message } }),
  };
}
