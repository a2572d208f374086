import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import { watchTheme } from './theme-switch.tsx';

/** One line of a plot; colour 0 is that of what was asked for. */
export interface PlotSeries {
  readonly label: string;
  readonly colour: number;
}

interface PlotOptions {
  readonly title: string;
  /** What the plot shows, for whoever does not see it. */
  readonly label: string;
  readonly series: readonly PlotSeries[];
  readonly data: UPlot.AlignedData;
  /** Whether the first list goes upwards and the others to the right. */
  readonly isUpright?: boolean;
}

const height = 190;
const along = { size: 28, space: 64 };
const upwards = { size: 52, space: 32 };

/** A plot that follows its data and its width. */
export function Plot({ title, label, series, data, isUpright = false }: PlotOptions): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(undefined);
  const newest = useRef(data);
  newest.current = data;
  const shape = series.map((each) => `${each.label}/${each.colour}`).join();
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const open = (): void => {
      plot.current?.destroy();
      const width = Math.max(1, current.clientWidth);
      plot.current = new UPlot(
        { ...describePlot(current, series, isUpright), width, height },
        newest.current,
        current,
      );
    };
    open();
    const resizing = new ResizeObserver(() => {
      if (current.clientWidth > 0) plot.current?.setSize({ width: current.clientWidth, height });
    });
    resizing.observe(current);
    const forget = watchTheme(open);
    return () => {
      forget();
      resizing.disconnect();
      plot.current?.destroy();
      plot.current = undefined;
    };
  }, [shape, isUpright]);
  useEffect(() => plot.current?.setData(data), [data]);
  return (
    <figure class="plot">
      <figcaption>
        {title}
        <ul>
          {series.map((each) => (
            <li class={`line-${each.colour}`}>{each.label}</li>
          ))}
        </ul>
      </figcaption>
      <div ref={place} role="img" aria-label={`${title}. ${label}`} />
    </figure>
  );
}

function describePlot(
  place: HTMLElement,
  series: readonly PlotSeries[],
  isUpright: boolean,
): Pick<UPlot.Options, 'scales' | 'series' | 'axes' | 'legend' | 'cursor' | 'padding'> {
  const text = readColour(place, '--muted');
  const line = readColour(place, '--line');
  const axis = {
    stroke: text,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
    font: '11px system-ui',
  };
  const [side, bottom] = isUpright ? ([3, 2] as const) : ([2, 3] as const);
  return {
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 12, 0, 0],
    scales: {
      // From nothing on, and never without height.
      x: {
        time: false,
        ori: isUpright ? 1 : 0,
        dir: 1,
        range: (_plot, _least, most) => [0, Math.max(10, most * 1.04)],
      },
      y: {
        ori: isUpright ? 0 : 1,
        dir: 1,
        ...(isUpright ? { range: (_plot, _least, most) => [0, Math.max(0.1, most * 1.03)] } : {}),
      },
    },
    axes: [
      { ...axis, scale: 'x', side, ...(isUpright ? upwards : along) },
      { ...axis, scale: 'y', side: bottom, ...(isUpright ? along : upwards) },
    ],
    series: [
      {},
      ...series.map(({ label, colour }) => ({
        label,
        stroke: readColour(place, `--line-${colour}`),
        width: colour === 0 ? 1 : 1.75,
        ...(colour === 0 ? { dash: [5, 4] } : {}),
        points: { show: false },
      })),
    ],
  };
}

// A canvas knows no variables: an element in the middle resolves them, light or dark.
function readColour(place: HTMLElement, variable: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${variable})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
