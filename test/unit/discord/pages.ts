import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";
import type { APIMessageTopLevelComponent } from "discord.js";
import fc from "fast-check";
import { expect } from "vitest";
import type { Answer } from "../../../src/domain/answer.ts";
import type { Paper } from "../../../src/domain/paper.ts";
import type { MessagePage } from "../../../src/discord/render/message-page.ts";
import { makeAnswer } from "../../support/cli-app.ts";

interface Node {
  readonly type: ComponentType;
  readonly components?: readonly Node[];
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly style?: ButtonStyle;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { label: string; value: string; description?: string }[];
}

/** Every component of a message, nested ones too. */
export function nodesOf({ components }: { readonly components: readonly APIMessageTopLevelComponent[] }): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.components ?? []).flatMap(walk)];
  return (components as readonly Node[]).flatMap(walk);
}

/** What a message says, display by display. */
export function textOf(page: MessagePage): string {
  return nodesOf(page)
    .flatMap(({ content }) => (content === undefined ? [] : [content]))
    .join("\n\n");
}

/** The words on a message's buttons. */
export function labelsOf(page: MessagePage): string[] {
  return nodesOf(page).flatMap(({ type, label }) => (type === ComponentType.Button && label ? [label] : []));
}

/** What Discord's document and its words ask of a message of components. */
export function expectWithinLimits(page: MessagePage): void {
  const nodes = nodesOf(page);
  expect(page.flags).toBe(MessageFlags.IsComponentsV2);
  expect(page.allowedMentions).toEqual({ parse: [], repliedUser: false });
  expect(nodes.length).toBeLessThanOrEqual(40);
  const texts = nodes.filter(({ type }) => type === ComponentType.TextDisplay).map(({ content = "" }) => content);
  expect(texts.join("").length).toBeLessThanOrEqual(4000);
  for (const text of texts) expect(text.trim()).not.toBe("");
  const ids = nodes.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  for (const node of nodes) {
    if (node.type === ComponentType.ActionRow) {
      expect(node.components?.length).toBeGreaterThan(0);
      expect(node.components?.length).toBeLessThanOrEqual(5);
    }
    if (node.type === ComponentType.Button) {
      expect(node.label).toMatch(/^.{1,80}$/su);
      expect((node.url ?? "").length).toBeLessThanOrEqual(512);
      expect(node.style === ButtonStyle.Link).toBe(node.url !== undefined);
    }
    if (node.type === ComponentType.StringSelect) {
      const { options = [], placeholder = "" } = node;
      expect(options.length).toBeGreaterThan(0);
      expect(options.length).toBeLessThanOrEqual(25);
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      expect(placeholder.length).toBeLessThanOrEqual(150);
      for (const { label, value, description = "x" } of options) {
        for (const text of [label, value, description]) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(100);
        }
      }
    }
  }
}

/** Text as nobody sane would write it: Markdown, mentions, scripts, control characters. */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 30 }),
        fc.lorem({ maxCount: 30, mode: "words" }),
        fc.constantFrom(
          "**",
          "_",
          "[1]",
          "](http://x.y/)",
          "@everyone ",
          "<@1>",
          "\n- ",
          "\n# ",
          "||",
          "\\",
          ". ",
          "```",
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("").slice(0, maxLength));

/** A paper whose every text may be anything, in every length. */
export const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    id: fc.stringMatching(/^[0-9a-f]{12}$/),
    title: anyText(400),
    tldr: fc.option(anyText(300), { nil: undefined }),
    digest: fc.option(anyText(5000), { nil: undefined }),
    links: fc.constantFrom(
      [],
      ["https://github.com/a/b"],
      ["https://example.org/a_(b)"],
      [`https://example.org/${"x".repeat(700)}`],
    ),
    published: fc.constantFrom("2024-05-13", "someday", undefined),
  })
  .map(({ id, title, tldr, digest, links, published }) => ({
    id,
    title,
    displayTitle: title,
    questions: [],
    terms: [],
    links,
    ...(tldr !== undefined && { tldr }),
    ...(digest !== undefined && { digest }),
    ...(published !== undefined && { published }),
  }));

/** An answer that cites up to eight papers, with text of any length. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    outcome: fc.constantFrom("answered", "not-stated", "no-evidence", "declined"),
    kind: fc.constantFrom("paper", "topic", "comparison", "summary"),
    text: fc.array(anyText(3000), { minLength: 1, maxLength: 5 }).map((parts) => `Said: ${parts.join("\n")}`),
    cited: fc.array(
      fc.record({
        paper: anyPaper,
        evidence: fc.array(fc.record({ sentence: anyText(900), source: fc.constantFrom("abstract", "digest") }), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
      { maxLength: 8 },
    ),
    seeAlso: fc.array(anyPaper, { maxLength: 3 }),
    note: fc.option(anyText(2000), { nil: undefined }),
    model: fc.option(anyText(300), { nil: undefined }),
  })
  .map(({ cited, note, model, ...answer }) => {
    const made = makeAnswer(answer);
    const citations = cited.map((citation, index) => ({ ...citation, number: index + 1 }));
    const use = { requests: 1, promptTokens: 1, completionTokens: 1, isEstimated: false, isCached: false };
    return {
      ...made,
      citations,
      ...(note !== undefined && { note }),
      ...(model !== undefined && { trace: { ...made.trace, model: { model, ...use, prompts: {}, removed: [] } } }),
    };
  });
