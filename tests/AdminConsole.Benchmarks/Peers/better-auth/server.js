// node server.js DIRECTORY [memory]: Better Auth over HTTP on PORT; with "memory" its keys are in an in-process secondary storage.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { toNodeHandler } from 'better-auth/node';
import { configure, open, user } from './auth.js';

const [, , directory, kind] = process.argv;
const database = open(directory);
const auth = configure(directory, database, kind === 'memory' ? filled() : undefined);
const own = toNodeHandler(auth);

const server = createServer((request, response) => {
  if (request.url === '/verify') {
    verify(request, response);
  } else if (request.url === '/session') {
    signIn(response);
  } else if (request.url === '/') {
    response.end();
  } else {
    own(request, response);
  }
});

// While it lists keys it sees for seconds neither that a request has come nor that the time to wait for one is over, and then closes on who asked.
server.keepAliveTimeout = 0;
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit());

// Better Auth offers verification to the server's own code alone (auth.api), and leaves the route to it.
async function verify(request, response) {
  const { key } = JSON.parse(await text(request));
  const answer = JSON.stringify(await auth.api.verifyApiKey({ body: { key } }));
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(answer) });
  response.end(answer);
}

// The cookie that its list and create ask for.
async function signIn(response) {
  const { headers } = await auth.api.signInEmail({ body: user(directory), returnHeaders: true });
  response.end(headers.getSetCookie()[0].split(';')[0]);
}

// The storage that its documentation shows, without the network of a Redis, with every key where its adapter looks for it. It goes through the list of
// all keys of a user at each verification of one: every key has a user of its own here, which is what it can do fastest.
function filled() {
  const values = new Map();
  for (const row of database.prepare('select * from apikey').iterate()) {
    const key = JSON.stringify({ ...row, referenceId: row.id, enabled: row.enabled === 1, rateLimitEnabled: row.rateLimitEnabled === 1 });
    values.set(`api-key:${row.key}`, key);
    values.set(`api-key:by-id:${row.id}`, key);
  }

  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => void values.set(name, value),
    delete: (name) => void values.delete(name),
  };
}
