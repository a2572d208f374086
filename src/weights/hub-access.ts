import type { Clock } from '../core/clock.ts';

/** What happens while weights are fetched and converted. */
export type WeightsProgress =
  /** So much of a file is there; `resumed` bytes of it were there before. */
  | {
      readonly kind: 'download';
      readonly file: string;
      readonly bytes: number;
      readonly total: number | undefined;
      readonly resumed: number;
    }
  /** A download broke off and is taken up again after a wait in milliseconds. */
  | { readonly kind: 'retry'; readonly file: string; readonly reason: string; readonly wait: number }
  /** Another process fetches or converts the same weights. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'convert'; readonly file: string; readonly bytes: number; readonly total: number };

/** How weights are fetched. */
export interface HubAccess {
  /** Where the hub is: `https://huggingface.co`, or a mirror. */
  readonly endpoint: string;
  /** Shown to the endpoint's own origin, and to nobody else. */
  readonly token?: string | undefined;
  /** Whether nothing may be fetched. */
  readonly offline: boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  tell(progress: WeightsProgress): void;
  /** How many bytes are free where a folder lies; absent: as the system says. */
  readonly freeBytes?: ((folder: string) => Promise<number>) | undefined;
}

/** The hub that is asked where no other one is named. */
export const usualEndpoint = 'https://huggingface.co';
