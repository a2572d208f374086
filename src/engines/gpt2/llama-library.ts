import { existsSync } from 'node:fs';

// What is used of node-llama-cpp: it is no dependency of ours, so its own types are not at hand.

/** The library. */
export interface LlamaLibrary {
  getLlama(options: {
    readonly gpu: 'auto' | false;
    readonly build: 'never';
    readonly skipDownload: true;
    readonly progressLogs: false;
    readonly logLevel: 'error';
    readonly maxThreads: number;
  }): Promise<Llama>;
  resolveChatWrapper(model: LlamaModel): ChatWrapper;
  readonly LlamaGrammarEvaluationState: new (options: {
    readonly model: LlamaModel;
    readonly grammar: LlamaGrammar;
  }) => object;
}

/** The library with its engine loaded. */
export interface Llama {
  /** False, or the name of the GPU's interface. */
  readonly gpu: string | false;
  loadModel(options: {
    readonly modelPath: string;
    readonly defaultContextFlashAttention: boolean;
  }): Promise<LlamaModel>;
  createGrammar(options: { readonly grammar: string }): Promise<LlamaGrammar>;
  createGrammarForJsonSchema(schema: unknown): Promise<LlamaGrammar>;
  getGrammarFor(name: 'json'): Promise<LlamaGrammar>;
  dispose(): Promise<void>;
}

/** A grammar in GBNF. */
export interface LlamaGrammar {
  readonly grammar: string;
}

/** What makes a prompt of a conversation. */
export interface ChatWrapper {
  generateContextState(options: { readonly chatHistory: readonly object[] }): {
    readonly contextText: { tokenize(tokenizer: unknown): readonly number[] };
  };
}

/** A model whose weights are in memory. */
export interface LlamaModel {
  readonly tokenizer: unknown;
  readonly filename: string | undefined;
  readonly trainContextSize: number;
  readonly fileInfo: {
    readonly metadata: {
      readonly general?: { readonly architecture?: string; readonly name?: string };
      readonly tokenizer: {
        readonly ggml: {
          readonly model: string;
          readonly tokens: readonly string[];
          readonly token_type?: readonly number[];
        };
        readonly chat_template?: unknown;
      };
    };
  };
  readonly tokens: {
    readonly bos: number | null;
    readonly eos: number | null;
    readonly shouldPrependBosToken: boolean;
  };
  tokenize(text: string, specialTokens: false): readonly number[];
  detokenize(tokens: readonly number[], specialTokens: false): string;
  isEogToken(token: number): boolean;
  createContext(options: {
    readonly sequences: number;
    readonly contextSize: number;
    readonly batchSize: number;
    readonly threads: number;
    readonly flashAttention: boolean;
  }): Promise<LlamaContext>;
  dispose(): Promise<void>;
}

/** The sequences of a model. */
export interface LlamaContext {
  getSequence(): LlamaSequence;
  dispose(): Promise<void>;
}

/** How the library itself chooses a token; it leaves out tokens unless it is told not to. */
export interface LlamaSampling {
  readonly temperature: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  readonly seed?: number;
}

/** What is wanted after a token. */
export interface LlamaNext {
  readonly generateNext: {
    readonly logits:
      | true
      | { readonly filter: { readonly tokens: readonly number[]; readonly includeTop: number } };
    readonly totalLogitWeight?: true;
    readonly options: LlamaSampling;
  };
}

/** One sequence. */
export interface LlamaSequence {
  readonly nextTokenIndex: number;
  controlledEvaluate(input: readonly (number | readonly [number, LlamaNext])[]): Promise<
    readonly (
      | {
          readonly next: {
            readonly logits?: ReadonlyMap<number, number>;
            readonly totalLogitWeight?: number;
          };
        }
      | undefined
    )[]
  >;
  evaluate(
    tokens: readonly number[],
    options: LlamaSampling & {
      readonly grammarEvaluationState: object;
      readonly yieldEogToken: true;
      readonly repeatPenalty?: {
        readonly punishTokens: readonly number[];
        readonly maxPunishTokens: number;
        readonly penalty: number;
        readonly frequencyPenalty: number;
        readonly presencePenalty: number;
      };
    },
  ): AsyncGenerator<number, void, void>;
  clearHistory(): Promise<void>;
  eraseContextTokenRanges(ranges: readonly { readonly start: number; readonly end: number }[]): Promise<void>;
}

// Where `npm run setup:engine` puts the version whose behaviour the tests know.
const ours = new URL('../../../native/node_modules/node-llama-cpp/dist/index.js', import.meta.url);

/** The library as the user installed it, else as `npm run setup:engine` did; undefined where neither is there. */
export async function importLlama(): Promise<LlamaLibrary | undefined> {
  const installed = await importLibrary('node-llama-cpp');
  if (installed !== undefined || !existsSync(ours)) return installed;
  return importLibrary(ours.href);
}

async function importLibrary(name: string): Promise<LlamaLibrary | undefined> {
  try {
    const library: unknown = await import(name);
    return isLibrary(library) ? library : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isLibrary(library: unknown): library is LlamaLibrary {
  return typeof library === 'object' && library !== null && 'getLlama' in library;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
