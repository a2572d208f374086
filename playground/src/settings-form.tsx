import type { JSX } from 'preact';
import { Check, NumberField, TextField } from './fields.tsx';
import { resolvePace } from './paces.ts';
import { type Settings, dialects, withDialect } from './settings.ts';
import type { ServerFacts } from './use-server.ts';

interface SettingsFormOptions {
  readonly settings: Settings;
  readonly facts: ServerFacts;
  change(settings: Settings): void;
}

/** How questions are put: dialect, model, pace and the rest. */
export function SettingsForm({ settings, facts, change }: SettingsFormOptions): JSX.Element {
  const { dialect } = settings;
  const can = dialects[dialect];
  const set = (part: Partial<Settings>): void => change({ ...settings, ...part });
  return (
    <form class="settings" aria-label="Settings" onSubmit={(event) => event.preventDefault()}>
      <label class="field">
        <span>Dialect</span>
        <select
          value={dialect}
          onChange={({ currentTarget: { value } }) =>
            change(withDialect(settings, facts.dialects.find((name) => name === value) ?? dialect))
          }
        >
          {facts.dialects.map((name) => (
            <option value={name}>{dialects[name].name}</option>
          ))}
        </select>
        <code class="hint">{can.path}</code>
      </label>
      <ModelField settings={settings} models={facts.models} set={set} />
      {dialect === 'langbase' ? <PipeFields settings={settings} set={set} /> : null}
      <PaceFields settings={settings} paces={facts.paces} set={set} />
      <Answer settings={settings} set={set} />
      {can.system ? (
        <label class="field">
          <span>System message</span>
          <textarea
            rows={2}
            value={settings.system}
            onInput={(event) => set({ system: event.currentTarget.value })}
          />
        </label>
      ) : null}
    </form>
  );
}

interface PartOptions {
  readonly settings: Settings;
  set(part: Partial<Settings>): void;
}

function ModelField({ settings, models, set }: PartOptions & Pick<ServerFacts, 'models'>): JSX.Element {
  return (
    <label class="field">
      <span>Model</span>
      <input
        list="models"
        value={settings.model}
        spellcheck={false}
        autocomplete="off"
        placeholder="the server’s own"
        onInput={(event) => set({ model: event.currentTarget.value.trim() })}
      />
      <datalist id="models">
        {models.map((id) => (
          <option value={id} />
        ))}
      </datalist>
    </label>
  );
}

function PipeFields({ settings, set }: PartOptions): JSX.Element {
  return (
    <fieldset>
      <legend>Pipe</legend>
      <TextField label="Name" value={settings.pipe} placeholder="any" change={(pipe) => set({ pipe })} />
      <TextField
        label="Thread"
        value={settings.thread}
        placeholder="a new one"
        change={(thread) => set({ thread })}
      />
      <button type="button" disabled={settings.thread === ''} onClick={() => set({ thread: '' })}>
        New thread
      </button>
    </fieldset>
  );
}

// What the server will do unasked stands in the fields as long as they are empty.
function PaceFields({ settings, paces, set }: PartOptions & Pick<ServerFacts, 'paces'>): JSX.Element {
  const unasked = resolvePace(settings, paces);
  return (
    <fieldset class="pair">
      <legend>Pace</legend>
      <NumberField
        label="First token, ms"
        value={settings.ttft}
        min={0}
        max={600_000}
        placeholder={showNumber(unasked.ttft)}
        change={(ttft) => set({ ttft })}
      />
      <NumberField
        label="Tokens/s"
        value={settings.tokensPerSecond}
        min={0.01}
        max={1_000_000}
        placeholder={showNumber(unasked.tokensPerSecond)}
        change={(tokensPerSecond) => set({ tokensPerSecond })}
      />
      <NumberField
        label="Jitter"
        value={settings.jitter}
        min={0}
        max={5}
        placeholder={showNumber(unasked.jitter)}
        change={(jitter) => set({ jitter })}
      />
    </fieldset>
  );
}

function showNumber(number: number | undefined): string {
  return number === undefined ? 'auto' : String(number);
}

function Answer({ settings, set }: PartOptions): JSX.Element {
  const { seed, maxTokens, whole } = dialects[settings.dialect];
  return (
    <fieldset class="pair">
      <legend>Answer</legend>
      <NumberField
        label="Seed"
        value={settings.seed}
        disabled={!seed}
        min={0}
        placeholder="auto"
        change={(typed) => set({ seed: typed })}
      />
      <NumberField
        label="Max tokens"
        value={settings.maxTokens}
        disabled={!maxTokens}
        min={1}
        placeholder="auto"
        change={(typed) => set({ maxTokens: typed })}
      />
      <Check
        label="Stream"
        checked={settings.stream || !whole}
        disabled={!whole}
        change={(stream) => set({ stream })}
      />
      <Check
        label="Outlives a lost connection"
        checked={settings.lasting}
        change={(lasting) => set({ lasting })}
      />
      <Check
        label="Comes back by itself"
        checked={settings.comesBack}
        disabled={!settings.lasting}
        change={(comesBack) => set({ comesBack })}
      />
    </fieldset>
  );
}
