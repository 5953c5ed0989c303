import { LoopbackScene } from "../support/discord-loopback-scene.ts";
import { testDiscordServer } from "./discord-server.ts";

testDiscordServer("the loopback discord", () => LoopbackScene.open());
