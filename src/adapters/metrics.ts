import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { type AnswerEvent, SURFACES } from "../domain/answer-event.ts";
import type { BotStatus, Metrics } from "../domain/ports.ts";

/** Upper bounds in seconds: of a search (milliseconds) as well as of a model's long answer (two minutes at the most). */
const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 120];

/** Upper bounds in seconds around the three that Discord waits. */
const ACKNOWLEDGEMENT_SECONDS = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 5];

const OUTCOMES = [
  "answered",
  "not-stated",
  "no-evidence",
  "declined",
  "failed",
] as const satisfies AnswerEvent["outcome"][];

/** {@link Metrics} for Prometheus, in a registry of their own, with those of the process. */
export class PrometheusMetrics implements Metrics {
  readonly #registry = new Registry();
  readonly #answers: Counter<"surface" | "outcome">;
  readonly #failures: Counter<"code">;
  readonly #tokens: Counter<"kind">;
  readonly #dollars: Counter;
  readonly #feedback: Counter<"rating">;
  readonly #answerSeconds: Histogram<"surface">;
  readonly #stageSeconds: Histogram<"stage">;
  readonly #acknowledgementSeconds: Histogram;

  /** @param status Asked whenever somebody reads the metrics. */
  constructor(status: () => BotStatus) {
    const registers = [this.#registry];
    this.#answers = new Counter({
      name: "footnote_answers_total",
      help: "Answers given, by where they were asked for and how they ended.",
      labelNames: ["surface", "outcome"],
      registers,
    });
    this.#failures = new Counter({
      name: "footnote_failures_total",
      help: "Answers that failed, by the code of the failure.",
      labelNames: ["code"],
      registers,
    });
    this.#tokens = new Counter({
      name: "footnote_model_tokens_total",
      help: "Tokens of the language model in answers given: of its prompts, and of what it wrote.",
      labelNames: ["kind"],
      registers,
    });
    this.#dollars = new Counter({
      name: "footnote_model_dollars_total",
      help: "US dollars that the language model took for answers given, where prices are configured.",
      registers,
    });
    this.#feedback = new Counter({
      name: "footnote_feedback_total",
      help: "What people thought of answers.",
      labelNames: ["rating"],
      registers,
    });
    this.#answerSeconds = new Histogram({
      name: "footnote_answer_seconds",
      help: "From hearing a question to the last word of its answer.",
      labelNames: ["surface"],
      buckets: ANSWER_SECONDS,
      registers,
    });
    this.#stageSeconds = new Histogram({
      name: "footnote_stage_seconds",
      help: "How long one step of an answer took.",
      labelNames: ["stage"],
      buckets: ANSWER_SECONDS,
      registers,
    });
    this.#acknowledgementSeconds = new Histogram({
      name: "footnote_acknowledgement_seconds",
      help: "From hearing an interaction to telling Discord, which waits for 3 seconds.",
      buckets: ACKNOWLEDGEMENT_SECONDS,
      registers,
    });
    this.#beginAtZero();
    this.#watch(status);
    collectDefaultMetrics({ register: this.#registry });
  }

  countAnswer({ surface, outcome, failure, ms, promptTokens = 0, completionTokens = 0, cost = 0 }: AnswerEvent): void {
    this.#answers.inc({ surface, outcome });
    if (failure !== undefined) this.#failures.inc({ code: failure });
    this.#tokens.inc({ kind: "prompt" }, amount(promptTokens));
    this.#tokens.inc({ kind: "completion" }, amount(completionTokens));
    this.#dollars.inc(amount(cost));
    const { total = 0, ...stages } = ms;
    this.#answerSeconds.observe({ surface }, amount(total / 1000));
    for (const [stage, taken] of Object.entries(stages)) this.#stageSeconds.observe({ stage }, amount(taken / 1000));
  }

  countFeedback(isGood: boolean): void {
    this.#feedback.inc({ rating: isGood ? "good" : "bad" });
  }

  timeAcknowledgement(ms: number): void {
    this.#acknowledgementSeconds.observe(amount(ms / 1000));
  }

  /** @returns All metrics in Prometheus' text format. */
  render(): Promise<string> {
    return this.#registry.metrics();
  }

  /** A counter that first shows up as 1 looks to Prometheus as if it had never risen. */
  #beginAtZero(): void {
    for (const surface of SURFACES) for (const outcome of OUTCOMES) this.#answers.inc({ surface, outcome }, 0);
    for (const kind of ["prompt", "completion"] as const) this.#tokens.inc({ kind }, 0);
    for (const rating of ["good", "bad"] as const) this.#feedback.inc({ rating }, 0);
  }

  #watch(status: () => BotStatus): void {
    const gauge = (name: string, help: string, read: (now: BotStatus) => number): void => {
      void new Gauge({
        name,
        help,
        registers: [this.#registry],
        collect() {
          this.set(read(status()));
        },
      });
    };
    gauge("footnote_ready", "1 while the bot hears what people say, else 0.", ({ isReady }) => Number(isReady));
    gauge("footnote_queue_length", "Questions that wait for their turn.", ({ queued }) => queued);
    gauge("footnote_answers_under_way", "Answers that are worked on.", ({ answersUnderWay }) => answersUnderWay);
    gauge("footnote_papers", "Papers in the index.", ({ papers }) => papers);
    gauge(
      "footnote_index_built_timestamp_seconds",
      "When the index was built, in seconds since 1970.",
      ({ indexBuiltAt }) => Date.parse(indexBuiltAt) / 1000,
    );
  }
}

/** The counters throw at anything else, and nobody's answer shall fail for them. */
function amount(value: number): number {
  return value > 0 && value < Infinity ? value : 0;
}
