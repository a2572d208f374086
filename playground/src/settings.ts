/** How a question is put: the APIs that the server speaks. */
export type Dialect = 'openai' | 'prompt' | 'langbase' | 'completion';

/** What the form says; numbers as they were typed, empty where the server shall decide. */
export interface Settings {
  readonly dialect: Dialect;
  readonly model: string;
  readonly system: string;
  readonly stream: boolean;
  /** Whether the answer is made to its end though the connection breaks. */
  readonly lasting: boolean;
  /** Whether a broken connection is taken up again unasked. */
  readonly comesBack: boolean;
  readonly ttft: string;
  readonly tokensPerSecond: string;
  readonly jitter: string;
  readonly seed: string;
  readonly maxTokens: string;
  readonly pipe: string;
  readonly thread: string;
}

/** What the form says at first: nothing of the pace, which is the server's own. */
export const firstSettings: Settings = {
  dialect: 'openai',
  model: 'gpt-4o-mini',
  system: '',
  stream: true,
  lasting: true,
  comesBack: true,
  ttft: '',
  tokensPerSecond: '',
  jitter: '',
  seed: '',
  maxTokens: '',
  pipe: '',
  thread: '',
};

/** What can be said in a dialect. */
export interface Abilities {
  readonly name: string;
  readonly path: string;
  readonly system: boolean;
  /** Whether it can answer in one piece. */
  readonly whole: boolean;
  readonly seed: boolean;
  readonly maxTokens: boolean;
  /** Whether the question goes with what was said before. */
  readonly history: boolean;
}

/** The dialects in the order in which they are offered. */
export const dialects: Readonly<Record<Dialect, Abilities>> = {
  openai: {
    name: 'OpenAI chat',
    path: 'POST /v1/chat/completions',
    system: true,
    whole: true,
    seed: true,
    maxTokens: true,
    history: true,
  },
  prompt: {
    name: 'Prompt',
    path: 'POST /v1/chat/completions',
    system: false,
    whole: false,
    seed: false,
    maxTokens: false,
    history: false,
  },
  langbase: {
    name: 'Langbase pipe',
    path: 'POST /v1/pipes/run',
    system: true,
    whole: true,
    seed: false,
    maxTokens: true,
    history: false,
  },
  completion: {
    name: 'Completion (GPT-2)',
    path: 'GET /completion/{question}',
    system: false,
    whole: false,
    seed: true,
    maxTokens: true,
    history: false,
  },
};

/** The names of the dialects, in order. */
export const dialectNames: readonly Dialect[] = ['openai', 'prompt', 'langbase', 'completion'];

/** The settings with another dialect, and the model that suits it: a completion is written by what computes. */
export function withDialect(settings: Settings, dialect: Dialect): Settings {
  const { model } = settings;
  if (dialect === 'completion') return { ...settings, dialect, model: '' };
  return { ...settings, dialect, model: model === '' ? firstSettings.model : model };
}

/** Whether the answer comes piece by piece. */
export function isStreamed({ dialect, stream }: Settings): boolean {
  return stream || !dialects[dialect].whole;
}

/** The number that was typed; undefined where none was. */
export function readNumber(typed: string): number | undefined {
  const number = Number(typed);
  return typed.trim() === '' || !Number.isFinite(number) ? undefined : number;
}
