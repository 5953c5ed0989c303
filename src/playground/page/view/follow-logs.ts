/** Nearer to the end than this, a reader follows what comes. */
const NEAR_PX = 80;

/**
 * Called before the page is drawn.
 *
 * @returns What to call afterwards: each log goes on to show its end to whoever was reading there, or came just now.
 */
export function followLogs(): () => void {
  const read = logs().filter(
    ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight >= NEAR_PX,
  );
  // By id, as an element may go on as the log of another channel.
  const kept = new Set(read.map(({ id }) => id));
  return () => {
    for (const log of logs()) if (!kept.has(log.id)) log.scrollTop = log.scrollHeight;
  };
}

function logs(): readonly Element[] {
  return [...document.querySelectorAll("[role=log]")];
}
