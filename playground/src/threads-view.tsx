import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { at, listAt, textAt } from './json.ts';
import { getJson } from './server.ts';
import { ThreadMessages } from './thread-messages.tsx';

interface ThreadsViewOptions {
  readonly apiKey: string;
  readonly isShown: boolean;
  /** Goes on with a thread in the chat. */
  goOn(thread: string): void;
}

interface KeptThread {
  readonly id: string;
  readonly created: string;
  readonly metadata: string;
}

const size = 50;

/** The conversations that the server keeps. */
export function ThreadsView({ apiKey, isShown, goOn }: ThreadsViewOptions): JSX.Element {
  const [threads, setThreads] = useState<readonly KeptThread[]>([]);
  const [hasMore, setHasMore] = useState(false);
  const [problem, setProblem] = useState('');
  const [opened, setOpened] = useState('');
  // What is open is read anew when it is opened or looked at again: somebody may have gone on with it.
  const [looks, setLooks] = useState(0);
  const load = (before: readonly KeptThread[]): void => {
    const last = before.at(-1);
    const range = last === undefined ? '' : `&before=${encodeURIComponent(last.id)}`;
    getJson(`/v1/threads?limit=${size}${range}`, apiKey).then(
      (list) => {
        const found = listAt(list).map(readThread);
        setThreads([...before, ...found]);
        setHasMore(found.length === size);
        setProblem('');
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  };
  const open = (thread: string): void => {
    setOpened(thread);
    setLooks(looks + 1);
  };
  useEffect(() => {
    if (!isShown) return;
    load([]);
    setLooks((count) => count + 1);
  }, [isShown, apiKey]);
  return (
    <div class="threads">
      <section aria-label="Threads">
        <header>
          <h2>Threads</h2>
          <button type="button" onClick={() => load([])}>
            Reload
          </button>
        </header>
        {problem === '' ? null : <p class="error">{problem}</p>}
        {threads.length === 0 && problem === '' ? (
          <p class="empty">
            No threads are kept. Ask a Langbase pipe something in the chat: its answer makes one.
          </p>
        ) : null}
        <ThreadList {...{ threads, opened }} open={open} />
        {hasMore ? (
          <button type="button" onClick={() => load(threads)}>
            Older ones
          </button>
        ) : null}
      </section>
      {opened === '' ? (
        <p class="empty">Open a thread to read it.</p>
      ) : (
        <ThreadMessages {...{ apiKey, goOn, looks }} thread={opened} />
      )}
    </div>
  );
}

interface ThreadListOptions {
  readonly threads: readonly KeptThread[];
  readonly opened: string;
  open(thread: string): void;
}

function ThreadList({ threads, opened, open }: ThreadListOptions): JSX.Element {
  return (
    <ul>
      {threads.map(({ id, created, metadata }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === opened} onClick={() => open(id)}>
            <code>{id}</code>
            <span>
              {created} {metadata}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function readThread(thread: unknown): KeptThread {
  const created = at(thread, 'created_at');
  const metadata = JSON.stringify(at(thread, 'metadata') ?? {});
  return {
    id: textAt(thread, 'id'),
    created: typeof created === 'number' ? new Date(created * 1000).toLocaleString() : '',
    metadata: metadata === '{}' ? '' : metadata,
  };
}
