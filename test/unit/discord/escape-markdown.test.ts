import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  escapeLine,
  escapeMarkdown,
  maskedLink,
  plainLabel,
  shorten,
} from "../../../src/discord/render/escape-markdown.ts";
import { anyText } from "./pages.ts";

describe("escapeMarkdown()", () => {
  test.each([
    ["*bold* _it_ ~~no~~ `code` ||spoiler||", String.raw`\*bold\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|`],
    ["[click](http://evil.example)", String.raw`\[click\](http://evil.example)`],
    ["@everyone <@1> <t:1:R>", String.raw`\@everyone \<@1> \<t:1:R>`.replace("<@", String.raw`<\@`)],
    ["# title\n-# small\n> quote\n- item\n1. one", "\\# title\n\\-# small\n\\> quote\n\\- item\n1\\. one"],
    ["#1 at 3.5 - or so", "#1 at 3.5 - or so"],
    ["see https://a.example/b_c_d.", "see https://a.example/b_c_d."],
    ["evil \u202Etxt\u0000\tend", "evil txt end"],
  ])("shows %j to the letter", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test("leaves no character that Markdown could read, and loses none", () => {
    fc.assert(
      fc.property(anyText(500), (text) => {
        const escaped = escapeMarkdown(text);
        const bare = escaped.replaceAll(/\\[\\*_~`|<@[\]#>.)+-]/g, "").replaceAll(/https?:\/\/\S+/g, "");
        expect(bare).not.toMatch(/[\\*_~`|<@[\]]/);
        expect(bare).not.toMatch(/^(?:#{1,3}|-#|[-+])\s/m);
      }),
    );
  });

  test("keeps a line a line", () => {
    expect(escapeLine("  a\n\n# b ")).toBe("a # b");
  });
});

describe("shorten()", () => {
  test("keeps what fits, and says when it cut", () => {
    expect(shorten("abc", 3)).toBe("abc");
    expect(shorten("abcd", 3)).toBe("ab…");
    expect(shorten("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 12)).toBe("👩‍👩‍👧‍👦…");
  });

  test("never exceeds the length", () => {
    fc.assert(
      fc.property(anyText(300), fc.integer({ min: 1, max: 120 }), (text, length) => {
        expect(shorten(text, length).length).toBeLessThanOrEqual(length);
        expect(plainLabel(text, length + 8).length).toBeGreaterThan(0);
        expect(plainLabel(text, length + 8).length).toBeLessThanOrEqual(length + 8);
      }),
    );
  });
});

test("maskedLink() cannot be left by a bracket in the address", () => {
  expect(maskedLink("code", "https://x.example/a_(b)")).toBe("[code](https://x.example/a_%28b%29)");
});
