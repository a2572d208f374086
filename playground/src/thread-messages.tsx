import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { listAt, textAt } from './json.ts';
import { Markdown } from './markdown.tsx';
import { getJson } from './server.ts';

interface ThreadMessagesOptions {
  readonly thread: string;
  readonly apiKey: string;
  /** How often the thread has been looked at: its messages are read each time. */
  readonly looks: number;
  goOn(thread: string): void;
}

/** What was said in a thread. */
export function ThreadMessages({ thread, apiKey, looks, goOn }: ThreadMessagesOptions): JSX.Element {
  const [messages, setMessages] = useState<readonly unknown[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let isAsked = true;
    getJson(`/v1/threads/${encodeURIComponent(thread)}/messages`, apiKey).then(
      (list) => {
        if (!isAsked) return;
        setMessages(listAt(list));
        setProblem('');
      },
      (error: unknown) => isAsked && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isAsked = false;
    };
  }, [thread, apiKey, looks]);
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
      {problem === '' ? null : <p class="error">{problem}</p>}
      {messages.map((message) => (
        <article key={textAt(message, 'id')} class={textAt(message, 'role')}>
          <h3>{textAt(message, 'role')}</h3>
          <Markdown text={contentOf(message)} />
        </article>
      ))}
    </section>
  );
}

function contentOf(message: unknown): string {
  const text = textAt(message, 'content');
  if (text !== '') return text;
  const parts = listAt(message, 'content').map((part) => textAt(part, 'text'));
  const calls = listAt(message, 'tool_calls').map((call) => `\`${textAt(call, 'function', 'name')}\``);
  return [...parts, ...calls].filter((each) => each !== '').join('\n\n');
}
