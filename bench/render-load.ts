import type { LoadFigures } from "./loaded-discord.ts";
import { count, megabytes, milliseconds, table } from "./markdown.ts";

/** What a run under load found. */
export interface Load extends LoadFigures {
  readonly seconds: number;
  /** Memory of the bot before the first event, and in turn once all is quiet again, in MB. */
  readonly idleMb: number;
  readonly quietMb: readonly number[];
}

const HEADING = "## Under load";
const AIMS = { acknowledgementMs: 500, answerMs: 3000 } as const;

/** Renders the section of the results that `npm run load` writes. */
export function renderLoad(load: Load): string {
  const { interactions, mentions, acknowledgement, answer, mentionAnswer, failures, seconds, idleMb, quietMb } = load;
  const yesOrNo = (reached: boolean): string => (reached ? "yes" : "**no**");
  const rows = [
    [
      "Acknowledgement, p99",
      `at most ${milliseconds(AIMS.acknowledgementMs)}`,
      milliseconds(acknowledgement.p99),
      yesOrNo(acknowledgement.p99 <= AIMS.acknowledgementMs),
    ],
    [
      "Answer, p95",
      `at most ${milliseconds(AIMS.answerMs)}`,
      milliseconds(answer.p95),
      yesOrNo(answer.p95 <= AIMS.answerMs),
    ],
    ["Not acknowledged in time, not answered, or twice", "0", count(failures.length), yesOrNo(failures.length === 0)],
  ];
  return `${HEADING}

Written by \`npm run load\`: ${count(interactions)} interactions (\`/ask\`, \`/find\`, completions) and ${count(mentions)} mentions of 200 people in 50 channels within ${seconds} s, extractive answers; generator and bot in processes of their own on one machine, the loopback Discord keeping Discord's rate limits.

${table(["", "Aim", "Found", "Reached"], rows)}

Acknowledgement p50 ${milliseconds(acknowledgement.p50)}, p95 ${milliseconds(acknowledgement.p95)}; answer p50 ${milliseconds(answer.p50)}, p99 ${milliseconds(answer.p99)} (of mentions alone p50 ${milliseconds(mentionAnswer.p50)}, p95 ${milliseconds(mentionAnswer.p95)}). Memory of the bot: ${megabytes(idleMb)} before, ${quietMb.map(megabytes).join(", ")} 10, 20, 30 and 40 s after.
`;
}

/** Puts the section into the results, in the place of the one before. */
export function replaceSection(results: string, section: string): string {
  const parts = results.split(/^(?=## )/m).filter((part) => !part.startsWith(HEADING));
  return [...parts.map((part) => part.trimEnd()), section].join("\n\n");
}
