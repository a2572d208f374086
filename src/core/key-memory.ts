/** What a client's key was first used for. */
export interface KeyUse {
  /** A digest of what was asked for: the key is good for nothing else. */
  readonly print: string;
  /** The name under which the answer is made and kept. */
  readonly id: string;
  /** When it was asked for, in milliseconds since 1970. */
  readonly began: number;
}

/** Where keys are kept with which clients ask for one answer again, for as long as the answer may be. */
export interface KeyMemory {
  /** Keeps the use where the key is new, and gives the one that is kept: of several at once, one is the first. */
  claim(key: string, use: KeyUse): Promise<KeyUse>;
  /** Lets go a key whose use came to nothing; does nothing where it has another use by now. */
  release(key: string, use: KeyUse): Promise<void>;
}
