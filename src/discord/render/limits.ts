/**
 * Discord's limits on what a message may hold, in UTF-16 units where Discord counts characters (never fewer).
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export const LIMITS = {
  /** Characters over all text displays of a message. */
  text: 4000,
  /** Components of a message, nested ones counted. */
  components: 40,
  /** Buttons in a row. */
  buttons: 5,
  buttonLabel: 80,
  buttonUrl: 512,
  /** Options of a select menu. */
  options: 25,
  optionText: 100,
  placeholder: 150,
  customId: 100,
  modalTitle: 45,
  threadName: 100,
  /** Choices of an autocompletion. */
  choices: 25,
  /** Characters of a choice's name and value. */
  choice: 100,
} as const;
