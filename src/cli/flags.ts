import type { Settings } from '../settings.ts';
import type { Rule } from './setting-rules.ts';

/** A setting as the command line and the environment give it. */
export interface Flag {
  /** The name of the setting. */
  readonly key: string;
  /** The same name as it is typed: `--tokens-per-second`. */
  readonly name: string;
  readonly kind: 'switch' | 'list' | 'value';
  /** The environment variables that set it; the first one that is set wins. */
  readonly variables: readonly string[];
  readonly group: string;
  readonly rule: Rule;
}

type Group = readonly [title: string, keys: readonly (keyof Settings)[]];

const groups: readonly Group[] = [
  ['Server', ['host', 'port', 'portFile', 'preset', 'strict', 'logLevel', 'shutdownGrace']],
  ['Engine', ['engine', 'seed']],
  ['Pace', ['ttft', 'tokensPerSecond', 'jitter', 'jitterShape', 'instant']],
  ['Words engine', ['message', 'textFile', 'wordsPerSecond', 'repeatCount', 'streamDuration']],
  ['Samples engine', ['chunkDelay', 'minChunks', 'maxChunks', 'samplesFile']],
  [
    'Model',
    ['model', 'maxNewTokens', 'threads', 'gpu', 'native', 'quantisation', 'deterministic', 'truncate'],
  ],
  ['Weights', ['cache', 'hubEndpoint', 'hubToken', 'offline']],
  ['Storage and Langbase', ['data', 'pagesFile', 'extraNewline']],
  [
    'Distribution',
    [
      'redis',
      'redisHost',
      'redisPort',
      'redisDb',
      'redisPrefix',
      'concurrency',
      'serves',
      'queueDepth',
      'modelConcurrency',
      'queuePatience',
    ],
  ],
  ['Security', ['apiKey', 'adminKey', 'allowedHost', 'corsOrigin']],
];

/** The flags of all settings but those that a configuration file alone can give, in the order of the help. */
export function createFlags(rules: Rule): readonly Flag[] {
  const settings: Readonly<Record<string, Rule>> = rules.properties ?? {};
  const order = groups.flatMap(([, keys]) => keys.map(String));
  const others = Object.keys(settings).filter((key) => !order.includes(key));
  return [...order, ...others].flatMap((key) => {
    const rule = settings[key];
    return rule === undefined || rule.type === 'object' ? [] : [createFlag(key, rule)];
  });
}

/** A setting's name as it is typed on the command line. */
export function nameFlag(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function createFlag(key: string, rule: Rule): Flag {
  const [group = 'Server'] = groups.find(([, keys]) => keys.some((each) => each === key)) ?? [];
  return { key, name: nameFlag(key), kind: findKind(rule), variables: rule.env ?? [], group, rule };
}

function findKind({ type }: Rule): Flag['kind'] {
  if (type === 'boolean') return 'switch';
  return type === 'array' ? 'list' : 'value';
}
