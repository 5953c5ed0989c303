/** Where a sentence stood in what the model wrote. */
export interface Place {
  /** Counted over all lines. */
  readonly line: number;
  /** Counted over all runs of lines with no blank line between. */
  readonly paragraph: number;
  /** Whether the line is an item of a list. */
  readonly isItem: boolean;
}

/** Writes proved sentences under each other as they stood, with no trace of those between them that were removed. */
export class AnswerText {
  #text = "";
  #last: Place | undefined;
  #heading: { readonly text: string; readonly place: Place } | undefined;

  get text(): string {
    return this.#text;
  }

  /** Keeps a heading back until a sentence stands under it. Takes the place of one that none does. */
  addHeading(text: string, place: Place): void {
    this.#heading = { text, place };
  }

  /** @param sentence Trimmed, with its marks. */
  addSentence(sentence: string, place: Place): void {
    if (this.#heading !== undefined) {
      this.#text += `${this.#breakBefore(this.#heading.place)}${this.#heading.text}\n`;
      this.#heading = undefined;
      this.#last = undefined;
    }
    const isFirstOfLine = this.#last?.line !== place.line;
    const gap = this.#last === undefined ? "" : this.#breakBefore(place);
    this.#text += `${gap}${isFirstOfLine && place.isItem ? "- " : ""}${sentence}`;
    this.#last = place;
  }

  #breakBefore(place: Place): string {
    if (this.#last === undefined) return this.#text === "" ? "" : "\n";
    if (this.#last.line === place.line) return " ";
    return this.#last.paragraph === place.paragraph ? "\n" : "\n\n";
  }
}
