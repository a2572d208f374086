import type { Observer, RequestRecord } from '../core/observer.ts';
import { createSpanHistogram } from '../core/tally.ts';
import { type Family, type Sample, countSpans } from './exposition.ts';
import { type Labelled, createLabelled } from './labelled.ts';

interface Counter {
  value: number;
}

/** What is counted once a request. */
export interface RequestCounts {
  readonly observer: Observer;
  families(): readonly Family[];
}

// A route, a status and a dialect are ours, so there are as many sets as we have of those; the bound is for what we overlook.
const mostRequestSets = 256;
const mostSets = 100;

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Counts by route and by model, all at zero. */
export function createRequestCounts(isKnownModel: (id: string) => boolean): RequestCounts {
  const requests = createLabelled(mostRequestSets, createCounter);
  const durations = createLabelled(mostSets, createSpanHistogram);
  const answers = createLabelled(mostSets, createCounter);
  const tokens = createLabelled(mostSets, createCounter);

  function ended(record: RequestRecord): void {
    const { route, dialect } = record;
    const method = methods.has(record.method) ? record.method : 'other';
    requests.of({ route, method, status: String(record.status), dialect }).value += 1;
    durations.of({ route }).record(record.duration);
    if (record.model === undefined) return;
    const model = isKnownModel(record.model) ? record.model : 'other';
    answers.of({ model, ending: record.finish?.replace('-', '_') ?? 'failed' }).value += 1;
    tokens.of({ model }).value += record.completionTokens ?? 0;
  }

  return {
    observer: { ended },
    families: () => [
      counters('understudy_requests_total', 'Requests that have ended.', requests),
      counters('understudy_answers_total', 'Answers that have ended, by the way they ended.', answers),
      counters('understudy_answer_tokens_total', 'Tokens of answers that have ended.', tokens),
      {
        name: 'understudy_request_duration_seconds',
        help: 'From the request to the end of the answer.',
        type: 'histogram',
        samples: durations.entries().flatMap(({ labels, part }) => countSpans(part, durationBounds, labels)),
      },
    ],
  };
}

const durationBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

function createCounter(): Counter {
  return { value: 0 };
}

function counters(name: string, help: string, labelled: Labelled<Counter>): Family {
  const samples = labelled.entries().map(({ labels, part }): Sample => ({ labels, value: part.value }));
  return { name, help, type: 'counter', samples };
}
