// Requests at a fixed rate, whatever the server does: a late answer delays no other request, and its wait counts from the moment it was due.
import { openConnection } from "./connection.mjs";

/** The wait of each request in milliseconds, in the order of their answers. `check` throws when an answer is not what it should be. */
export async function openLoop({ port, requests, perSecond, connections: width, check }) {
  const count = requests.length;
  const connections = Array.from({ length: width }, () => openConnection(port));
  const free = [...connections];
  const due = [];
  const times = [];
  let failure = null;
  const startedAt = performance.now() + 50;
  await new Promise((resolve) => {
    let next = 0;
    let done = 0;
    const serve = async (index, connection) => {
      try {
        check(await connection.send(requests[index]));
      } catch (error) {
        failure ??= error;
      }
      times.push(performance.now() - (startedAt + (index * 1000) / perSecond));
      done += 1;
      free.push(connection);
      sendDue();
      if (done === count) resolve();
    };
    const sendDue = () => {
      while (due.length > 0 && free.length > 0) void serve(due.shift(), free.pop());
    };
    const tick = () => {
      for (; next < count && performance.now() >= startedAt + (next * 1000) / perSecond; next += 1) due.push(next);
      sendDue();
      if (next < count) setTimeout(tick, 1);
    };
    tick();
  });
  for (const connection of connections) connection.close();
  if (failure !== null) throw failure;
  return times;
}
