// Starts a console of its own for the tests: a fresh data directory, two organizations, and management keys made by the command line.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const executable = process.env.CONSOLE_EXECUTABLE
  ?? path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../artifacts/bin/AdminConsole.Web/debug/AdminConsole.Web');
const everything = 'keys:read,keys:write,keys:revoke,keys:verify,audit:read,owners:write,projects:write';
const startTimeout = 120_000;

/** Starts a console and gives its address, its keys and a way to stop it. */
export async function startConsole() {
  const data = await mkdtemp(path.join(tmpdir(), 'adminconsole-sdk-'));
  const environment = { ...process.env, Console__DataDirectory: data, ASPNETCORE_ENVIRONMENT: 'Production', ASPNETCORE_URLS: 'http://127.0.0.1:0', Console__Api__RequestsPerMinute: '100000' };
  const command = (args, input) => runCommand(args, environment, input);

  // The keys are there for the projects that they name.
  await command(['demo', '--keys', '40', '--organization', 'acme']);
  await command(['demo', '--keys', '40', '--organization', 'globex']);
  await command(['operator', 'create', '--email', 'ada@example.com', '--name', 'Ada', '--organization', 'acme', '--role', 'Owner'], 'four calm green herons\n');
  const manage = (organization, scopes) => command(['management-key', 'create', '--organization', organization, '--scopes', scopes, '--name', 'sdk']);
  const keys = {
    ACME_KEY: await manage('acme', everything),
    ACME_READER_KEY: await manage('acme', 'keys:read'),
    GLOBEX_KEY: await manage('globex', everything),
  };

  const server = spawn(executable, [], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(server);
  return {
    environment: { CONSOLE_URL: address, ...keys },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

function runCommand(args, env, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(output.trim()) : reject(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}: ${output}`))));
    child.stdin.end(input);
  });
}

// The console says where it listens once it does.
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The console did not start: ${output}`)), startTimeout);
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const address = /is at (http:\/\/\S+)/.exec(output)?.[1];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    });
    server.once('exit', (code) => reject(new Error(`The console ended with ${code}: ${output}`)));
  });
}
