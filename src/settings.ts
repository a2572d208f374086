import { z } from 'zod';
import { paceSchema } from './core/pace.ts';
import { distributionSettings } from './distribution-settings.ts';
import { wordsOptions } from './engines/words.ts';
import { limitsSchema } from './http/limits.ts';
import { storeBounds } from './stores/bounds.ts';

const flag = z.stringbool().or(z.boolean());
const list = z.array(z.string().min(1));
const port = z.coerce.number().int().min(0).max(65_535);
const chunks = z.coerce.number().int().min(1).max(1000);

/** What a configured model overrides: its engine and its pace. */
const modelSchema = paceSchema.partial().extend({
  engine: z.enum(['composer', 'words', 'samples', 'gpt2']).optional(),
});

/**
 * Every setting of a server: its name is the flag in camel case, `env` names its environment variables (the first one set wins),
 * the description is the help text. What has no default here depends on other settings.
 */
export const settingsSchema = z.strictObject({
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('address to listen on')
    .meta({ env: ['HOST'] }),
  port: port
    .optional()
    .describe('port to listen on; 0 takes a free one (default 8080; 8000 under wordstream)')
    .meta({ env: ['PORT'] }),
  preset: z
    .enum(['openai', 'wordstream', 'classic'])
    .default('openai')
    .describe('openai; wordstream: words on every POST, port 8000; classic: both, on ports 8000 and 8080')
    .meta({ env: ['UNDERSTUDY_PRESET'] }),
  engine: z
    .enum(['composer', 'words', 'samples', 'gpt2'])
    .optional()
    .describe('where text comes from (default composer)')
    .meta({ env: ['UNDERSTUDY_ENGINE'] }),
  message: wordsOptions.shape.message.meta({ env: ['UNDERSTUDY_MESSAGE'] }),
  textFile: z
    .string()
    .optional()
    .describe('file whose text the words engine streams')
    .meta({ env: ['UNDERSTUDY_TEXT_FILE'] }),
  wordsPerSecond: wordsOptions.shape.wordsPerSecond.meta({ env: ['UNDERSTUDY_WORDS_PER_SECOND'] }),
  repeatCount: wordsOptions.shape.repeatCount.meta({ env: ['UNDERSTUDY_REPEAT_COUNT'] }),
  streamDuration: wordsOptions.shape.streamDuration.meta({ env: ['UNDERSTUDY_STREAM_DURATION'] }),
  chunkDelay: z.coerce
    .number()
    .min(0)
    .max(600)
    .optional()
    .describe('seconds between the pieces of the samples engine (default 1)')
    .meta({ env: ['CHUNK_DELAY_SECONDS'] }),
  minChunks: chunks
    .optional()
    .describe('fewest pieces of a samples answer (default 5)')
    .meta({ env: ['MIN_CHUNKS'] }),
  maxChunks: chunks
    .optional()
    .describe('most pieces of a samples answer (default 10)')
    .meta({ env: ['MAX_CHUNKS'] }),
  samplesFile: z
    .string()
    .optional()
    .describe('file of sample answers, in place of ours')
    .meta({ env: ['UNDERSTUDY_SAMPLES_FILE'] }),
  model: z
    .string()
    .min(1)
    .max(1024)
    .optional()
    .describe("model that computes: 'story', an id of the hub, a folder, a GGUF file (default story)")
    .meta({ env: ['MODEL'] }),
  maxNewTokens: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(20)
    .describe('tokens that /completion goes on for')
    .meta({ env: ['MAX_NEW_TOKENS'] }),
  threads: z.coerce
    .number()
    .int()
    .min(1)
    .max(1024)
    .optional()
    .describe('threads that compute (default: the cores but one)')
    .meta({ env: ['THREADS'] }),
  gpu: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe('whether a GPU computes where there is one')
    .meta({ env: ['UNDERSTUDY_GPU'] }),
  native: z
    .enum(['auto', 'off'])
    .default('auto')
    .describe('whether llama.cpp computes where it is installed')
    .meta({ env: ['UNDERSTUDY_NATIVE'] }),
  quantisation: z
    .enum(['q8_0', 'f16', 'f32'])
    .default('q8_0')
    .describe('how weights are stored for llama.cpp')
    .meta({ env: ['UNDERSTUDY_QUANTISATION'] }),
  deterministic: flag
    .default(false)
    .describe('numbers that depend less on what else is computed, a quarter slower at worst')
    .meta({ env: ['DETERMINISTIC'] }),
  truncate: flag
    .default(false)
    .describe('cut prompts that the model has no room for from the left, rather than refuse them')
    .meta({ env: ['UNDERSTUDY_TRUNCATE'] }),
  cache: z
    .string()
    .min(1)
    .optional()
    .describe('folder for fetched and converted weights (default ~/.cache/understudy)')
    .meta({ env: ['UNDERSTUDY_CACHE'] }),
  hubEndpoint: z
    .string()
    .regex(/^https?:\/\//, 'must be an address')
    .optional()
    .describe('where weights are fetched from (default https://huggingface.co)')
    .meta({ env: ['HF_ENDPOINT'] }),
  hubToken: z
    .string()
    .min(1)
    .optional()
    .describe('token that the hub is shown')
    .meta({ env: ['HF_TOKEN'] }),
  offline: flag
    .default(false)
    .describe('fetch nothing')
    .meta({ env: ['HF_HUB_OFFLINE'] }),
  ttft: paceSchema.shape.ttft.default(200).meta({ env: ['UNDERSTUDY_TTFT'] }),
  tokensPerSecond: paceSchema.shape.tokensPerSecond
    .default(50)
    .meta({ env: ['UNDERSTUDY_TOKENS_PER_SECOND'] }),
  jitter: paceSchema.shape.jitter.default(0).meta({ env: ['UNDERSTUDY_JITTER'] }),
  jitterShape: paceSchema.shape.jitterShape.default('normal').meta({ env: ['UNDERSTUDY_JITTER_SHAPE'] }),
  instant: flag
    .default(false)
    .describe('no pacing at all')
    .meta({ env: ['UNDERSTUDY_INSTANT'] }),
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .describe('server seed: equal seeds and requests give equal answers')
    .meta({ env: ['UNDERSTUDY_SEED'] }),
  strict: flag
    .default(false)
    .describe('as OpenAI would: a missing key is 401, an unknown model 404, an unknown body key 400')
    .meta({ env: ['UNDERSTUDY_STRICT'] }),
  data: z
    .string()
    .min(1)
    .optional()
    .describe("folder for threads and all else that is kept; ':memory:' keeps nothing (default .understudy)")
    .meta({ env: ['UNDERSTUDY_DATA'] }),
  ...distributionSettings,
  pagesFile: z
    .string()
    .optional()
    .describe("file of web pages that Langbase's search and crawl find, in place of ours")
    .meta({ env: ['UNDERSTUDY_PAGES_FILE'] }),
  extraNewline: flag
    .default(false)
    .describe("end Langbase's events with a line end more, for its SDK, which tells each one late")
    .meta({ env: ['UNDERSTUDY_EXTRA_NEWLINE'] }),
  adminKey: z
    .string()
    .regex(/^[!-~]{8,1024}$/, 'takes 8 to 1024 printable ASCII characters without blanks')
    .optional()
    .describe('key that opens /admin: queues, workers and answers (default: there is no such path)')
    .meta({ env: ['UNDERSTUDY_ADMIN_KEY'] }),
  apiKey: list
    .default([])
    .describe('key that calls must show; may be given again')
    .meta({ env: ['UNDERSTUDY_API_KEYS'] }),
  allowedHost: list
    .default([])
    .describe('Host name to accept besides this machine; may be given again')
    .meta({ env: ['UNDERSTUDY_ALLOWED_HOSTS'] }),
  corsOrigin: list
    .default([])
    .describe("origin whose pages may call, '*' for any; may be given again")
    .meta({ env: ['UNDERSTUDY_CORS_ORIGINS'] }),
  portFile: z
    .string()
    .optional()
    .describe('file to write the port to once the server listens')
    .meta({ env: ['UNDERSTUDY_PORT_FILE'] }),
  logLevel: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('what the log tells')
    .meta({ env: ['LOG_LEVEL'] }),
  shutdownGrace: z.coerce
    .number()
    .min(0)
    .max(3600)
    .default(23)
    .describe('seconds that running answers get to finish at shutdown')
    .meta({ env: ['UNDERSTUDY_SHUTDOWN_GRACE'] }),
  limits: limitsSchema.prefault({}).describe('bounds of the server, in the configuration file alone'),
  storage: storeBounds.prefault({}).describe('bounds of what is kept, in the configuration file alone'),
  models: z
    .record(z.string(), modelSchema)
    .default({})
    .describe('models by id with an engine and a pace of their own, in the configuration file alone'),
});

/** The settings of one server, checked and complete. */
export type Settings = z.output<typeof settingsSchema>;

/** Settings as a caller gives them: all optional. */
export type SettingsInput = z.input<typeof settingsSchema>;

/** A setting that cannot be used, named so that whoever gave it knows which; with a cause where it may be right and something else has failed. */
export class SettingsError extends Error {
  readonly setting: string;

  constructor(setting: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SettingsError';
    this.setting = setting;
  }
}

/** Settings with their defaults; throws a SettingsError for the first one that is wrong. */
export function readSettings(input: SettingsInput): Settings {
  const parsed = settingsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw toSettingsError(parsed.error);
}

/** The first issue of a schema that refused, as the setting it names. */
export function toSettingsError({ issues: [issue] }: z.ZodError): SettingsError {
  if (issue?.code === 'unrecognized_keys') return new SettingsError(issue.keys[0] ?? '', 'is no setting');
  return new SettingsError(issue?.path.join('.') ?? '', issue?.message ?? 'not understood');
}
