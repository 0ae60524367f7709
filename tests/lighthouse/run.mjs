// Publishes the console, starts it with its demo data, and prints Lighthouse's scores for its pages on a desktop and a phone.
// cd tests/lighthouse && npm ci --ignore-scripts && npm start
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as chromeLauncher from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const published = path.join(root, 'artifacts/lighthouse-console');
const data = mkdtempSync(path.join(tmpdir(), 'adminconsole-lighthouse-'));
const password = 'a password for lighthouse';
const goals = { accessibility: 100, 'best-practices': 100, performance: { desktop: 95, phone: 85 } };
const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts the published console and waits for its address. */
function start() {
  execFileSync('dotnet', ['publish', path.join(root, 'src/AdminConsole.Web'), '-c', 'Release', '-o', published, '--nologo', '-v', 'quiet'], { stdio: 'inherit' });
  const server = spawn('dotnet', [path.join(published, 'AdminConsole.Web.dll'), '--urls', 'http://127.0.0.1:0'], {
    cwd: published,
    env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Development', Console__DataDirectory: data, Demo__Password: password },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('The console did not start.')));
    server.stdout.on('data', text => {
      const address = /AdminConsole is at (\S+)/.exec(text)?.[1];
      if (address) {
        resolve({ server, address });
      }
    });
  });
}

/** Signs in as the form does, and gives the cookies of the session. */
async function signIn(address) {
  const page = await fetch(`${address}/account/sign-in`);
  const form = new URLSearchParams();
  for (const [, name, value] of (await page.text()).matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    form.set(name, value);
  }

  form.set('Form.Email', 'admin@acme.test');
  form.set('Form.Password', password);
  const cookies = page.headers.getSetCookie().map(cookie => cookie.split(';')[0]);
  const answer = await fetch(`${address}/account/sign-in`, { method: 'POST', body: form, redirect: 'manual', headers: { Cookie: cookies.join('; '), Origin: address } });
  return [...cookies, ...answer.headers.getSetCookie().map(cookie => cookie.split(';')[0])].join('; ');
}

async function score(url, screen, cookie) {
  const chrome = await chromeLauncher.launch({ chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromeFlags: flags });
  const options = { port: chrome.port, onlyCategories: ['performance', 'accessibility', 'best-practices'], extraHeaders: cookie ? { Cookie: cookie } : {} };
  const { lhr } = await lighthouse(url, options, screen === 'desktop' ? desktopConfig : undefined);
  await chrome.kill();
  const failed = Object.values(lhr.audits).filter(audit => audit.score !== null && audit.score < 1 && ['accessibility', 'best-practices'].some(name => lhr.categories[name].auditRefs.some(ref => ref.id === audit.id && ref.weight > 0)));
  failed.forEach(audit => console.log(`    ${audit.id}: ${audit.title} ${JSON.stringify(audit.details?.items?.slice(0, 3) ?? '')}`));
  return Object.fromEntries(Object.entries(lhr.categories).map(([name, category]) => [name, Math.round(category.score * 100)]));
}

const { server, address } = await start();
let holds = true;
try {
  const cookie = await signIn(address);
  for (const [page, cookies] of [['/account/sign-in', ''], ['/keys?org=acme', cookie], ['/lookup', cookie]]) {
    for (const screen of ['desktop', 'phone']) {
      const scores = await score(`${address}${page}`, screen, cookies);
      console.log(`${page} ${screen}: ${Object.entries(scores).map(([name, value]) => `${name} ${value}`).join(', ')}`);
      holds &&= scores.accessibility >= goals.accessibility && scores['best-practices'] >= goals['best-practices'] && scores.performance >= goals.performance[screen];
    }
  }
} finally {
  server.removeAllListeners('exit');
  server.kill('SIGTERM');
  await new Promise(resolve => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}

process.exitCode = holds ? 0 : 1;
