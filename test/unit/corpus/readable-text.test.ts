import { array, assert, constantFrom, nat, oneof, property, string } from "fast-check";
import { describe, expect, test } from "vitest";

import { readableText } from "../../../src/corpus/readable-text.ts";

describe("readableText() mends what is plain", () => {
  test.each([
    ["33times faster", "33× faster"],
    ["3times, 2.4times and 1.6times", "3×, 2.4× and 1.6×"],
    ["1.37times/1.24times faster", "1.37×/1.24× faster"],
    ["256times256 pixels", "256×256 pixels"],
    ["a sim10times larger model", "a ~10× larger model"],
    ["up to sim 7.7times savings", "up to ~7.7× savings"],
    ["2.16timessim2.50times", "2.16×~2.50×"],
    ["sim 80% of it", "~80% of it"],
    ["11.0 pm 1.3 points", "11.0 ± 1.3 points"],
    [String.raw`by $100\times$ faster`, "by 100× faster"],
    [String.raw`from 98.4\% to 99\%`, "from 98.4% to 99%"],
    [String.raw`Prefill \& Decode`, "Prefill & Decode"],
    [String.raw`x \leq 3 \pm 1 \rightarrow \alpha`, "x ≤ 3 ± 1 → α"],
    ["pre-training rightarrow adaptation", "pre-training → adaptation"],
    ["M geq d^2", "M ≥ d²"],
    ["H$_2$O", "H₂O"],
    ["D$^{2}$MoE and D^2MoE", "D²MoE and D²MoE"],
    ["S^{3}", "S³"],
    ["O(n^2) and O(ell^2)", "O(n²) and O(ℓ²)"],
    ["10^{13}-10^15 FLOPs", "10¹³-10¹⁵ FLOPs"],
    ["width^{-c}, QK^top, eta^{ast}", "width⁻ᶜ, QKᵀ, η*"],
    ["0.25^circtimes0.25^{circ}", "0.25°×0.25°"],
    ["the (K+1)^{th} token", "the (K+1)th token"],
    ["SE$(n)$ Equivariant", "SE(n) Equivariant"],
    ["G_{stack} and x_t", "G_stack and xₜ"],
    [String.raw`\textbf{bold \emph{and} nested}`, "bold and nested"],
    ["textit{O}bstacles of mathcal{O}(n)", "Obstacles of O(n)"],
    [String.raw`\frac{1}{2} of \sqrt{n}`, "1/2 of √n"],
    [String.raw`{\small \url{ https://example.org/a_1}}`, "https://example.org/a_1"],
    [String.raw`\href{https://example.org/1}{page 2}`, "https://example.org/1 (page 2)"],
    ["na\\\"ive, Fr\\'echet, \\`A-la-carte", "naïve, Fréchet, À-la-carte"],
    ["a ``weak learner'' and a `model'", "a “weak learner” and a ‘model’"],
    ["fast -- and Rao--Blackwell", "fast – and Rao–Blackwell"],
    ["videos---whether fast", "videos—whether fast"],
    ["(i)~Data on a multicore~CPU", "(i) Data on a multicore CPU"],
  ])("%s becomes %s", (text, readable) => {
    expect(readableText(text)).toBe(readable);
  });
});

describe("readableText() leaves what is plain text, or not simple", () => {
  test.each([
    "3 times as fast, sometimes (50 times)",
    "~80% of 1M~60M at 2~5x",
    "4$ per hour, from $5 to $10, or $5-$10",
    "at 11 pm 3 people met",
    "sim2real transfer, Phi-3 and a delta score",
    "E5_mistral, file_2, snake_case_name",
    "10^1.5 and e^{-2 K (p - 0.5)}",
    "https://example.org/a_1~b--c/x^2?y={z}",
    'it\\\'s a \\METHOD with "\\n\\n" in it',
    "run it with --strict",
    "x2014each",
    "f''(x) and g''(x)",
  ])("%s", (text) => {
    expect(readableText(text)).toBe(text);
  });
});

/** Texts full of what the rules look for. */
const markedUp = array(
  oneof(
    constantFrom(
      ..."\\ $ ^ _ { } ~ ` `` ' '' \" -- --- ( ) [ ] . , % & times sim pm ell eta circ th frac sqrt textbf href".split(
        " ",
      ),
      ..."mathcal bf small url geq rightarrow x n H K O log odot TM https://a.b/c_1 ² ₃ × ° é \uE000 \n".split(" "),
      " ",
    ),
    nat(999).map(String),
    string({ unit: "grapheme", maxLength: 3 }),
  ),
  { maxLength: 40 },
).map((parts) => parts.join(""));

function digits(text: string): string {
  return text.normalize("NFKC").replaceAll(/\D/g, "");
}

describe("readableText() for any text", () => {
  test("keeps every digit in its order", () => {
    assert(
      property(markedUp, (text) => {
        expect(digits(readableText(text))).toBe(digits(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("changes nothing more when applied twice", () => {
    assert(
      property(markedUp, (text) => {
        expect(readableText(readableText(text))).toBe(readableText(text));
      }),
      { numRuns: 5000 },
    );
  });

  test.each(["\\", "{", "$x^", "``a", "\\textbf{", "a~", "times", "https://", "1sim", "_{a", "\\(", "`x "])(
    "takes 20,000 characters of %j in its stride",
    (part) => {
      const text = part.repeat(20_000 / part.length);
      expect(digits(readableText(text))).toBe(digits(text));
    },
    2000,
  );
});
