import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageFlags,
  MessageType,
  SeparatorSpacingSize,
  TextInputStyle,
} from "discord-api-types/v10";

// The browser cannot load the package that names these numbers; its types still check each of them.

export const COMPONENT = {
  actionRow: 1 as ComponentType.ActionRow,
  button: 2 as ComponentType.Button,
  stringSelect: 3 as ComponentType.StringSelect,
  channelSelect: 8 as ComponentType.ChannelSelect,
  textInput: 4 as ComponentType.TextInput,
  section: 9 as ComponentType.Section,
  textDisplay: 10 as ComponentType.TextDisplay,
  thumbnail: 11 as ComponentType.Thumbnail,
  mediaGallery: 12 as ComponentType.MediaGallery,
  file: 13 as ComponentType.File,
  separator: 14 as ComponentType.Separator,
  container: 17 as ComponentType.Container,
  label: 18 as ComponentType.Label,
} as const;

export const BUTTON_STYLE = {
  primary: 1 as ButtonStyle.Primary,
  secondary: 2 as ButtonStyle.Secondary,
  success: 3 as ButtonStyle.Success,
  danger: 4 as ButtonStyle.Danger,
  link: 5 as ButtonStyle.Link,
  premium: 6 as ButtonStyle.Premium,
} as const;

export const LARGE_SPACING = 2 as SeparatorSpacingSize.Large;

export const TEXT_INPUT_PARAGRAPH = 2 as TextInputStyle.Paragraph;

export const FLAG = {
  ephemeral: 64 as MessageFlags.Ephemeral,
  loading: 128 as MessageFlags.Loading,
} as const;

export const CHANNEL = {
  text: 0 as ChannelType.GuildText,
  directMessage: 1 as ChannelType.DM,
  announcementThread: 10 as ChannelType.AnnouncementThread,
  publicThread: 11 as ChannelType.PublicThread,
  privateThread: 12 as ChannelType.PrivateThread,
} as const;

export const REPLY = 19 as MessageType.Reply;
export const PLAIN_MESSAGE = 0 as MessageType.Default;

/** The kind of interaction that a command is. */
export const SLASH_COMMAND_USE = 2 as InteractionType.ApplicationCommand;

export const SLASH_COMMAND = 1 as ApplicationCommandType.ChatInput;

export const OPTION = {
  subcommand: 1 as ApplicationCommandOptionType.Subcommand,
  subcommandGroup: 2 as ApplicationCommandOptionType.SubcommandGroup,
  integer: 4 as ApplicationCommandOptionType.Integer,
  boolean: 5 as ApplicationCommandOptionType.Boolean,
  user: 6 as ApplicationCommandOptionType.User,
  channel: 7 as ApplicationCommandOptionType.Channel,
  number: 10 as ApplicationCommandOptionType.Number,
} as const;
