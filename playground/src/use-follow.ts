import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/** What an element needs to stay at its end as it grows, until somebody scrolls up. */
export interface Follower {
  readonly ref: RefObject<HTMLDivElement | null>;
}

const near = 48;

/** Follows the end of an element after each rendering; what is new is gone to wherever somebody has scrolled to. */
export function useFollow(newest?: unknown): Follower {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  useEffect(() => {
    const look = (): void => {
      if (ref.current !== null) isNear.current = measureRest(ref.current) < near;
    };
    // Scrolling does not bubble; captured, both that of the element and that of the page is heard.
    document.addEventListener('scroll', look, true);
    return () => document.removeEventListener('scroll', look, true);
  }, []);
  useLayoutEffect(() => {
    isNear.current = true;
  }, [newest]);
  // Before a scroll event can tell of the end as one that somebody has left.
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null || !isNear.current || !current.checkVisibility()) return;
    const rest = measureRest(current);
    if (rest > 0) findScroller(current).scrollTop += rest;
  });
  return { ref };
}

/** How many pixels there are below what is seen. */
function measureRest(element: HTMLElement): number {
  if (isScroller(element)) return element.scrollHeight - element.scrollTop - element.clientHeight;
  // On a narrow screen the page scrolls; what stands under the element with it is to be seen too.
  const { bottom } = (element.parentElement ?? element).getBoundingClientRect();
  return bottom - document.documentElement.clientHeight;
}

function findScroller(element: HTMLElement): Element {
  return isScroller(element) ? element : (document.scrollingElement ?? document.documentElement);
}

function isScroller(element: HTMLElement): boolean {
  return getComputedStyle(element).overflowY !== 'visible';
}
