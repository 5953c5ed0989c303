import {
  type APIDMChannel,
  type APIGroupDMChannel,
  type APITextChannel,
  type APIThreadChannel,
  ChannelType,
} from "discord-api-types/v10";

/** The kinds of channel that the playground has. */
export type PlaygroundChannel = APITextChannel | APIDMChannel | APIGroupDMChannel | APIThreadChannel;

/** Whether a channel is a thread. */
export function isThread(channel: PlaygroundChannel): channel is APIThreadChannel {
  return (
    channel.type === ChannelType.PublicThread ||
    channel.type === ChannelType.PrivateThread ||
    channel.type === ChannelType.AnnouncementThread
  );
}

/** Whether a channel belongs to a server, as opposed to a direct message. */
export function isOfGuild(channel: PlaygroundChannel): channel is APITextChannel | APIThreadChannel {
  return channel.type !== ChannelType.DM && channel.type !== ChannelType.GroupDM;
}

/** No flag of any kind: typed as a number, because the enums of flags have no name for none. */
export const NO_FLAGS: number = 0;
