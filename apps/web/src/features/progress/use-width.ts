import { useCallback, useState } from "react";

/** The width of an element in whole pixels, followed while it changes; null before it is known. */
export function useWidth(): readonly [number | null, (element: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState<number | null>(null);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const read = () => {
      const found = Math.floor(element.getBoundingClientRect().width);
      // A page that is being hidden has no width; the last one stands.
      if (found > 0) setWidth(found);
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, measure];
}
