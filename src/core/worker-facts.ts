/** What a worker tells of itself. */
export interface WorkerFacts {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly version: string;
  /** The models whose answers it makes. */
  readonly models: readonly string[];
  readonly concurrency: number;
  readonly running: number;
  /** Cores' worth of work since it was told last. */
  readonly cpu: number;
  /** Resident memory in bytes, of the worker's own process. */
  readonly memory: number;
  /** What its models may compute on. */
  readonly gpu: 'auto' | 'off';
  /** What the model that it has loaded computes on: 'cpu', or the name of the GPU's interface. Absent: none is loaded yet. */
  readonly device?: string;
  /** When it was told, in milliseconds since 1970. */
  readonly told: number;
}
