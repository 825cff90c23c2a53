import { localDateAt } from "@legwork/core/calendar";
import { fillDemo } from "./demo/fill-demo";
import { COACH, emailOf, RUNNER_NAMES, RUNNER_PASSWORD } from "./demo/people";
import { simulateSquad } from "./demo/simulate-squad";
import { runServer } from "./process/run-server";

/** The demo never touches the data of `npm start`. */
const DEMO_DATA_DIR = "data-demo";
/** The demo's own number: another one makes other lives of the same people. */
const SEED = 2026;
/** Forty people sign up from one address in a few seconds; guessing stays slow. */
const DEMO_RATE_LIMITS = { accounts: { max: 300, windowS: 60 } };

const dataDir = process.env["LEGWORK_DATA_DIR"]?.trim() || DEMO_DATA_DIR;

await runServer({
  environment: { ...process.env, LEGWORK_DATA_DIR: dataDir },
  rateLimits: DEMO_RATE_LIMITS,
  whenReady: async ({ url, publicUrl }) => {
    process.stdout.write("Looking after the demo's coach and runners …\n");
    const startedMs = performance.now();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const today = localDateAt(Date.now(), zone);
    const squad = simulateSquad({ seed: SEED, today, zone });
    const { runners, ops } = await fillDemo({ url, origin: publicUrl, runners: squad, size: RUNNER_NAMES.length });
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    return [
      runners === 0 ? "The demo was filled before." : `${runners} runners, ${ops} ops in ${seconds} s.`,
      `Coach   ${COACH.email}   password ${COACH.password}`,
      `Runner  ${emailOf(RUNNER_NAMES[0])}   password ${RUNNER_PASSWORD}`,
    ];
  },
});
