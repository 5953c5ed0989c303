import { describe, expect, test } from "vitest";
import { PAPERS } from "../support/papers.ts";
import { composerOf, lastAnswer, mention, shareBot } from "./bot-windows.ts";
import { CHROMIUM, SKIPPED } from "./browser.ts";
import { listenToEvents } from "./person-stream.ts";

const QUESTION = "How much power does the spiking network that hears boiling water draw?";

describe.skipIf(CHROMIUM === undefined)(`people on the playground's page${SKIPPED}`, () => {
  const windows = shareBot({ papers: PAPERS });

  test("compare two papers whose titles are completed", async () => {
    const page = await windows.open("papers");
    await composerOf(page).pressSequentially("/compare kettle");
    await page.getByRole("option", { name: /^KettleNet/ }).click();
    const second = page.getByRole("combobox", { name: "second" });
    await second.pressSequentially("bees");
    await page.getByRole("option", { name: /^Listening to Bees/ }).click();
    await page.getByRole("button", { name: "Send command" }).click();

    const answer = lastAnswer(page);
    await answer.getByText("Comparison: KettleNet and Listening to Bees").waitFor();
    expect(await answer.textContent()).toMatch(/96\.4%[^]*88%[^]*\[1\] Listening to Bees[^]*\[2\] KettleNet/);
    await page.getByText("used /compare").waitFor();
  });

  test("say that an answer helped, and are thanked in private", async () => {
    const page = await windows.open("general");
    await mention(page, QUESTION);
    await lastAnswer(page)
      .getByRole("button", { name: /Helpful$/ })
      .click();
    const thanks = lastAnswer(page).filter({ hasText: "Your thumbs up is noted." });
    await thanks.getByText("Only you can see this").waitFor();
  });

  test("say why an answer did not help, and still follow it up", async () => {
    const page = await windows.open("random");
    await mention(page, QUESTION);
    const answer = lastAnswer(page);
    await answer.getByRole("button", { name: "Not helpful" }).click();
    const dialog = page.getByRole("dialog", { name: "What was wrong?" });
    await dialog.getByLabel("Your reason").fill("Wrong kettle. <b>Really</b>");
    await dialog.getByRole("button", { name: "Submit" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Your thumbs down is noted; the owner reads why.").waitFor();

    const followUp = page.getByRole("button", { name: "Ask a follow-up" }).last();
    await followUp.click();
    await page.getByRole("dialog").getByLabel("Your question").fill("and how accurate is it?");
    await page.getByRole("dialog").getByRole("button", { name: "Submit" }).click();
    await page.getByText("and how accurate is it?").waitFor();
    await lastAnswer(page).getByText("96.4%").first().waitFor();
  });

  test("never receive what is private to another person, in a second window", async () => {
    const [alice, bob] = await Promise.all([windows.open("papers"), windows.open("papers")]);
    const heard = await listenToEvents(bob);
    await bob.getByRole("radio", { name: "Bob" }).click();
    await bob.getByRole("radio", { name: "Bob", checked: true }).waitFor();

    await composerOf(alice).pressSequentially("/ask How many shirts does the laundry robot fold?");
    await alice.getByRole("button", { name: "+ private" }).click();
    await alice.getByRole("option", { name: "true" }).click();
    await alice.keyboard.press("Enter");
    const answer = alice.getByRole("article").filter({ hasText: "Only you can see this" });
    await answer.getByText("81%").first().waitFor();
    await answer.getByRole("button", { name: "Sources" }).click();
    await expect.poll(() => answer.count()).toBe(2);

    // What comes later tells that all before has come.
    await composerOf(alice).fill("Good morning, everybody");
    await composerOf(alice).press("Enter");
    await bob.getByText("Good morning, everybody").waitFor();
    const told = heard.slice(1);
    expect(told.some((event) => event.includes("Good morning, everybody"))).toBe(true);
    expect(heard.filter((event) => /81%|laundry robot/.test(event))).toEqual([]);
    expect(told.filter((event) => event.includes("message-") && !event.includes("Good morning"))).toEqual([]);
    expect(await bob.getByText("81%").count()).toBe(0);
  });
});
