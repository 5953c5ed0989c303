/** What the first screen proposes: one question of each kind that the bot is good at. */
export const SUGGESTED_QUESTIONS = [
  "How does ColBERT keep neural search fast?",
  "Which papers shrink the KV cache of long-context models?",
  "Can a plain ViT segment images without extra modules?",
] as const;
