/** Nearer to the end than this, a reader follows what comes. */
const NEAR_PX = 80;

let shownChannel = "";

/**
 * Called before the page is drawn.
 *
 * @returns What to call afterwards: the log goes on to show its end to whoever was reading there, or came just now.
 */
export function followLog(channelId: string): () => void {
  const before = document.querySelector("#log");
  const wasAtEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR_PX;
  const isNew = shownChannel !== channelId;
  shownChannel = channelId;
  return () => {
    const log = document.querySelector("#log");
    if (log && (wasAtEnd || isNew)) log.scrollTop = log.scrollHeight;
  };
}
