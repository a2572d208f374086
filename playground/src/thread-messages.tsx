import type { JSX } from 'preact';
import { MessageList } from './message-list.tsx';
import { useMessages } from './use-messages.ts';

interface ThreadMessagesOptions {
  readonly thread: string;
  readonly apiKey: string;
  /** How often the thread has been looked at: its messages are read each time. */
  readonly looks: number;
  goOn(thread: string): void;
}

/** A thread that is open. */
export function ThreadMessages({ thread, apiKey, looks, goOn }: ThreadMessagesOptions): JSX.Element {
  const kept = useMessages(thread, apiKey, looks);
  return (
    <section aria-label="Messages of the thread" class="messages">
      <header>
        <h2>
          <code>{thread}</code>
        </h2>
        <button type="button" onClick={() => goOn(thread)}>
          Go on with it
        </button>
      </header>
      <MessageList {...kept} />
    </section>
  );
}
