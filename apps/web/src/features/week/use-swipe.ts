import { useRef, type TouchEvent } from "react";

/** How far a finger goes sideways to mean the next week, and how straight. Our own choice. */
const FAR_PX = 64;
const STRAIGHT = 2;

interface Swipe {
  readonly onLeft: () => void;
  readonly onRight: () => void;
}

/** Touch handlers for a flick to either side; scrolling up and down stays what it is. */
export function useSwipe({ onLeft, onRight }: Swipe) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0];
      start.current = touch === undefined || event.touches.length > 1 ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      if (start.current === null || touch === undefined) return;
      const right = touch.clientX - start.current.x;
      const down = touch.clientY - start.current.y;
      start.current = null;
      if (Math.abs(right) < FAR_PX || Math.abs(right) < Math.abs(down) * STRAIGHT) return;
      if (right < 0) onLeft();
      else onRight();
    },
  };
}
