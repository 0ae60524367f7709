// Runs every *.test.js against one started console, and writes how many passed and failed for tests/run.sh.
import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startConsole } from './console.js';

const here = path.dirname(new URL(import.meta.url).pathname);
const results = path.resolve(here, '../../artifacts/test-results');
const tap = path.join(results, 'sdk.tap');

const wanted = process.argv.slice(2);
const files = (await readdir(here)).filter((file) => file.endsWith('.test.js') && (wanted.length === 0 || wanted.some((part) => file.includes(part))));

await mkdir(results, { recursive: true });
const console_ = await startConsole();
const code = await runTests({ ...process.env, ...console_.environment });
await console_.stop();

const summary = await readFile(tap, 'utf8');
const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(summary)?.[1] ?? 0);
const [passed, failed] = [count('pass'), count('fail') + count('cancelled') + count('skipped') + count('todo')];
await writeFile(path.join(results, 'sdk.counts'), `<Counters passed="${passed}" failed="${failed}">\n`);
process.exit(code === 0 && failed === 0 && passed > 0 ? 0 : 1);

function runTests(env) {
  return new Promise((resolve) => {
    const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${tap}`];
    const child = spawn(process.execPath, ['--test', ...reporters, ...files], { cwd: here, env, stdio: 'inherit' });
    child.once('exit', resolve);
  });
}
