// Stands between client and server and cuts every hundredth answer: the server has worked, and the client never hears of it.
import { once } from "node:events";
import { connect, createServer } from "node:net";

export async function startCutProxy({ port, everyNth }) {
  const sockets = new Set();
  let answers = 0;
  let cuts = 0;
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port, host: "localhost", noDelay: true });
    // One request at a time goes over a connection, so the first bytes after a request are its answer's.
    let isAnswered = true;
    const end = () => [client, upstream].forEach((socket) => socket.destroy());
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on("data", (bytes) => {
      isAnswered = false;
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (!isAnswered) {
        isAnswered = true;
        answers += 1;
        if (answers % everyNth === 0) {
          cuts += 1;
          end();
          return;
        }
      }
      client.write(bytes);
    });
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    port: server.address().port,
    cuts: () => cuts,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
