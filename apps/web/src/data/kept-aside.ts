import { type KeptAsideItem, readKeptAside } from "@/sync";
import { localDb } from "./local-store";

/** What was put aside at a sign-in because the account has its own programme, settings, run plan or week plans. */
export function readKeptAsideHere(): Promise<readonly KeptAsideItem[]> {
  return readKeptAside(localDb());
}
