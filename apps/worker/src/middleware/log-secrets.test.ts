import { pino } from "pino";
import { expect, test } from "vitest";
import { feelOp } from "../testing/stream";
import { browser, ORIGIN, signedUp, syncRequest, testServer } from "../testing/test-server";

const MARK = "marked-secret";
const EMAIL = `${MARK}-mail@example.org`;
const PASSWORD = `${MARK}-password of eight`;
const NAME = `${MARK}-name`;
const ADDRESS = "203.0.113.77";
const TOKEN = `${MARK}-token`;

test("no line of the log holds an e-mail, password, name, cookie, token, code, value or address, whatever goes wrong", async () => {
  const lines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => lines.push(line) });
  const server = await testServer({ passwords: null, logger, trustedProxies: ["0.0.0.0/0", "::/0"] });
  const one = browser(server.app);
  const headers = { "X-Forwarded-For": ADDRESS, "User-Agent": `${MARK}-agent` };
  const send = (method: string, path: string, body?: unknown) => one.request(method, path, body, headers);
  const account = { email: EMAIL, password: PASSWORD, name: NAME };

  await send("POST", "/api/auth/sign-up/email", account);
  await send("POST", "/api/auth/sign-up/email", account);
  await send("POST", "/api/auth/sign-in/email", { ...account, password: `${PASSWORD} wrong` });
  await send("POST", "/api/auth/sign-in/email", account);
  const me = (await (await send("GET", "/api/me")).json()) as { runner: string };
  const path = `/api/runners/${me.runner}/sync`;
  const ops = [
    feelOp({ patch: { ...feelOp().patch, note: `${MARK}-value` } }),
    feelOp({ patch: { feel: `${MARK}-bad value` } }),
    feelOp({ kind: "thing_of_2030", patch: { [`${MARK}-key`]: `${MARK}-\u0000` } }),
  ];
  await send("POST", path, syncRequest({ ops }));
  await send("POST", path, { ...syncRequest(), proto: `${MARK}-proto` });
  await send("POST", path, `${MARK}-no object`);
  await send("POST", `/api/invitations/${MARK}-code`);
  await send("GET", `/api/invitations/${MARK}-code`);
  await send("DELETE", `/api/me/grants/${MARK}-%00`);
  await send("GET", `/${MARK}-page?token=${TOKEN}`);
  await send("GET", `/api/nowhere/${MARK}?token=${TOKEN}`);
  await send("POST", "/api/plan/preview", { runs: MARK });
  await server.app.request(`${ORIGIN}/api/me`, { headers: { Cookie: `legwork.session_token=${TOKEN}`, ...headers } });
  await server.app.request(`${ORIGIN}${path}`, {
    method: "POST",
    headers: { ...headers, Origin: `https://${MARK}.example`, "Content-Type": `text/${MARK}` },
    body: `{"${MARK}`,
  });

  const { client } = server.database.db;
  for (const [table, gone] of [
    ["record", "record_gone"],
    ["squad", "squad_gone"],
    ["account", "account_gone"],
    ["session", "session_gone"],
    ["user", "user_gone"],
  ]) {
    await client.query(`alter table "${table}" rename to "${gone}"`);
    await send("POST", path, syncRequest({ ops: [feelOp({ patch: { ...feelOp().patch, note: MARK } })] }));
    await send("POST", "/api/squads", { name: `${MARK}-squad` });
    await send("POST", "/api/auth/sign-in/email", account);
    await send("POST", "/api/auth/sign-up/email", { ...account, email: `${MARK}-2@example.org` });
    await send("GET", "/api/me");
  }

  const text = lines.join("");
  expect(text).toContain("unexpected fault");
  expect(lines.length).toBeGreaterThan(30);
  const cookies = one
    .cookie()
    .split("; ")
    .map((pair) => pair.slice(pair.indexOf("=") + 1, pair.indexOf("=") + 20));
  for (const secret of [MARK, ADDRESS, ...cookies]) {
    expect(lines.filter((line) => secret !== "" && line.includes(secret))).toEqual([]);
  }
  await server.close();
});

test("a line of a request says what, how and how long, so that an operator finds the slow and the broken", async () => {
  const lines: string[] = [];
  const server = await testServer({
    passwords: null,
    logger: pino({ level: "info" }, { write: (line: string) => lines.push(line) }),
  });
  const mo = await signedUp(server.app);
  await mo.sync(mo.runner);
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
    method: "POST",
    route: "/api/runners/:runner/sync",
    status: 200,
    ms: expect.any(Number) as number,
    requestId: expect.any(String) as string,
  });
  await server.close();
});
