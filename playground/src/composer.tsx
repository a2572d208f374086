import type { JSX, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Run, isOver } from './run.ts';
import { describeEnd, nameState } from './tell.ts';

interface ComposerOptions {
  readonly run: Run | undefined;
  readonly isBusy: boolean;
  readonly isEmpty: boolean;
  send(question: string): void;
  clear(): void;
}

/** Where questions are written, and what can be done to the answer that runs. */
export function Composer({ run, isBusy, isEmpty, send, clear }: ComposerOptions): JSX.Element {
  const [question, setQuestion] = useState('How do tides work?');
  const field = useRef<HTMLTextAreaElement>(null);
  useEscape(field, () => run?.stop());
  const submit = (event: Event): void => {
    event.preventDefault();
    if (question.trim() === '' || isBusy) return;
    send(question);
    setQuestion('');
    // The button that was clicked cannot keep the focus. Where fingers type, it would open the keyboard over the answer.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    // Enter that ends the composition of a character is no sending.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  const phase = run?.state.phase;
  return (
    <form class="composer" aria-label="Question" onSubmit={submit}>
      <label>
        <span class="unseen">Your message</span>
        <textarea
          ref={field}
          rows={2}
          value={question}
          placeholder="Your message"
          onInput={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={press}
        />
      </label>
      <button type="submit" class="main" disabled={isBusy || question.trim() === ''}>
        Send
      </button>
      <div class="actions">
        <button type="button" disabled={!isBusy} onClick={() => run?.stop()}>
          Stop
        </button>
        <button
          type="button"
          disabled={phase !== 'streaming'}
          onClick={() => run?.drop()}
          title="Breaks the connection as a lost network would"
        >
          Drop connection
        </button>
        <button type="button" disabled={phase !== 'dropped'} onClick={() => run?.resume()}>
          Resume
        </button>
        <button type="button" class="quiet" disabled={isEmpty} onClick={clear}>
          Clear
        </button>
      </div>
      <p class="unseen" role="status" aria-live="polite">
        {run === undefined ? '' : announce(run)}
      </p>
    </form>
  );
}

// Wherever the focus is, as long as the element is to be seen: what was clicked last may have lost it.
function useEscape(seen: RefObject<HTMLElement | null>, act: () => void): void {
  useEffect(() => {
    const press = ({ key, isComposing }: KeyboardEvent): void => {
      if (key === 'Escape' && !isComposing && seen.current?.checkVisibility() === true) act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

// Each token would be too much to hear: the states are told, and the answer stands in the log.
function announce({ state }: Run): string {
  if (!isOver(state)) return `Answer: ${nameState(state)}.`;
  return `Answer: ${nameState(state)}. ${describeEnd(state)} ${state.error}`;
}
