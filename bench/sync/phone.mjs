// A phone as the server sees it: one account, one kept connection, requests made before the clock runs.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export const LOGS_PER_PUSH = 20;

export async function signUpPhone({ url, port }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = sender({ agent, url, port });
  const account = { email: `${randomUUID()}@example.org`, password: "eight or more", name: "Bench" };
  const made = await send("POST", "/api/auth/sign-up/email", JSON.stringify(account));
  if (made.status !== 200) throw new Error(`Sign-up answered ${made.status}: ${made.body}`);
  const cookie = made.headers["set-cookie"][0].split(";")[0];
  const signedIn = sender({ agent, url, port, cookie });
  const { runner } = JSON.parse((await signedIn("GET", "/api/me")).body);
  const path = `/api/runners/${runner}/sync`;
  let cursor = 0;
  return {
    cookie,
    /** Sends a body made by `pushBody`; returns how many logs were applied. */
    async push(body) {
      const answer = await signedIn("POST", path, body.replace('"cursor":0', `"cursor":${cursor}`));
      if (answer.status !== 200) throw new Error(`A push answered ${answer.status}: ${answer.body}`);
      const response = JSON.parse(answer.body);
      cursor = response.cursor;
      return response.results.filter(({ status }) => status === "applied").length;
    },
    async pull() {
      const answer = await signedIn("POST", path, requestBody({ cursor }));
      if (answer.status !== 200) throw new Error(`A pull answered ${answer.status}: ${answer.body}`);
      return JSON.parse(answer.body).changes.length;
    },
    close: () => agent.destroy(),
  };
}

/** What a runner logs after an easy run. */
export function runLogBody() {
  return {
    plannedRun: `${randomUUID()}@2026-03-02`,
    date: "2026-03-02",
    kind: "easy",
    minutes: 48,
    km: 8.2,
    effort: 3,
  };
}

export function pushBody() {
  const ops = Array.from({ length: LOGS_PER_PUSH }, () => ({
    opId: randomUUID(),
    record: randomUUID(),
    kind: "run_log",
    schema: 1,
    base: 0,
    epoch: "",
    patch: runLogBody(),
  }));
  return requestBody({ ops });
}

function requestBody({ cursor = 0, ops = [] }) {
  return JSON.stringify({
    proto: 1,
    device: "bench",
    schemas: {},
    epoch: null,
    cursor,
    outbox: { count: ops.length, oldestS: 0 },
    ops,
  });
}

function sender({ agent, url, port, cookie }) {
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const headers = {
        Origin: url,
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(body ?? ""),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
      };
      const outgoing = request({ agent, port, host: "localhost", method, path, headers }, (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk) => (text += chunk));
        incoming.on("end", () => resolve({ status: incoming.statusCode, headers: incoming.headers, body: text }));
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
}
