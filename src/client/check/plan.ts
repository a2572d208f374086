/** How an endpoint that is checked speaks. */
export type CheckDialect = 'openai' | 'prompt' | 'completion' | 'wordstream' | 'langbase';

/** What a figure must exceed, or stay below, to pass. */
export interface CheckLimits {
  /** Milliseconds within which the first text must come. */
  readonly firstToken: number;
  /** Tokens a second that must be exceeded; absent: any number will do. */
  readonly rate?: number | undefined;
  /** Pieces of text that must be exceeded; absent: any number will do. */
  readonly chunks?: number | undefined;
  /** Characters that must be exceeded; absent: any number will do. */
  readonly characters?: number | undefined;
}

/** What is checked, and how; times in milliseconds. */
export interface CheckPlan {
  readonly url: URL;
  readonly dialect: CheckDialect;
  /** Absent: the endpoint's own. */
  readonly model?: string | undefined;
  readonly prompt: string;
  readonly apiKey?: string | undefined;
  /** The longest that one request may take. */
  readonly timeout: number;
  readonly limits: CheckLimits;
}
