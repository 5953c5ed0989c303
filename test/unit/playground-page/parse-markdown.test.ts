import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../../src/playground/page/markdown/nodes.ts";
import { parseMarkdown } from "../../../src/playground/page/markdown/parse-markdown.ts";

/** Marks as tags, so that a whole message can be read on one line. */
function outline(text: string): string {
  return parseMarkdown(text).map(drawBlock).join("");
}

function drawBlock(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${block.children.map(drawInline).join("")}</p>`;
    case "heading":
      return `<h${block.level}>${block.children.map(drawInline).join("")}</h${block.level}>`;
    case "subtext":
      return `<small>${block.children.map(drawInline).join("")}</small>`;
    case "quote":
      return `<quote>${block.blocks.map(drawBlock).join("")}</quote>`;
    case "code":
      return `<pre ${block.language}>${block.text}</pre>`;
    case "list": {
      const items = block.items.map((item) => `<li>${item.map(drawBlock).join("")}</li>`).join("");
      return block.ordered ? `<ol ${block.start}>${items}</ol>` : `<ul>${items}</ul>`;
    }
  }
}

function drawInline(node: Inline): string {
  if (node.type === "text") return node.text;
  if ("children" in node) {
    const name = node.type === "link" ? `link ${node.href}` : node.type;
    return `<${name}>${node.children.map(drawInline).join("")}</${node.type}>`;
  }
  return `<${node.type} ${Object.values(node).slice(1).join(" ")}>`;
}

/** Every address that a text leads to. */
function addresses(nodes: readonly (Block | Inline)[]): readonly string[] {
  return nodes.flatMap((node) => [
    ...(node.type === "link" ? [node.href] : []),
    ...("children" in node ? addresses(node.children) : []),
    ...("blocks" in node ? addresses(node.blocks) : []),
    ...("items" in node ? addresses(node.items.flat()) : []),
  ]);
}

describe("within a line", () => {
  test.for([
    ["**bold** and *so* _on_", "<p><strong>bold</strong> and <emphasis>so</emphasis> <emphasis>on</emphasis></p>"],
    ["***both***", "<p><strong><emphasis>both</emphasis></strong></p>"],
    ["*a **b***", "<p><emphasis>a <strong>b</strong></emphasis></p>"],
    [
      "__under__ ~~gone~~ ||secret||",
      "<p><underline>under</underline> <strike>gone</strike> <spoiler>secret</spoiler></p>",
    ],
    ["snake_case_name and 2 * 3 * 4", "<p>snake_case_name and 2 * 3 * 4</p>"],
    ["\\*not\\* \\[1\\] \\\\", "<p>*not* [1] \\</p>"],
    ["`*a*` ``b`c``", "<p><code *a*> <code b`c></p>"],
    ["**open and `**` closed**", "<p><strong>open and <code **> closed</strong></p>"],
    ["a ** b", "<p>a ** b</p>"],
    [
      "<@1> <@!2> <@&3> <#4> </find:5> @everyone",
      "<p><user 1> <user 2> <role 3> <channel 4> <command find> <everyone @everyone></p>",
    ],
    ["<t:1700000000:R> <t:5> <:sad:123>", "<p><time 1700000000 R> <time 5 f> <emoji sad></p>"],
    ["[a **b**](https://x.org/y_(z)) end", "<p><link https://x.org/y_(z)>a <strong>b</strong></link> end</p>"],
    [
      "see https://x.org/a. (http://y.org/)",
      "<p>see <link https://x.org/a>https://x.org/a</link>. (<link http://y.org/>http://y.org/</link>)</p>",
    ],
    ["<https://x.org/?a=1>", "<p><link https://x.org/?a=1>https://x.org/?a=1</link></p>"],
    [
      "[no](javascript:alert(1)) [no](data:x) [](https://x)",
      "<p>[no](javascript:alert(1)) [no](data:x) [](<link https://x/>https://x</link>)</p>",
    ],
    ["<b>no</b> &amp; <img src=x>", "<p><b>no</b> &amp; <img src=x></p>"],
  ])("%s", ([text = "", expected = ""]) => {
    expect(outline(text)).toBe(expected);
  });
});

describe("by lines", () => {
  test.for([
    ["# One\n## Two\n### Three\n#### four", "<h1>One</h1><h2>Two</h2><h3>Three</h3><p>#### four</p>"],
    ["a\nb\n\nc", "<p>a\nb\n\nc</p>"],
    ["text\n-# small", "<p>text</p><small>small</small>"],
    ["> a\n> b\nc", "<quote><p>a\nb</p></quote><p>c</p>"],
    [">>> a\nb", "<quote><p>a\nb</p></quote>"],
    ["- a\n  - b\n- c", "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>"],
    ["3. a\n4. b\n- c", "<ol 3><li><p>a</p></li><li><p>b</p></li></ol><ul><li><p>c</p></li></ul>"],
    ["- a\n  more", "<ul><li><p>a\nmore</p></li></ul>"],
    ["so:\n```ts\n*a*\n```\nend", "<p>so:</p><pre ts>*a*</pre><p>end</p>"],
    ["```one line```", "<pre >one line</pre>"],
    ["``` never closed", "<p>``` never closed</p>"],
    ["---\n| a | b |", "<p>---\n| a | b |</p>"],
  ])("%s", ([text = "", expected = ""]) => {
    expect(outline(text)).toBe(expected);
  });
});

const MARKS = [
  "*",
  "**",
  "_",
  "__",
  "~~",
  "||",
  "`",
  "```",
  "[",
  "](",
  "https://x.org",
  ")",
  "<@",
  "1>",
  "\n",
  "> ",
  "- ",
  "# ",
  " ",
  "a",
  "\\",
  "javascript:",
];

test("any text is read, fast, and leads nowhere but to the web", () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...MARKS), fc.string({ maxLength: 3 })), { maxLength: 300 });
  fc.assert(
    fc.property(texts, (parts) => {
      for (const address of addresses(parseMarkdown(parts.join("")))) expect(address).toMatch(/^https?:\/\//);
    }),
  );
});

test.for(MARKS)("4,000 letters of %j take no time", (mark) => {
  const text = mark.repeat(4000).slice(0, 4000);
  const start = performance.now();
  parseMarkdown(text);
  parseMarkdown(`${text.slice(0, 3000)}x${"y".repeat(900)}`);
  expect(performance.now() - start).toBeLessThan(1000);
});
