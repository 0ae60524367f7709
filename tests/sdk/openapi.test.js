// The console's description of its own API, held against Spectral's recommended rules as they are.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { consoleUrl } from './settings.js';

const run = promisify(execFile);

test('the description of the API passes a linter with no error and no warning', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'adminconsole-openapi-'));
  try {
    const file = path.join(folder, 'v1.json');
    await writeFile(file, await (await fetch(`${consoleUrl}/openapi/v1.json`)).text());

    const found = await run(process.execPath, ['node_modules/@stoplight/spectral-cli/dist/index.js', 'lint', file, '--ruleset', 'spectral.yaml', '--fail-severity', 'hint', '--format', 'json', '--quiet']).catch((failed) => failed);

    assert.deepEqual(JSON.parse(found.stdout.trim() || '[]').map((fault) => `${fault.code} at ${fault.path.join('.')}: ${fault.message}`), []);
    assert.ok(!found.code, found.stderr);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
