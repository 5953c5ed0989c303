import { array, assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { STOP_WORDS } from "../../../src/retrieval/stop-words.ts";
import { words } from "../../../src/retrieval/words.ts";

describe("words()", () => {
  it.each<[string, string, string]>([
    ["inflected forms", "network networks networking", "networks Networking NETWORK"],
    ["upper and lower case", "CLIP Whisper", "clip whisper"],
    ["full-width letters", "ＢＥＲＴ", "BERT"],
    ["an acronym and its plural", "LLMs CNNs VAEs MLPs", "LLM CNN VAE MLP"],
    ["a possessive", "the model's weights", "model weights"],
    ["a possessive with a typographic apostrophe", "the model’s weights", "model weights"],
    ["an acronym's possessive", "LLM's", "LLM"],
    ["a plural possessive", "transformers' heads", "transformer head"],
  ])("gives the same terms for %s", (_case, one, other) => {
    expect(new Set(words(one))).toEqual(new Set(words(other)));
  });

  it("keeps two letters of which the second is an s, for they are no plural", () => {
    expect(words("ms")).toEqual(["ms"]);
  });

  it("splits a compound into its parts and their joined form", () => {
    expect(words("post-training GPT-4")).toEqual(["post", "train", "posttrain", "gpt", "4", "gpt4"]);
  });

  it.each(["post-training", "posttraining", "post training"])(
    "shares a term between a compound and “%s”",
    (spelling) => {
      expect(new Set(words(spelling)).isDisjointFrom(new Set(words("post-training")))).toBe(false);
    },
  );

  it("leaves stop words out of a compound's parts, and keeps them in its joined form", () => {
    expect(words("state-of-the-art")).toEqual(["state", "art", "stateoftheart"]);
  });

  it("reads a version number as one term beside its parts", () => {
    expect(words("Llama 3.5")).toEqual(["llama", "3", "5", "35"]);
  });

  it("leaves out contractions that are made of stop words", () => {
    expect(words("don't they're what's isn’t can't I'm we'll")).toEqual([]);
  });

  it("leaves out the chatter of a question", () => {
    expect(words("Which paper did you find about whales?")).toEqual(["whale"]);
  });

  it("leaves out every stop word, however it is spelt", () => {
    const kept = [...STOP_WORDS].flatMap((word) => words(`${word} ${word.toUpperCase()}`));
    expect(kept).toEqual([]);
  });

  it("keeps text order and repeats", () => {
    expect(words("red kite, red boat")).toEqual(["red", "kite", "red", "boat"]);
  });

  it("keeps letters of any script", () => {
    expect(words("Gödel été 注意力")).toEqual(["gödel", "été", "注意力"]);
  });

  it("keeps words that objects have for keys", () => {
    expect(words("constructor __proto__")).toHaveLength(2);
  });

  it.each(["", "  \n", "?!… --", "🤖 + ++"])("finds nothing in “%s”", (text) => {
    expect(words(text)).toEqual([]);
  });

  it("gives lower-case terms of letters and digits for any text", () => {
    assert(
      property(string({ unit: "binary", maxLength: 60 }), (text) => {
        for (const term of words(text)) {
          expect(term).not.toBe("");
          expect(term).toMatch(/^[\p{L}\p{N}]+$/u);
        }
      }),
    );
  });

  it("gives the terms of two texts with a space between for both together", () => {
    const plain = string({ unit: "grapheme-ascii", maxLength: 30 });
    assert(
      property(array(plain, { maxLength: 3 }), (texts) => {
        expect(words(texts.join(" "))).toEqual(texts.flatMap((text) => words(text)));
      }),
    );
  });
});
