/** A call as another server must know it to go on with its stream: no keys, no cookies. */
export interface KeptCall {
  readonly id: string;
  /** Who answers it. */
  readonly dialect: string;
  /** The endpoint's path, with its names. */
  readonly route: string;
  readonly method: string;
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The body in base64. */
  readonly body: string;
  /** When it came in, in milliseconds since 1970. */
  readonly began: number;
}

/** Where the calls of streams are kept that outlive the server which took them. */
export interface CallMemory {
  keep(call: KeptCall): Promise<void>;
  /** Undefined where there is none, or its time is over. */
  find(id: string): Promise<KeptCall | undefined>;
}
