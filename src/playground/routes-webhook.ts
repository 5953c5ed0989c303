import { type APIMessage, ApplicationIntegrationType, MessageFlags, MessageReferenceType } from "discord-api-types/v10";
import { NO_FLAGS } from "./channel.ts";
import { answerMessage, isEphemeral } from "./interaction-messages.ts";
import type { MessageBody } from "./message-body.ts";
import { checkMessage } from "./message-rules.ts";
import type { OpenInteraction } from "./open-interaction.ts";
import { refusal } from "./rest-error.ts";
import { NOTHING, type RestCall, type Rooms, type Route, bodyOf, ok, param } from "./rest-route.ts";
import { snapshot } from "./show-message.ts";
import type { MessageRecord } from "./world.ts";
import { rewriteMessage } from "./write-message.ts";

/** How often an application that only the person installed may follow up. */
const USER_INSTALL_FOLLOW_UPS = 5;

/** What comes after the first answer: filling and changing it, following up, deleting, by the interaction's token. */
export function webhookRoutes(rooms: Rooms): readonly Route[] {
  const { world, announcer } = rooms;
  const path = "/webhooks/:application/:token/messages/:message";
  return [
    { method: "POST", path: "/webhooks/:application/:token", isOpen: true, serve: (call) => ok(followUp(rooms, call)) },
    { method: "GET", path, isOpen: true, serve: (call) => ok(snapshot(world, find(rooms, call).record)) },
    {
      method: "PATCH",
      path,
      isOpen: true,
      serve: (call) => {
        const { interaction, record } = find(rooms, call);
        const body = bodyOf<MessageBody>(call);
        checkMessage(body, call.files.length, record.message);
        rewriteMessage(world, record, body, call.files, isLoading(record));
        announcer.messageUpdated(record);
        finish(interaction, record);
        return ok(snapshot(world, record));
      },
    },
    {
      method: "DELETE",
      path,
      isOpen: true,
      serve: (call) => {
        const { record } = find(rooms, call);
        world.records.delete(record.message.id);
        announcer.messageDeleted(record);
        return NOTHING;
      },
    },
  ];
}

/** @throws {RestError} If the token is unknown, dead, or its interaction was not answered yet. */
function interactionFor(rooms: Rooms, call: RestCall): OpenInteraction {
  const interaction = rooms.desk.byToken(param(call, "token"));
  if (!interaction || param(call, "application") !== rooms.bot.id) throw refusal("unknownWebhook");
  if (interaction.ageMs > rooms.desk.deadlines.tokenLifeMs) throw refusal("invalidWebhookToken");
  if (interaction.state === "waiting" || interaction.state === "failed") throw refusal("unknownWebhook");
  return interaction;
}

function find(rooms: Rooms, call: RestCall): { interaction: OpenInteraction; record: MessageRecord } {
  const interaction = interactionFor(rooms, call);
  const id = param(call, "message");
  const known = [interaction.original, ...interaction.further];
  const record = id === "@original" ? interaction.original : known.find((one) => one?.message.id === id);
  if (!record || !rooms.world.records.has(record.message.id)) throw refusal("unknownMessage");
  return { interaction, record };
}

function followUp(rooms: Rooms, call: RestCall): APIMessage {
  const { world, announcer } = rooms;
  const interaction = interactionFor(rooms, call);
  const body = bodyOf<MessageBody>(call);
  checkMessage(body, call.files.length);
  const { original } = interaction;
  // The first follow-up to a "thinking" answer becomes that answer, and stays as private as it was announced.
  if (original && isLoading(original) && world.records.has(original.message.id)) {
    rewriteMessage(world, original, body, call.files, true);
    announcer.messageUpdated(original);
    finish(interaction, original);
    return snapshot(world, original);
  }
  const owners = interaction.payload.authorizing_integration_owners;
  const isByUserOnly = !(ApplicationIntegrationType.GuildInstall in owners);
  if (isByUserOnly && interaction.further.length >= USER_INSTALL_FOLLOW_UPS) throw refusal("tooManyFollowUps");
  const record = answerMessage(rooms, interaction, body, call.files, true);
  if (original && !isEphemeral(record.message)) {
    const { id, channel_id } = original.message;
    record.message.message_reference = { type: MessageReferenceType.Default, channel_id, message_id: id };
  }
  interaction.further.push(record);
  announcer.messageCreated(record);
  return snapshot(world, record);
}

function finish(interaction: OpenInteraction, record: MessageRecord): void {
  if (record !== interaction.original) return;
  interaction.isFilled = true;
  interaction.answered(record);
}

function isLoading({ message }: MessageRecord): boolean {
  return ((message.flags ?? NO_FLAGS) & MessageFlags.Loading) !== 0;
}
