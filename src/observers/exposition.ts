import type { SpanHistogram } from '../core/tally.ts';

/** Names and values that tell samples of one family apart. */
export type Labels = Readonly<Record<string, string>>;

/** One number of a family. */
export interface Sample {
  readonly suffix?: '_bucket' | '_sum' | '_count';
  readonly labels: Labels;
  readonly value: number;
}

/** A metric with all its samples. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly samples: readonly Sample[];
}

/** The content type of Prometheus' text format. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

/** The families in Prometheus' text format. */
export function renderFamilies(families: readonly Family[]): string {
  return families.map(renderFamily).join('\n');
}

function renderFamily({ name, help, type, samples }: Family): string {
  const lines = samples.map(
    ({ suffix = '', labels, value }) => `${name}${suffix}${renderLabels(labels)} ${value}\n`,
  );
  return `# HELP ${name} ${escape(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
}

function renderLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${escape(value).replaceAll('"', String.raw`\"`)}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escape(text: string): string {
  return text.replaceAll('\\', String.raw`\\`).replaceAll('\n', String.raw`\n`);
}

/** A histogram's samples up to each of the bounds, which are in seconds as Prometheus wants them. */
export function countSpans(
  spans: SpanHistogram,
  bounds: readonly number[],
  labels: Labels = {},
): readonly Sample[] {
  const buckets = bounds.map((bound): Sample => ({
    suffix: '_bucket',
    labels: { ...labels, le: String(bound) },
    value: spans.countUpTo(bound * 1000),
  }));
  return [
    ...buckets,
    { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: spans.count },
    { suffix: '_sum', labels, value: spans.sum / 1000 },
    { suffix: '_count', labels, value: spans.count },
  ];
}
