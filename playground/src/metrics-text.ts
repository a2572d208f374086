/** One line of Prometheus' text. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads Prometheus' text. */
export function parseMetrics(text: string): readonly Sample[] {
  return text.split('\n').flatMap((line) => {
    const match = /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? (?<value>\S+)/.exec(line);
    const { name, labels = '', value } = match?.groups ?? {};
    return name === undefined || value === undefined
      ? []
      : [{ name, labels: parseLabels(labels), value: readValue(value) }];
  });
}

function parseLabels(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/(?<name>\w+)="(?<value>(?:\\.|[^"\\])*)"/g)];
  return Object.fromEntries(pairs.map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? '']));
}

function readValue(text: string): number {
  return text === '+Inf' ? Infinity : Number(text);
}

/** The sum of all samples of a name; undefined where there are none. */
export function sumOf(samples: readonly Sample[], name: string): number | undefined {
  const found = samples.filter((sample) => sample.name === name);
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
}

/** The upper edge of the bucket that a quantile of a histogram lies in; undefined where nothing was counted. */
export function quantileOf(samples: readonly Sample[], histogram: string, part: number): number | undefined {
  const edges = new Map<number, number>();
  for (const { name, labels, value } of samples) {
    if (name !== `${histogram}_bucket`) continue;
    const edge = readValue(labels['le'] ?? '');
    edges.set(edge, (edges.get(edge) ?? 0) + value);
  }
  const total = edges.get(Infinity) ?? 0;
  if (total === 0) return undefined;
  const sorted = [...edges].sort(([a], [b]) => a - b);
  return sorted.find(([, count]) => count >= part * total)?.[0];
}
