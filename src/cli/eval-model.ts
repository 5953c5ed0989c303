import { UsageError } from "../domain/errors.ts";
import { parseRecording } from "../evaluation/recording.ts";
import { Replay } from "../evaluation/replay.ts";
import type { OpenOptions, Workbench } from "../workbench.ts";
import { InputError } from "./failure.ts";
import { readInput } from "./input-file.ts";
import { plainLine } from "../domain/plain-text.ts";
import { RecordingFile } from "./recording-file.ts";
import type { EvalOptions } from "./eval-options.ts";

/** The part that a language model takes in an evaluation. */
export interface EvalModel extends Disposable {
  readonly model: NonNullable<OpenOptions["model"]>;
  readonly replay?: Replay;
}

/**
 * Makes ready what the options say of a model.
 *
 * @throws {UsageError} If they ask for a model and there is none, or say of none what only a model can do.
 * @throws {InputError} If the recording to replay, or the file to record to, cannot be used.
 */
export async function openEvalModel(options: EvalOptions, workbench: Workbench): Promise<EvalModel> {
  const { model, record, replay: replayFile } = options;
  if (!model) {
    const idle = (["judge", "record", "replay", "concurrency"] as const).find((name) => options[name] !== undefined);
    if (idle) throw new UsageError(`--${idle} is for a model's answers: add --model.`);
    return { model: "none", [Symbol.dispose]() {} };
  }
  if (workbench.modelName === undefined && replayFile === undefined) {
    throw new UsageError(
      "There is no model to score: name one in FOOTNOTE_CHAT_MODEL, or give a recording to --replay.",
    );
  }

  const replay = replayFile === undefined ? undefined : await readReplay(replayFile);
  const file = record === undefined ? undefined : new RecordingFile(record);
  return {
    model: {
      ...(replay && { replay: (request) => replay.answer(request) }),
      ...(file && { onRequest: ({ id, messages }, completion) => file.add({ id, messages, completion }) }),
    },
    ...(replay && { replay }),
    [Symbol.dispose]: () => file?.[Symbol.dispose](),
  };
}

async function readReplay(file: string): Promise<Replay> {
  const text = await readInput(file);
  try {
    return new Replay(parseRecording(text));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const what = cause.message.replaceAll("SyntaxError: ", "").replace(/\.$/, "").replace(/^Line/, "line");
    const mend = "Mend that line or take it out, or record anew with --record";
    throw new InputError(plainLine(`Cannot replay ${file}: ${what}. ${mend}.`), { cause });
  }
}
