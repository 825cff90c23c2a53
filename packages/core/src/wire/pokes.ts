/**
 * `GET /api/pokes?device=<device>`: an event stream that says only that something is new. On connecting `event: hello`, then for each
 * change of a stream that the account may read `event: poke` with `{"runner":"<runner id>"}`, never to the device that made it;
 * between them a comment as heartbeat. A phone that was cut off connects again and syncs once: nothing has to be sent twice.
 */
export const POKES_PATH = "/api/pokes";
