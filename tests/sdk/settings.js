// What run.js tells the tests of the console that it has started.
import { randomUUID } from 'node:crypto';

const { CONSOLE_URL, ACME_KEY, ACME_READER_KEY, GLOBEX_KEY } = process.env;
if (!CONSOLE_URL) {
  throw new Error('Run the tests with "npm test": they need a started console.');
}

export const consoleUrl = CONSOLE_URL;
export const keys = { acme: ACME_KEY, acmeReader: ACME_READER_KEY, globex: GLOBEX_KEY };

/** A name that no other test has. */
export const unique = (prefix) => `${prefix}${randomUUID().replaceAll('-', '').slice(0, 27)}`;

/** What verification says of a secret, asked as a service would. */
export async function verify(secret, question = {}) {
  const answer = await fetch(`${consoleUrl}/api/v1/keys/verify`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${keys.acme}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret, ...question }),
  });
  return answer.json();
}
