// What stands between a fresh clone and a server: the right Node, the packages, the build. Each only when something changed.
// Plain syntax in this file: an old Node must get as far as the sentence that tells it so.
const OLDEST_NODE = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`Legwork needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

async function setUp() {
  const { install } = await import("./set-up/install.mjs");
  const { build } = await import("./set-up/build.mjs");
  return install() && build();
}

setUp().then(
  (isReady) => process.exit(isReady ? 0 : 1),
  (error) => {
    console.error(`The set-up failed: ${error.message}`);
    process.exit(1);
  },
);
