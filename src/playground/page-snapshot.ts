import type { LoopbackDiscord } from "./loopback-discord.ts";
import type { Ref } from "./person.ts";
import type { Offer, Snapshot } from "./page-wire.ts";

/** Messages of a channel that a page starts with. */
const HISTORY_LENGTH = 200;

/** What the loopback Discord does not say of itself. */
export interface Surroundings {
  readonly guildName: string;
  /** By interaction. */
  readonly commandNames: ReadonlyMap<string, string>;
}

/** What a person sees right now. */
export function takeSnapshot(
  discord: LoopbackDiscord,
  person: Ref,
  { guildName, commandNames }: Surroundings,
): Snapshot {
  const channels = discord.channels(person);
  const messages = channels.map(({ id }) => [id, discord.view(person, id).slice(-HISTORY_LENGTH)] as const);
  const answered = new Set(messages.flatMap(([, each]) => each.map((message) => message.interaction_metadata?.id)));
  return {
    type: "snapshot",
    me: discord.user(person),
    people: discord.people,
    bot: discord.bot,
    guildName,
    commandNames: Object.fromEntries([...commandNames].filter(([id]) => answered.has(id))),
    channels,
    messages: Object.fromEntries(messages),
    ...takeOffer(discord, person),
    isBotOnline: discord.isBotOnline,
  };
}

/** What a person is offered right now in the first channel that they see: the others offer the same. */
export function takeOffer(discord: LoopbackDiscord, person: Ref): Offer {
  const [first] = discord.channels(person);
  return { commands: first ? discord.commandsFor(person, first) : [], locale: discord.localeOf(person) };
}
