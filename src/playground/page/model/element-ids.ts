/** The field in which messages of a channel are written. */
export function composerId(channelId: string): string {
  return `composer-${channelId}`;
}

/** The field of an option, by its original name, of the command that is written in a channel. */
export function optionFieldId(channelId: string, name: string): string {
  return `option-${channelId}-${name}`;
}

/** The button that sends the command that is written in a channel. */
export function commandSendId(channelId: string): string {
  return `command-send-${channelId}`;
}

/** The list above a channel's composer. */
export function suggestionsId(channelId: string): string {
  return `suggestions-${channelId}`;
}
