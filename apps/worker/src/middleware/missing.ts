import type { App } from "../env";
import { makeProblem, problemResponse } from "../problem";

/** Answers 405 with `Allow` where an address exists but not for that method. Call it after all routes. */
export function refuseOtherMethods(app: App): void {
  const methodsByPath = new Map<string, Set<string>>();
  for (const { method, path } of app.routes) {
    if (method === "ALL") continue;
    methodsByPath.set(path, (methodsByPath.get(path) ?? new Set()).add(method));
  }
  for (const [path, methods] of methodsByPath) {
    const allow = [...methods, ...(methods.has("GET") ? ["HEAD"] : [])].sort().join(", ");
    app.all(path, () =>
      problemResponse(makeProblem("methodNotAllowed", { detail: `Allowed: ${allow}.` }), { Allow: allow }),
    );
  }
}

/** Unknown and forbidden give this same answer, byte for byte. */
export function notFoundResponse(): Response {
  return problemResponse(makeProblem("notFound"));
}
