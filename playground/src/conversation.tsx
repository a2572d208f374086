import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Markdown } from './markdown.tsx';
import type { Schedule } from './paces.ts';
import { MessageList } from './message-list.tsx';
import { type Run, isOver } from './run.ts';
import { type Settings, dialects, isStreamed } from './settings.ts';
import { describeEnd, nameState } from './tell.ts';
import { useFollow } from './use-follow.ts';
import { useMessages } from './use-messages.ts';
import { useRuns } from './use-run.ts';

/** A question, how it was put, and what came of it. */
export interface Turn {
  readonly question: string;
  readonly settings: Settings;
  /** When its tokens are due; undefined where nobody knows. */
  readonly schedule: Schedule | undefined;
  readonly run: Run;
}

interface ConversationOptions {
  readonly turns: readonly Turn[];
  /** The thread that the first question went on with, or will; empty where there is none. */
  readonly earlier: string;
  readonly shown: Turn | undefined;
  readonly apiKey: string;
  choose(index: number): void;
}

/** All questions and answers, the newest one at the end. */
export function Conversation({ turns, earlier, shown, apiKey, choose }: ConversationOptions): JSX.Element {
  const last = turns.at(-1)?.run;
  useRuns([last]);
  const kept = useMessages(earlier, apiKey);
  const follower = useFollow(last);
  const isBusy = last !== undefined && !isOver(last.state);
  return (
    <div class="turns" tabIndex={0} role="log" aria-label="Messages" aria-busy={isBusy} {...follower}>
      {turns.length === 0 && earlier === '' ? <Welcome /> : null}
      {earlier === '' ? null : (
        <section class="earlier" aria-label="Earlier messages">
          <h2>
            Goes on with thread <code>{earlier}</code>
          </h2>
          <MessageList {...kept} />
        </section>
      )}
      {turns.map((turn, index) => (
        <TurnView
          key={index}
          turn={turn}
          isShown={turn === shown}
          isAlone={turns.length === 1}
          choose={() => choose(index)}
        />
      ))}
    </div>
  );
}

function Welcome(): JSX.Element {
  return (
    <div class="welcome">
      <h2>Ask something</h2>
      <p>
        The answer streams at the pace of the settings. Timing, Events, Headers and Code show what went over
        the wire: each token against its schedule, each event with its time, and the call as code.
      </p>
      <p>Drop the connection in the middle: the answer is taken up where it broke off.</p>
    </div>
  );
}

interface TurnOptions {
  readonly turn: Turn;
  readonly isShown: boolean;
  /** Whether there is no other one to show. */
  readonly isAlone: boolean;
  choose(): void;
}

function TurnView({ turn: { question, settings, run }, isShown, isAlone, choose }: TurnOptions): JSX.Element {
  const { state } = run;
  const { phase, text, error } = state;
  const [isRaw, setIsRaw] = useState(false);
  return (
    <article class={`turn ${isShown ? 'shown' : ''}`} data-phase={phase}>
      <h2 class="unseen">Question</h2>
      <p class="question">{question}</p>
      <h3 class="unseen">Answer</h3>
      <div class="answer">
        {text === '' && !isOver(state) ? <p class="waiting">{nameAwaited(settings)}</p> : null}
        {isRaw ? <p class="plain">{text}</p> : <Markdown text={text} />}
      </div>
      {error === '' ? null : <p class={phase === 'failed' ? 'error' : 'note'}>{error}</p>}
      <footer>
        <span class={`state ${phase}`}>{nameState(state)}</span>
        <span>{dialects[settings.dialect].name}</span>
        <span>{describeEnd(state)}</span>
        <button type="button" class="quiet" aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
          Raw text
        </button>
        {isAlone ? null : (
          <button type="button" class="quiet" aria-pressed={isShown} onClick={choose}>
            Show on the wire
          </button>
        )}
      </footer>
    </article>
  );
}

function nameAwaited(settings: Settings): string {
  return isStreamed(settings) ? 'Waiting for the first token …' : 'Waiting for the answer …';
}
