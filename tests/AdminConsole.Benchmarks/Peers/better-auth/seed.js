// node seed.js DIRECTORY COUNT: a database with that many keys of one user, and their secrets.
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { getMigrations } from 'better-auth/db/migration';
import { configure, file, open, user } from './auth.js';

const [, , directory, count] = process.argv;
const prefixLength = 6;

for (const name of ['auth-secret.txt', 'password.txt']) {
  writeFileSync(file(directory, name), randomBytes(32).toString('base64url'));
}

const database = open(directory);
const auth = configure(directory, database);
await (await getMigrations(auth.options)).runMigrations();

const signedUp = await auth.api.signUpEmail({ body: { name: 'benchmark', ...user(directory) } });
const secrets = [];
database.transaction(insert)();
database.close();
// Written last: without it the directory is begun anew.
writeFileSync(file(directory, 'secrets.txt'), `${secrets.join('\n')}\n`);

// As its createApiKey leaves them (routes/create-api-key), which would take ten minutes for as many.
function insert() {
  const row = database.prepare(`
    insert into apikey (id, configId, name, start, referenceId, key, enabled, rateLimitEnabled, rateLimitTimeWindow, rateLimitMax, requestCount, createdAt, updatedAt)
    values (?, 'default', 'checkout-worker-eu-west', ?, ?, ?, 1, 0, 86400000, 10, 0, ?, ?)`);
  for (let index = 0; index < Number(count); index++) {
    const secret = randomBytes(32).toString('hex');
    const now = new Date().toISOString();
    row.run(randomBytes(16).toString('hex'), secret.slice(0, prefixLength), signedUp.user.id, hash(secret), now, now);
    secrets.push(secret);
  }
}

function hash(secret) {
  return createHash('sha256').update(secret).digest('base64url');
}
