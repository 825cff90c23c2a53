import { TriangleAlert } from "lucide-react";
import { useProblemText } from "@/data";
import { bringIntoView } from "@/ui/bring-into-view";

/** Why the server said no, read out when it comes. */
export function Refusal({ error }: { error: Error | null }) {
  const problemText = useProblemText();
  return (
    // Empty it takes no room in a form's grid, and stays there to be read out.
    <div role="alert" className="empty:-mt-4">
      {error !== null && (
        <p ref={bringIntoView} className="flex scroll-mb-28 gap-2 text-row text-amber">
          <TriangleAlert size={18} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden="true" />
          {problemText(error)}
        </p>
      )}
    </div>
  );
}
