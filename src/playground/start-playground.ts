import type { Explain } from "./explanation.ts";
import { LoopbackDiscord } from "./loopback-discord.ts";
import type { LoopbackOptions } from "./options.ts";
import { PageServer } from "./page-server.ts";

/** Where a bot finds the loopback Discord, as it finds Discord itself by its configuration. */
export interface BotDoor {
  /** The REST base: http://127.0.0.1:PORT/api */
  readonly api: string;
  readonly token: string;
}

/** A bot that is running. */
export interface RunningBot {
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  /** The page's port; another one when it is taken. */
  readonly port: number;
  /** Starts the same bot that runs on Discord. Resolves once it is online. */
  readonly startBot: (door: BotDoor) => Promise<RunningBot>;
  readonly log: (line: string) => void;
  /** Tells the page how an answer came about. Absent: it shows nothing of that. */
  readonly explain?: Explain;
  readonly discord?: LoopbackOptions;
}

export interface Playground {
  /** The page's address, with the key that opens it. */
  readonly url: string;
  /** The Discord behind the page. */
  readonly discord: LoopbackDiscord;
  stop(): Promise<void>;
}

const GUILD_NAME = "Reading Room";

/** Starts a Discord on this machine, the bot on it, and the page that shows it. */
export async function startPlayground({
  port,
  startBot,
  log,
  explain = () => undefined,
  discord: options,
}: PlaygroundOptions): Promise<Playground> {
  const discord = new LoopbackDiscord({ botName: "Footnote", guildName: GUILD_NAME, ...options });
  await discord.start();
  const page = new PageServer(discord, { guildName: GUILD_NAME, explain });
  try {
    for (const person of discord.people) discord.dm({ as: person });
    // The page waits for nothing: it shows when the bot comes online.
    const url = await page.start(port);
    log(`Playground: ${url}`);
    const bot = await startBot({ api: discord.api, token: discord.token });
    return {
      url,
      discord,
      async stop() {
        await bot.stop();
        await page.stop();
        await discord.stop();
      },
    };
  } catch (error) {
    await page.stop();
    await discord.stop();
    throw error;
  }
}
