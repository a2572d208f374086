import type { SpanHistogram, Tally } from '../core/tally.ts';
import { type Family, type Labels, countSpans } from './exposition.ts';

/** What the tally says, in vLLM's names so that its dashboards work, and in ours. */
export function tallyFamilies(tally: Tally): readonly Family[] {
  return [...vllmFamilies(tally), ...ownFamilies(tally)];
}

// vLLM's dashboards choose by this label; a server of vLLM serves one model.
const served: Labels = { model_name: 'understudy' };

function vllmFamilies(tally: Tally): readonly Family[] {
  const { finished } = tally;
  return [
    gauge('vllm:num_requests_running', 'Answers being given now.', tally.running + tally.waiting, served),
    gauge('vllm:num_requests_waiting', 'Requests in a queue: there is none, so always 0.', 0, served),
    counter('vllm:prompt_tokens_total', 'Tokens of prompts.', tally.promptTokens, served),
    counter('vllm:generation_tokens_total', 'Tokens of answers.', tally.tokens, served),
    {
      name: 'vllm:request_success_total',
      help: 'Choices of answers by the reason they finished.',
      type: 'counter',
      samples: Object.entries(finished).map(([reason, value]) => ({
        labels: { ...served, finished_reason: reason.replace('-', '_') },
        value,
      })),
    },
    spans('vllm:time_to_first_token_seconds', 'From the request to the first text.', firstTokenBounds, [
      tally.timeToFirstToken,
      served,
    ]),
    spans('vllm:inter_token_latency_seconds', 'From each piece of a stream to the next.', tokenBounds, [
      tally.timeBetweenPieces,
      served,
    ]),
    spans(
      'vllm:request_time_per_output_token_seconds',
      'Mean time between the tokens of each stream.',
      tokenBounds,
      [tally.timePerToken, served],
    ),
    spans('vllm:e2e_request_latency_seconds', 'From the request to the end of the answer.', answerBounds, [
      tally.duration,
      served,
    ]),
  ];
}

function ownFamilies(tally: Tally): readonly Family[] {
  return [
    gauge('understudy_streams_running', 'Streams being written now.', tally.running),
    gauge('understudy_answers_waiting', 'Whole answers that clients wait for now.', tally.waiting),
    counter('understudy_tokens_total', 'Tokens sent in streams and whole answers.', tally.tokens),
    counter('understudy_aborted_total', 'Answers whose client hung up.', tally.aborted),
    counter(
      'understudy_slow_readers_total',
      'Streams cut because the client stopped reading.',
      tally.slowReaders,
    ),
    spans(
      'understudy_lateness_seconds',
      'How much later than its moment each piece was written.',
      latenessBounds,
      [tally.lateness, {}],
    ),
  ];
}

const firstTokenBounds = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 10, 40, 160,
];
const tokenBounds = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2.5, 5, 10,
];
const answerBounds = [0.01, 0.1, 0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 60, 120, 240, 300];
const latenessBounds = [0.0005, 0.001, 0.0015, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5];

function gauge(name: string, help: string, value: number, labels: Labels = {}): Family {
  return { name, help, type: 'gauge', samples: [{ labels, value }] };
}

function counter(name: string, help: string, value: number, labels: Labels = {}): Family {
  return { name, help, type: 'counter', samples: [{ labels, value }] };
}

function spans(
  name: string,
  help: string,
  bounds: readonly number[],
  [histogram, labels]: readonly [SpanHistogram, Labels],
): Family {
  return { name, help, type: 'histogram', samples: countSpans(histogram, bounds, labels) };
}
