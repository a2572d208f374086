import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { at, parseJson, textAt } from './json.ts';
import { type Sample, parseMetrics, quantileOf, sumOf } from './metrics-text.ts';
import { getText } from './server.ts';
import { formatCount, formatMs } from './tell.ts';

interface ServerViewOptions {
  readonly apiKey: string;
  readonly isShown: boolean;
}

interface Status {
  readonly health: unknown;
  readonly samples: readonly Sample[];
}

const period = 2000;

/** What the server does at the moment, asked for as long as it is looked at. */
export function ServerView({ apiKey, isShown }: ServerViewOptions): JSX.Element {
  const [status, setStatus] = useState<Status | undefined>(undefined);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (!isShown) return undefined;
    const look = (): void => {
      if (document.hidden) return;
      Promise.all([getText('/health', apiKey), getText('/metrics', apiKey)]).then(
        ([health, metrics]) => {
          setStatus({ health: parseJson(health), samples: parseMetrics(metrics) });
          setProblem('');
        },
        (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
      );
    };
    look();
    const timer = setInterval(look, period);
    return () => clearInterval(timer);
  }, [isShown, apiKey]);
  const isOpen = apiKey === '' && status !== undefined && problem === '';
  return (
    <section class="server" aria-label="Server">
      <h2>Server</h2>
      {problem === '' ? null : (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {status === undefined ? null : <Facts {...status} />}
      <p class="note">
        From <a href="/health">/health</a> and <Path path="/metrics" isOpen={isOpen} />, every {period / 1000}{' '}
        seconds while this view is open. All paths: <Path path="/docs" isOpen={isOpen} />.
      </p>
    </section>
  );
}

interface PathOptions {
  readonly path: string;
  readonly isOpen: boolean;
}

// A link shows no key: where one is asked for it would lead to a refusal.
function Path({ path, isOpen }: PathOptions): JSX.Element {
  return isOpen ? <a href={path}>{path}</a> : <code>{path}</code>;
}

function Facts({ health, samples }: Status): JSX.Element {
  const facts = listFacts(health, samples);
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function listFacts(health: unknown, samples: readonly Sample[]): readonly (readonly [string, string])[] {
  const sum = (name: string): string => formatCount(sumOf(samples, name));
  const late = (part: number): string => {
    const edge = quantileOf(samples, 'understudy_lateness_seconds', part);
    return edge === undefined
      ? '–'
      : edge === Infinity
        ? 'more than the last bucket'
        : `≤ ${formatMs(edge * 1000)}`;
  };
  const workers = sumOf(samples, 'understudy_workers');
  const queued = sumOf(samples, 'understudy_queue_waiting') ?? sumOf(samples, 'vllm:num_requests_waiting');
  return [
    ['State', textAt(health, 'status')],
    ['Version', textAt(health, 'version')],
    ['Uptime', describeUptime(at(health, 'uptime'))],
    ['Streams running', sum('understudy_streams_running')],
    ['Streams without a client', sum('understudy_streams_without_client')],
    ['Queue depth', formatCount(queued)],
    ['Workers', workers === undefined ? 'in this process' : formatCount(workers)],
    ['Tokens written', sum('understudy_tokens_total')],
    ['Late, half of the tokens', late(0.5)],
    ['Late, 99 of 100', late(0.99)],
    ['Answers', sum('understudy_answers_total')],
    ['Hung up by clients', sum('understudy_aborted_total')],
  ];
}

function describeUptime(seconds: unknown): string {
  if (typeof seconds !== 'number') return '–';
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
