import { describe, expect, test } from "vitest";
import { RestDoor, TakenError, TooLateError } from "../../../src/discord/rest-door.ts";

const CALLBACK = "http://127.0.0.1/api/v10/interactions/1/token/callback?with_response=false";
const WEBHOOK = "http://127.0.0.1/api/v10/webhooks/2/token/messages/%40original";
const MESSAGES = "http://127.0.0.1/api/v10/channels/3/messages";

type Step = () => Promise<Response>;

const ok: Step = () => Promise.resolve(new Response(null, { status: 204 }));
const cut: Step = () => Promise.reject(Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }));
const refuse =
  (code: number): Step =>
  () =>
    Promise.resolve(new Response(`{"message": "No", "code": ${code}}`, { status: 400 }));

/** A door behind which the given steps happen, one a request. */
function makeDoor(steps: readonly Step[], deadlines = { acknowledgeMs: 10_000, tokenMs: 10_000 }) {
  const sent: string[] = [];
  const door = new RestDoor(deadlines, (url) => {
    sent.push(url);
    const step = steps[sent.length - 1];
    if (!step) throw new Error(`Unscripted request: ${url}`);
    return step();
  });
  return { door, sent };
}

describe("RestDoor", () => {
  test("sends nothing for an interaction whose time is over", async () => {
    const { door, sent } = makeDoor([ok], { acknowledgeMs: 0, tokenMs: 10_000 });
    door.receive("token");
    await expect(door.makeRequest(CALLBACK, { method: "POST" })).rejects.toThrow(
      "time to answer this interaction is over",
    );
    await door.makeRequest(WEBHOOK, { method: "PATCH" });
    expect(sent).toEqual([WEBHOOK]);
    const late = makeDoor([ok], { acknowledgeMs: 10_000, tokenMs: 0 });
    late.door.receive("token");
    await expect(late.door.makeRequest(WEBHOOK, { method: "PATCH" })).rejects.toThrow("is over");
    expect(late.sent).toEqual([]);
  });

  test("stops waiting for an acknowledgement when its time is over", async () => {
    const door = new RestDoor(
      { acknowledgeMs: 20, tokenMs: 10_000 },
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason as Error))),
    );
    door.receive("token");
    await expect(door.makeRequest(CALLBACK, { method: "POST" })).rejects.toThrow(TooLateError);
  });

  test("repeats what a cut connection swallowed, where that does no harm", async () => {
    const nonce = { method: "POST", body: '{"nonce":"1","enforce_nonce":true}' };
    for (const [url, init] of [
      [MESSAGES, nonce],
      [WEBHOOK, { method: "PATCH" }],
      [CALLBACK, { method: "POST" }],
    ] as const) {
      const { door, sent } = makeDoor([cut, cut, ok]);
      door.receive("token");
      expect((await door.makeRequest(url, init)).status).toBe(204);
      expect(sent).toHaveLength(3);
    }
  });

  test("does not repeat what would then be there twice, nor for ever, nor another failure", async () => {
    const once = makeDoor([cut]);
    await expect(once.door.makeRequest(MESSAGES, { method: "POST", body: '{"enforce_nonce":false}' })).rejects.toThrow(
      "closed",
    );
    const thrice = makeDoor([cut, cut, cut]);
    await expect(thrice.door.makeRequest(WEBHOOK, { method: "PATCH" })).rejects.toThrow("closed");
    const other = makeDoor([() => Promise.reject(new Error("No route"))]);
    await expect(other.door.makeRequest(WEBHOOK, { method: "PATCH" })).rejects.toThrow("No route");
  });

  test("takes a repeated acknowledgement for done when the first one was, and only then", async () => {
    const repeated = makeDoor([cut, refuse(40_060)]);
    repeated.door.receive("token");
    expect((await repeated.door.makeRequest(CALLBACK, { method: "POST" })).status).toBe(204);
    const other = makeDoor([cut, refuse(10_062)]);
    other.door.receive("token");
    const reply = await other.door.makeRequest(CALLBACK, { method: "POST" });
    expect([reply.status, await reply.json()]).toEqual([400, { message: "No", code: 10_062 }]);
  });

  test("tells an acknowledgement that another process was before with", async () => {
    const { door } = makeDoor([refuse(40_060)]);
    door.receive("token");
    await expect(door.makeRequest(CALLBACK, { method: "POST" })).rejects.toThrow(TakenError);
  });
});
