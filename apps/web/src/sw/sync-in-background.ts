import { syncOnce } from "@/data/sync-once";
import { openLocalDb } from "@/local-db";
import { carryOver } from "@/sync";

/** An open page syncs by itself and shows what comes; without one the worker does it. Rejects when it is to be tried again. */
export async function syncInBackground(clients: Pick<Clients, "matchAll">): Promise<void> {
  const pages = await clients.matchAll({ type: "window" });
  if (pages.length > 0) {
    for (const page of pages) page.postMessage({ type: "sync" }, []);
    return;
  }
  const db = openLocalDb({ carryOver });
  try {
    const outcome = await syncOnce(db, "background", () => undefined);
    if (outcome?.status === "retry") throw new Error("The server could not be reached");
  } finally {
    db.close();
  }
}
