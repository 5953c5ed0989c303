import {
  type APIApplicationCommandInteractionMetadata,
  type APIMessage,
  type APIMessageComponentInteractionMetadata,
  type APIMessageInteractionMetadata,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
  MessageType,
} from "discord-api-types/v10";
import { NO_FLAGS } from "./channel.ts";
import type { MessageBody, UploadedFile } from "./message-body.ts";
import type { OpenInteraction } from "./open-interaction.ts";
import type { Rooms } from "./rest-route.ts";
import type { MessageRecord } from "./world.ts";
import { writeMessage } from "./write-message.ts";

/** Whether one person alone sees a message. */
export function isEphemeral(message: Pick<APIMessage, "flags">): boolean {
  return ((message.flags ?? NO_FLAGS) & MessageFlags.Ephemeral) !== 0;
}

/**
 * Writes a message that answers an interaction: it belongs to the application's webhook, says where it comes from, and
 * if ephemeral is for the one person alone.
 */
export function answerMessage(
  { world, bot }: Rooms,
  interaction: OpenInteraction,
  body: MessageBody,
  files: readonly UploadedFile[],
  isFollowUp = false,
): MessageRecord {
  const channel = world.channel(interaction.channelId);
  return writeMessage(world, {
    channel,
    author: bot,
    body,
    files,
    type: isFollowUp ? MessageType.Default : typeOf(interaction),
    onlyFor: isEphemeral({ flags: body.flags ?? NO_FLAGS }) ? interaction.user.id : undefined,
    origin: { webhook_id: bot.id, application_id: bot.id, interaction_metadata: metadataOf(interaction) },
  });
}

function typeOf({ payload }: OpenInteraction): MessageType {
  if (payload.type !== InteractionType.ApplicationCommand) return MessageType.Default;
  return payload.data.type === ApplicationCommandType.ChatInput
    ? MessageType.ChatInputCommand
    : MessageType.ContextMenuCommand;
}

/** What an answer says of the interaction that it answers. */
function metadataOf(interaction: OpenInteraction): APIMessageInteractionMetadata {
  const { payload, opener } = interaction;
  if (payload.type !== InteractionType.ModalSubmit || !opener) return plainMetadataOf(interaction);
  return {
    ...commonOf(interaction),
    type: InteractionType.ModalSubmit,
    triggering_interaction_metadata: plainMetadataOf(opener),
  };
}

function plainMetadataOf(
  interaction: OpenInteraction,
): APIApplicationCommandInteractionMetadata | APIMessageComponentInteractionMetadata {
  const { payload, target } = interaction;
  if (payload.type === InteractionType.MessageComponent && target) {
    const interacted = { interacted_message_id: target.message.id };
    return { ...commonOf(interaction), type: InteractionType.MessageComponent, ...interacted };
  }
  const isOnMessage =
    payload.type === InteractionType.ApplicationCommand && payload.data.type === ApplicationCommandType.Message;
  return {
    ...commonOf(interaction),
    type: InteractionType.ApplicationCommand,
    ...(isOnMessage && "target_id" in payload.data && { target_message_id: payload.data.target_id }),
  };
}

function commonOf(
  interaction: OpenInteraction,
): Pick<APIMessageInteractionMetadata, "id" | "user" | "authorizing_integration_owners"> {
  return {
    id: interaction.id,
    user: interaction.user,
    authorizing_integration_owners: interaction.payload.authorizing_integration_owners,
  };
}
