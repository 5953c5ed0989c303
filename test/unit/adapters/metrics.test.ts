import { describe, expect, it } from "vitest";
import { PrometheusMetrics } from "../../../src/adapters/metrics.ts";
import type { AnswerEvent } from "../../../src/domain/answer-event.ts";
import type { BotStatus } from "../../../src/domain/ports.ts";

const STATUS: BotStatus = {
  isReady: true,
  queued: 0,
  answersUnderWay: 0,
  papers: 829,
  indexBuiltAt: "2026-03-01T12:00:00.500Z",
};
const EVENT: AnswerEvent = {
  id: "secret-id",
  surface: "ask",
  outcome: "answered",
  ms: { retrieve: 20, model: 3000, total: 3100 },
  papers: 2,
};

/** The metrics, and how to read the value of one as Prometheus would. */
function metricsOf(status: () => BotStatus = () => STATUS) {
  const metrics = new PrometheusMetrics(status);
  const read = async (series: string): Promise<number | undefined> => {
    const lines = (await metrics.render()).split("\n");
    const line = lines.find((text) => text.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  return { metrics, read };
}

describe("PrometheusMetrics", () => {
  it("counts answers by surface and outcome, from nought", async () => {
    const { metrics, read } = metricsOf();
    const series = 'footnote_answers_total{surface="ask",outcome="answered"}';
    await expect(read(series)).resolves.toBe(0);
    metrics.countAnswer(EVENT);
    metrics.countAnswer({ ...EVENT, outcome: "no-evidence" });
    await expect(read(series)).resolves.toBe(1);
    await expect(read('footnote_answers_total{surface="ask",outcome="no-evidence"}')).resolves.toBe(1);
    await expect(read('footnote_answers_total{surface="dm",outcome="answered"}')).resolves.toBe(0);
  });

  it("counts failures by their code", async () => {
    const { metrics, read } = metricsOf();
    metrics.countAnswer({ ...EVENT, outcome: "failed", failure: "chat/timed-out" });
    await expect(read('footnote_failures_total{code="chat/timed-out"}')).resolves.toBe(1);
    await expect(read('footnote_answers_total{surface="ask",outcome="failed"}')).resolves.toBe(1);
  });

  it("adds up the model's tokens and dollars", async () => {
    const { metrics, read } = metricsOf();
    metrics.countAnswer({ ...EVENT, promptTokens: 900, completionTokens: 100, cost: 0.25 });
    metrics.countAnswer({ ...EVENT, promptTokens: 100, completionTokens: 20, cost: 0.5 });
    metrics.countAnswer(EVENT);
    await expect(read('footnote_model_tokens_total{kind="prompt"}')).resolves.toBe(1000);
    await expect(read('footnote_model_tokens_total{kind="completion"}')).resolves.toBe(120);
    await expect(read("footnote_model_dollars_total")).resolves.toBe(0.75);
  });

  it("counts what people thought", async () => {
    const { metrics, read } = metricsOf();
    metrics.countFeedback(true);
    metrics.countFeedback(true);
    metrics.countFeedback(false);
    await expect(read('footnote_feedback_total{rating="good"}')).resolves.toBe(2);
    await expect(read('footnote_feedback_total{rating="bad"}')).resolves.toBe(1);
  });

  it("times answers by surface, their stages, and acknowledgements, in seconds", async () => {
    const { metrics, read } = metricsOf();
    metrics.countAnswer(EVENT);
    metrics.timeAcknowledgement(300);
    await expect(read('footnote_answer_seconds_sum{surface="ask"}')).resolves.toBe(3.1);
    await expect(read('footnote_stage_seconds_bucket{le="0.025",stage="retrieve"}')).resolves.toBe(1);
    await expect(read('footnote_stage_seconds_sum{stage="model"}')).resolves.toBe(3);
    await expect(read('footnote_stage_seconds_sum{stage="total"}')).resolves.toBeUndefined();
    await expect(read('footnote_acknowledgement_seconds_bucket{le="0.25"}')).resolves.toBe(0);
    await expect(read('footnote_acknowledgement_seconds_bucket{le="0.5"}')).resolves.toBe(1);
  });

  it("tells how the bot is when it is asked", async () => {
    let status = STATUS;
    const { read } = metricsOf(() => status);
    await expect(read("footnote_ready")).resolves.toBe(1);
    await expect(read("footnote_papers")).resolves.toBe(829);
    await expect(read("footnote_index_built_timestamp_seconds")).resolves.toBe(Date.UTC(2026, 2, 1, 12) / 1000 + 0.5);
    status = { ...STATUS, isReady: false, queued: 7, answersUnderWay: 8 };
    await expect(read("footnote_ready")).resolves.toBe(0);
    await expect(read("footnote_queue_length")).resolves.toBe(7);
    await expect(read("footnote_answers_under_way")).resolves.toBe(8);
  });

  it("tells of the process", async () => {
    const { read } = metricsOf();
    expect(await read("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
    expect(await read("nodejs_eventloop_lag_p99_seconds")).toBeDefined();
  });

  it("holds no id, no model and no question", async () => {
    const { metrics } = metricsOf();
    metrics.countAnswer({ ...EVENT, model: "secret-model", question: "secret question" });
    await expect(metrics.render()).resolves.not.toContain("secret");
  });

  it.each([Number.NaN, Infinity, -1])("fails nobody who counts %s", async (odd) => {
    const { metrics, read } = metricsOf();
    metrics.countAnswer({
      ...EVENT,
      promptTokens: odd,
      completionTokens: odd,
      cost: odd,
      ms: { total: odd, read: odd },
    });
    metrics.timeAcknowledgement(odd);
    await expect(read("footnote_model_dollars_total")).resolves.toBe(0);
  });

  it("keeps two bots in one process apart", async () => {
    const [one, other] = [metricsOf(), metricsOf()];
    one.metrics.countFeedback(true);
    await expect(other.read('footnote_feedback_total{rating="good"}')).resolves.toBe(0);
  });
});
