import { randomUUID } from "node:crypto";
import { RECORD_KINDS, type RecordKind } from "@legwork/core/record";
import type { SyncResponse } from "@legwork/core/wire";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COACH_READS, COACH_WRITES } from "../squads/scope";
import { syncRequest, testServer, type TestServer } from "../testing/test-server";
import { gatherPeople, type People, PHONE_KINDS, secretOf, secretOp } from "./people";
import { type Outcome, type Role, ROLE_MATRIX, ROLES } from "./role-matrix";

const SECRET = "secret-of-mo-";
const READS: readonly string[] = COACH_READS;
/** After these somebody is no longer who they were. */
const ENDING: ReadonlySet<string> = new Set(["POST /api/auth/sign-out"]);

let server: TestServer;
let everybody: People;
beforeAll(async () => {
  server = await testServer();
  everybody = await gatherPeople(server);
});
afterAll(() => server.close());

test("every route of the API stands in the matrix, and no other", () => {
  const routes = server.app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
    .map(({ method, path }) => `${method} ${path}`);
  expect(Object.keys(ROLE_MATRIX).sort()).toEqual([...new Set(routes)].sort());
});

describe.each(Object.keys(ROLE_MATRIX))("%s", (route) => {
  let people: People;
  beforeAll(async () => {
    people = ENDING.has(route) ? await gatherPeople(server) : everybody;
    await people.rejoin();
  });

  // Those who may come last: what they do can change what is there.
  const roles = [...ROLES].sort((one, other) => Number(mayAsk(route, one)) - Number(mayAsk(route, other)));
  test.each(roles)("%s", async (role) => {
    const answer = await ask(people, { role, route });
    const outcome = ROLE_MATRIX[route]?.[role] ?? "hidden";
    expect(outcomeOf(answer), answer.text).toContain(outcome);
    expect(foreignSecrets(answer, { role, outcome })).toEqual([]);
    if (outcome === "hidden") {
      const nowhere = await ask(people, { role, route, nowhere: true });
      expect([answer.status, answer.text]).toEqual([nowhere.status, nowhere.text]);
    }
  });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Question {
  readonly role: Role;
  readonly route: string;
  /** The same about things that do not exist. */
  readonly nowhere?: boolean;
}

async function ask(people: People, { role, route, nowhere = false }: Question): Promise<Answer> {
  const [method = "", pattern = ""] = route.split(" ");
  const values = await valuesOf(people, { route, nowhere });
  const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? randomUUID());
  const path = route === "GET /api/pokes" ? `${address}?device=device-1` : address;
  const response = await people.as[role].request(method, path, bodyOf(people, route));
  return { status: response.status, text: await textOf(response) };
}

/** An event stream never ends by itself: what it says first is enough. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

async function valuesOf(people: People, { route, nowhere = false }: Pick<Question, "route" | "nowhere">) {
  if (nowhere) return {} as Readonly<Record<string, string>>;
  return {
    runner: people.mo.runner,
    squad: people.squad.id,
    grantee: people.coach.account.id,
    record: people.records.get("run_feel") ?? "",
    ...(route.includes(":code") ? { code: await people.invite() } : {}),
  } as Readonly<Record<string, string>>;
}

function bodyOf({ mo }: People, route: string): unknown {
  switch (route) {
    case "POST /api/runners/:runner/sync":
      return syncRequest();
    case "POST /api/runners/:runner/manifest":
      return { ...syncRequest(), opIds: [randomUUID()] };
    case "POST /api/me/runner":
      return { runner: mo.runner };
    case "POST /api/squads":
      return { name: "Another track" };
    default:
      return {};
  }
}

/** Every outcome that an answer can stand for. */
function outcomeOf({ status, text }: Answer): readonly Outcome[] {
  if (status < 300) return ["yes", "own"];
  const code = (JSON.parse(text) as { code?: string }).code;
  switch (code) {
    case "signInNeeded":
      return ["signIn"];
    case "notFound":
      return ["hidden"];
    case "runnerTaken":
      return ["taken"];
    case "accountDeleted":
      return ["gone"];
    case "wrongPassword":
      return ["password"];
    // Open to everybody, and asked here with an empty body.
    case "invalidRequest":
      return ["own"];
    default:
      return [];
  }
}

/** Secrets of Mo in an answer that are not for the asker. */
function foreignSecrets({ text }: Answer, { role, outcome }: { role: Role; outcome: Outcome }): readonly string[] {
  const found = [...text.matchAll(/secret-of-mo-(\w+)/g)].map(([, kind = ""]) => kind);
  if (outcome !== "yes") return found;
  return role === "runner" ? [] : found.filter((kind) => kind !== "name" && !READS.includes(kind));
}

function mayAsk(route: string, role: Role): boolean {
  return ["yes", "own"].includes(ROLE_MATRIX[route]?.[role] ?? "hidden");
}

describe("a coach with one kind", () => {
  let people: People;
  beforeAll(async () => {
    people = await gatherPeople(server);
  });

  test.each(RECORD_KINDS)("reads %s and nothing else, to the byte", async (kind) => {
    await people.grant({ read: [kind], write: [] });
    const text = await pulled(people);
    const { changes, digest } = JSON.parse(text) as SyncResponse;
    expect(new Set(changes.map((change) => change.kind))).toEqual(new Set(kind === "held" ? [] : [kind]));
    expect(Object.keys(digest).filter((each) => each !== kind)).toEqual([]);
    const secrets = new Set([...text.matchAll(/secret-of-mo-\w+/g)].map(([secret]) => secret));
    expect([...secrets]).toEqual(PHONE_KINDS.some((each) => each === kind) ? [secretOf(kind)] : []);
  });

  test.each(RECORD_KINDS)("writes %s and nothing else", async (kind) => {
    await people.grant({ read: [], write: [kind] });
    const ops = RECORD_KINDS.map((each) => secretOp(each));
    const { results } = await people.coach.sync(people.mo.runner, { ops });
    const written = RECORD_KINDS.filter((_, index) => results[index]?.status === "applied");
    // Grants are the server's to write, held values the merge's.
    expect(written).toEqual(PHONE_KINDS.filter((each) => each === kind));
  });

  test.each(PHONE_KINDS)("who may write %s changes no record of another kind by calling it that", async (kind) => {
    await people.grant({ read: [], write: [kind] });
    const others = PHONE_KINDS.filter((each) => each !== kind);
    const ops = others.map((each) => secretOp(kind, people.records.get(each)));
    const { results } = await people.coach.sync(people.mo.runner, { ops });
    expect(results.filter(({ status }) => status !== "rejected")).toEqual([]);
  });
});

test("a coach of an invitation reads its kinds, and not one more", async () => {
  const people = await gatherPeople(server);
  const secrets = new Set([...(await pulled(people)).matchAll(/secret-of-mo-(\w+)/g)].map(([, kind]) => kind));
  expect(secrets).toEqual(new Set(COACH_READS));
  const { results } = await people.coach.sync(people.mo.runner, { ops: RECORD_KINDS.map((kind) => secretOp(kind)) });
  const written = RECORD_KINDS.filter((_, index) => results[index]?.status === "applied");
  expect(new Set<RecordKind>(written)).toEqual(new Set<RecordKind>(COACH_WRITES));
});

test("after a revocation nothing is read, written or listed, and the coach's words stay with the runner", async () => {
  const people = await gatherPeople(server);
  const word = secretOp("comment");
  await people.coach.sync(people.mo.runner, { ops: [word] });
  await people.mo.request("DELETE", `/api/me/grants/${people.coach.account.id}`);
  for (const ops of [[], [secretOp("comment")]]) {
    const response = await people.coach.request("POST", `/api/runners/${people.mo.runner}/sync`, syncRequest({ ops }));
    expect([response.status, (await response.text()).includes(SECRET)]).toEqual([404, false]);
  }
  const list = await people.coach.request("GET", `/api/squads/${people.squad.id}/runners`);
  expect((await list.text()).includes(SECRET)).toBe(false);
  const { changes } = await people.mo.sync(people.mo.runner);
  expect(changes.some(({ id, author }) => id === word.record && author === people.coach.account.id)).toBe(true);
  expect(changes.filter(({ kind }) => kind === "comment").length).toBe(2);
});

async function pulled({ coach, mo }: People): Promise<string> {
  const response = await coach.request("POST", `/api/runners/${mo.runner}/sync`, syncRequest());
  expect(response.status).toBe(200);
  return response.text();
}
