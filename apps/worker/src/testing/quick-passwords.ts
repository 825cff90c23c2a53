import { createHmac, randomUUID } from "node:crypto";
import type { Passwords } from "../auth/accounts";

/** Passwords as tests keep them: salted and compared like the real ones, without the work that makes guessing dear. */
export const QUICK_PASSWORDS: Passwords = {
  hash: async (password) => keptAs(randomUUID(), password),
  verify: async ({ hash, password }) => hash === keptAs(hash.split(":")[0] ?? "", password),
};

function keptAs(salt: string, password: string): string {
  return `${salt}:${createHmac("sha256", salt).update(password).digest("hex")}`;
}
