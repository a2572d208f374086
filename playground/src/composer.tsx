import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
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
  const submit = (event: Event): void => {
    event.preventDefault();
    if (question.trim() === '' || isBusy) return;
    send(question);
    setQuestion('');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') run?.stop();
    // Enter that ends the composition of a character is no sending.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  const phase = run?.state.phase;
  return (
    <form class="composer" aria-label="Question" onSubmit={submit}>
      <label>
        <span class="unseen">Your message</span>
        <textarea
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

// Each token would be too much to hear: the states are told, and the answer stands in the log.
function announce({ state }: Run): string {
  if (!isOver(state)) return `Answer: ${nameState(state)}.`;
  return `Answer: ${nameState(state)}. ${describeEnd(state)} ${state.error}`;
}
