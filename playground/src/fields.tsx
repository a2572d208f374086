import type { JSX } from 'preact';

interface FieldOptions {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  change(value: string): void;
}

/** A field for one line of text. */
export function TextField({ label, value, placeholder, disabled, change }: FieldOptions): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => change(event.currentTarget.value.trim())}
      />
    </label>
  );
}

/** A field for a number, which may stay empty. */
export function NumberField({
  label,
  value,
  placeholder,
  disabled,
  min,
  max,
  change,
}: FieldOptions & { readonly min: number; readonly max?: number }): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        inputMode="decimal"
        step="any"
        {...{ value, placeholder, disabled, min, max }}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </label>
  );
}

interface CheckOptions {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  change(checked: boolean): void;
}

/** A box to tick. */
export function Check({ label, checked, disabled, change }: CheckOptions): JSX.Element {
  return (
    <label class="check">
      <input
        type="checkbox"
        {...{ checked, disabled }}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
