import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { App } from "../env";
import { makeProblem, problemResponse } from "../problem";

/** The app as Node calls it. What cannot even become a request, because its Host or its path is none, is refused in our form too. */
export function requestListener(app: App): RequestListener {
  const listener = getRequestListener(app.fetch, {
    errorHandler: () => problemResponse(makeProblem("invalidRequest")),
  });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}
