export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

/** How long "undo" stays. Our own number: long enough to read and reach, short enough not to be in the way. */
export const TOAST_MS = 8000;

const listeners = new Set<() => void>();
let current: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;

/** Shows one line; a second one takes its place. With `undo` it carries the way back. */
export function showToast(text: string, undo?: () => void) {
  lastId += 1;
  set({ id: lastId, text, ...(undo === undefined ? {} : { undo }) });
  clearTimeout(timer);
  timer = setTimeout(() => set(null), TOAST_MS);
}

export function hideToast() {
  clearTimeout(timer);
  set(null);
}

export function currentToast(): Toast | null {
  return current;
}

export function subscribeToToast(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function set(toast: Toast | null) {
  current = toast;
  for (const listener of listeners) listener();
}
