// Better Auth as its documentation sets it up, with what would refuse or slow down a load switched off.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import Database from 'better-sqlite3';

/** Who all the keys are of; the password is the data set's own. */
export const user = (directory) => ({ email: 'load@example.com', password: readFileSync(file(directory, 'password.txt'), 'utf8') });

export const file = (directory, name) => path.join(directory, name);

export const open = (directory) => new Database(file(directory, 'keys.db'));

/** @param storage Better Auth's secondary storage; keys are in the database alone when it is left out. */
export const configure = (directory, database, storage) => betterAuth({
  database,
  secret: readFileSync(file(directory, 'auth-secret.txt'), 'utf8'),
  baseURL: 'http://localhost',
  emailAndPassword: { enabled: true },
  logger: { disabled: true },
  rateLimit: { enabled: false },
  ...(storage && { secondaryStorage: storage }),
  plugins: [apiKey({ rateLimit: { enabled: false }, ...(storage && { storage: 'secondary-storage' }) })],
});
