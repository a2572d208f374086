import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** What an element needs to stay at its end as it grows, until somebody scrolls up. */
export interface Follower {
  readonly ref: RefObject<HTMLDivElement | null>;
  onScroll(): void;
}

const near = 48;

/** Follows the end of an element after each rendering. */
export function useFollow(): Follower {
  const ref = useRef<HTMLDivElement>(null);
  const isNear = useRef(true);
  useEffect(() => {
    const { current } = ref;
    if (current !== null && isNear.current) current.scrollTop = current.scrollHeight;
  });
  const onScroll = (): void => {
    const { current } = ref;
    if (current === null) return;
    isNear.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
  };
  return { ref, onScroll };
}
