import { useEffect } from "react";

/** A view that takes another one's place begins at its top, however far that one was scrolled. */
export function useStartAtTop() {
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    window.scrollTo(0, 0);
  }, []);
}
