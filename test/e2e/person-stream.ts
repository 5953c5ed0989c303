import type { Page } from "playwright-core";

/** Collects all that the server tells a window from now on, as it comes over the wire. */
export async function listenToEvents(page: Page): Promise<readonly string[]> {
  const heard: string[] = [];
  const session = await page.context().newCDPSession(page);
  session.on("Network.eventSourceMessageReceived", ({ data }) => heard.push(data));
  await session.send("Network.enable");
  return heard;
}
