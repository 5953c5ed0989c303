/** A part of a line or paragraph. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | {
      readonly type: "strong" | "emphasis" | "underline" | "strike" | "spoiler";
      readonly children: readonly Inline[];
    }
  | { readonly type: "link"; readonly href: string; readonly children: readonly Inline[] }
  | { readonly type: "user" | "channel" | "role"; readonly id: string }
  | { readonly type: "everyone"; readonly text: string }
  | { readonly type: "command"; readonly name: string }
  | { readonly type: "time"; readonly seconds: number; readonly style: string }
  | { readonly type: "emoji"; readonly name: string };

/** A part of a message that stands on lines of its own. */
export type Block =
  | { readonly type: "paragraph"; readonly children: readonly Inline[] }
  | { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly type: "subtext"; readonly children: readonly Inline[] }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | { readonly type: "code"; readonly language: string; readonly text: string }
  | List;

export interface List {
  readonly type: "list";
  readonly ordered: boolean;
  /** The number of the first item of an ordered list. */
  readonly start: number;
  readonly items: readonly (readonly Block[])[];
}
