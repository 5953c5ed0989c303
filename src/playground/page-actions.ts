import type { LoopbackDiscord } from "./loopback-discord.ts";
import type { OpenModal, Ref } from "./person.ts";
import type { ActionResult, PersonAction } from "./page-wire.ts";

/** Does on the loopback Discord what a person did on the page. */
export async function performAction(
  discord: LoopbackDiscord,
  person: Ref,
  action: PersonAction,
  modals: ReadonlyMap<string, OpenModal>,
): Promise<ActionResult> {
  const as = { as: person };
  switch (action.type) {
    case "say":
      discord.say(action.content, {
        ...as,
        in: action.channelId,
        ...(action.replyTo !== undefined && { replyTo: action.replyTo, ping: action.ping ?? true }),
      });
      return {};
    case "type":
      discord.type({ ...as, in: action.channelId });
      return {};
    case "slash":
      return began(discord.slash(action.name, action.options, { ...as, in: action.channelId }));
    case "autocomplete": {
      const where = { ...as, in: action.channelId };
      const typing = discord.autocomplete(action.name, action.focused, action.options, where);
      const end = await typing.acknowledged;
      return { choices: end.kind === "choices" ? await typing.choices() : [] };
    }
    case "message-command":
      return began(discord.contextMenu(action.name, action.messageId, as));
    case "press":
      return began(discord.press(action.messageId, action.customId, as));
    case "select":
      return began(discord.select(action.messageId, action.customId, action.values, as));
    case "submit": {
      const modal = modals.get(action.interactionId);
      if (!modal) throw new Error("This form is no longer open.");
      return began(discord.submit(modal, action.fields));
    }
    case "thread": {
      const where = { ...as, in: action.channelId, from: action.messageId };
      return { channelId: discord.thread(action.name, where).id };
    }
    case "locale":
      discord.setLocale(person, action.locale);
      return {};
  }
}

function began(interaction: { readonly id: string }): ActionResult {
  return { interactionId: interaction.id };
}
