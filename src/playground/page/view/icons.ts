import { svg, html, type TemplateResult } from "lit-html";

/** Drawn here: no picture or icon font comes from elsewhere. Strokes of a 24 × 24 grid. */
const PATHS = {
  hash: "M9 4 7 20M17 4l-2 16M4 9h17M3 15h17",
  thread: "M5 4h14v11H10l-5 4zM9 8h6M9 11h4",
  message: "M4 5h16v12H10l-5 4v-4H4z",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  reply: "M10 7 5 12l5 5M5 12h9a5 5 0 0 1 5 5v1",
  send: "M4 12 20 4l-5 16-3.500-6.500z",
  eye: "M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5",
  chevron: "M6 9l6 6 6-6",
  external: "M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.500v.01",
  more: "M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z",
  copy: "M8 8h12v12H8zM16 8V4H4v12h4",
  warning: "M12 4 2.500 20h19zM12 10v4M12 17v.5",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${svg`<path d=${PATHS[name]} />`}
  </svg>`;
}
