import type { ComponentChildren, JSX } from 'preact';

interface TabListOptions<Name extends string> {
  readonly label: string;
  /** What the ids of the tabs and their panels begin with. */
  readonly group: string;
  readonly names: Readonly<Record<Name, string>>;
  readonly chosen: Name;
  choose(name: Name): void;
}

/** Tabs, of which the arrow keys choose one. */
export function TabList<Name extends string>({
  label,
  group,
  names,
  chosen,
  choose,
}: TabListOptions<Name>): JSX.Element {
  const order = listNames(names);
  const move = (event: KeyboardEvent): void => {
    const target = order[findStep(event.key, order.indexOf(chosen), order.length) ?? -1];
    if (target === undefined) return;
    event.preventDefault();
    choose(target);
    document.querySelector<HTMLElement>(`#${group}-${target}-tab`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {order.map((name) => (
        <button
          type="button"
          role="tab"
          id={`${group}-${name}-tab`}
          aria-controls={`${group}-${name}`}
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => choose(name)}
        >
          {names[name]}
        </button>
      ))}
    </div>
  );
}

function listNames<Name extends string>(names: Readonly<Record<Name, string>>): readonly Name[] {
  return Object.keys(names).filter((name): name is Name => name in names);
}

function findStep(key: string, index: number, length: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % length;
  if (key === 'ArrowLeft') return (index + length - 1) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : undefined;
}

interface TabPanelOptions {
  readonly group: string;
  readonly name: string;
  readonly chosen: string;
  readonly children: ComponentChildren;
}

/** What a tab shows; it stays as it is while another one is chosen. */
export function TabPanel({ group, name, chosen, children }: TabPanelOptions): JSX.Element {
  return (
    <div
      role="tabpanel"
      class={`panel ${group}-panel`}
      id={`${group}-${name}`}
      aria-labelledby={`${group}-${name}-tab`}
      hidden={name !== chosen}
    >
      {children}
    </div>
  );
}
