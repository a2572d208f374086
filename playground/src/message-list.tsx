import type { JSX } from 'preact';
import { listAt, textAt } from './json.ts';
import { Markdown } from './markdown.tsx';
import type { KeptMessages } from './use-messages.ts';

/** What was said in a thread, oldest first. */
export function MessageList({ messages, problem }: KeptMessages): JSX.Element {
  return (
    <div class="kept">
      {problem === '' ? null : <p class="error">{problem}</p>}
      {messages.map((message) => (
        <article key={textAt(message, 'id')} class={textAt(message, 'role')}>
          <h3>{textAt(message, 'role')}</h3>
          <Markdown text={contentOf(message)} />
        </article>
      ))}
    </div>
  );
}

function contentOf(message: unknown): string {
  const text = textAt(message, 'content');
  if (text !== '') return text;
  const parts = listAt(message, 'content').map((part) => textAt(part, 'text'));
  const calls = listAt(message, 'tool_calls').map((call) => `\`${textAt(call, 'function', 'name')}\``);
  return [...parts, ...calls].filter((each) => each !== '').join('\n\n');
}
