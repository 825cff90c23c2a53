import { useSearchParams } from "next/navigation";
import { parseSort, type Sort } from "./coach-rows";

export interface ListView {
  readonly squad: string | null;
  readonly find: string;
  readonly sort: Sort;
}

/** What the list shows stands in the address: it can be kept, sent and gone back to. */
export function useListView(): readonly [ListView, (change: Partial<ListView>) => void] {
  const params = useSearchParams();
  const view: ListView = {
    squad: params.get("squad"),
    find: params.get("find") ?? "",
    sort: parseSort(params.get("sort")),
  };
  function change(changes: Partial<ListView>) {
    const next = { ...view, ...changes };
    const wanted = new URLSearchParams();
    if (next.squad !== null) wanted.set("squad", next.squad);
    if (next.find !== "") wanted.set("find", next.find);
    if (next.sort !== "quiet") wanted.set("sort", next.sort);
    const query = wanted.toString();
    // Next follows the history; a navigation of the router would fetch the page for every letter typed.
    window.history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
  }
  return [view, change];
}
