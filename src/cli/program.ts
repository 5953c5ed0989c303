import { Command, Option } from "commander";
import type { AnsweringOptions, Context, ExitCode, SharedOptions } from "./context.ts";
import { parseIsoDate, parseLimit } from "./parse-arguments.ts";
import type { EvalOptions } from "./eval-options.ts";
import type { SearchOptions } from "./run-search.ts";
import type { SummaryOptions } from "./run-summary.ts";

/**
 * The grammar of the command line: each verb with its arguments. A verb's module is loaded when the verb is called, so
 * that `ask` does not wait for what only `eval` needs.
 *
 * @param onEnd Told how the verb ended.
 */
export function createProgram(context: Context, onEnd: (code: ExitCode) => void): Command {
  const program = new Command("footnote")
    .description("Answers questions about machine-learning papers, with a footnote behind every claim.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.terminal.stdout.write(text),
      writeErr: (text) => context.terminal.stderr.write(text),
      // Told once, in one line, by runCli.
      outputError: () => {},
    });

  function addVerb(usage: string, description: string): Command {
    return program
      .command(usage)
      .description(description)
      .option("--index <dir>", "the folder of the index (default: FOOTNOTE_INDEX, else index)")
      .option("--corpus <path...>", "files and folders with papers (default: what the index was built from)")
      .option("--json", "print JSON instead of text");
  }

  function addAnsweringVerb(usage: string, description: string): Command {
    return addVerb(usage, description).option(
      "--no-model",
      "answer without the language model, though one is configured",
    );
  }

  addVerb("index [path...]", "Build or renew the index from files and folders with papers.")
    .option("--strict", "fail at the first entry that has a problem")
    .option("--force", "embed every paper anew")
    .action(async (paths: string[], options: SharedOptions & { strict?: boolean; force?: boolean }) => {
      const { runIndex } = await import("./run-index.ts");
      onEnd(await runIndex(context, paths, options));
    });

  addAnsweringVerb("ask [question]", "Answer a question. Without one, on a terminal: a conversation.").action(
    async (question: string | undefined, options: AnsweringOptions) => {
      const { runAsk } = await import("./run-ask.ts");
      onEnd(await runAsk(context, question, options));
    },
  );

  addVerb("search <query>", "List the papers that match a query best.")
    .option("--since <date>", "only papers of this day or later (YYYY-MM-DD)", parseIsoDate)
    .option("--until <date>", "only papers of this day or earlier (YYYY-MM-DD)", parseIsoDate)
    .option("--has-code", "only papers that link to code")
    .option("--limit <number>", "how many papers to list, 1 to 100", parseLimit, 10)
    .action(async (query: string, options: SearchOptions) => {
      const { runSearch } = await import("./run-search.ts");
      onEnd(await runSearch(context, query, options));
    });

  addVerb("title <query>", "Find papers by a title that is misspelt, partial or abbreviated.").action(
    async (query: string, options: SharedOptions) => {
      const { runTitle } = await import("./run-title.ts");
      onEnd(await runTitle(context, query, options));
    },
  );

  addAnsweringVerb("summary <title-or-topic>", "Sum up a paper, or what the corpus says about a topic.")
    .addOption(
      new Option("--length <length>", "one sentence, a paragraph, or a paragraph in plain words")
        .choices(["short", "standard", "plain"])
        .default("standard"),
    )
    .action(async (target: string, options: SummaryOptions) => {
      const { runSummary } = await import("./run-summary.ts");
      onEnd(await runSummary(context, target, options));
    });

  addAnsweringVerb("compare <title...>", "Put two to four papers side by side.").action(
    async (titles: string[], options: AnsweringOptions) => {
      const { runCompare } = await import("./run-compare.ts");
      onEnd(await runCompare(context, titles, options));
    },
  );

  addAnsweringVerb(
    "batch <file>",
    "Answer questions from a file of JSON lines (- is stdin), one JSON line each.",
  ).action(async (file: string, options: AnsweringOptions) => {
    const { runBatch } = await import("./run-batch.ts");
    onEnd(await runBatch(context, file, options));
  });

  addVerb("eval [file...]", "Score the product on question files (default: the development questions).")
    .addOption(new Option("--ablate", "compare the search's signals instead").conflicts("model"))
    .option("--model", "let the configured language model write the answers")
    .option("--judge <name>", "with --model: the endpoint's model that judges citations (default: by words)")
    .option(
      "--record <file>",
      "with --model: write what the model is asked and answers, replayed or not, to a new file of JSON lines",
    )
    .option("--replay <file>", "with --model: take the model's answers from such a file")
    .option("--concurrency <number>", "with --model: questions at once, 1 to 100 (default: 4)", parseLimit)
    .action(async (files: string[], options: EvalOptions) => {
      const { runEval } = await import("./run-eval.ts");
      onEnd(await runEval(context, files, options));
    });

  addVerb("feedback", "Print what people thought of the bot's answers as questions for eval, one JSON line each.")
    .addHelpText("after", FEEDBACK_HELP)
    .action(async (options: SharedOptions) => {
      const { runFeedback } = await import("./run-feedback.ts");
      onEnd(await runFeedback(context, options));
    });

  return program;
}

const FEEDBACK_HELP = `
The lines hold what people typed, also in private, and no ids of Discord's.
A person must check each before eval scores with it: "type" is guessed from the
answer, "gold" is what was cited where somebody liked the answer and else empty,
and "answer" (the facts of a right answer) is always empty.`;
