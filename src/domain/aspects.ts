/** The lines under which papers are put side by side, in order. */
export const ASPECTS = ["Problem", "Method", "Result", "Figures"] as const;

export type Aspect = (typeof ASPECTS)[number];
