import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StackServerApp } from '@stackframe/js';
import { StackServerApp as LegacyServerApp } from '@stackframe/js-legacy';
import { KnownErrors } from '@stackframe/stack-shared';
import { parseProjectApiKey } from '@stackframe/stack-shared/dist/utils/api-keys';
import { consoleUrl, keys, unique, verify } from './settings.js';

const projectOf = async (key) => {
  const { id } = await (await fetch(`${consoleUrl}/api/v1/organization`, { headers: { Authorization: `Bearer ${key}` } })).json();
  return id.replace(/^org_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
const [acme, globex] = await Promise.all([projectOf(keys.acme), projectOf(keys.globex)]);

const appWith = (secretServerKey, { projectId = acme, App = StackServerApp } = {}) =>
  new App({ baseUrl: `${consoleUrl}/stack`, projectId, secretServerKey, tokenStore: null });
const apps = { '2.8.108': appWith(keys.acme), '2.8.102': appWith(keys.acme, { App: LegacyServerApp }) };
const app = apps['2.8.108'];

const addUser = (to = app) => to.createUser({ displayName: 'Ada' });
const addTeam = (to = app) => to.createTeam({ displayName: 'Deploy' });
const never = { description: 'Billing', expiresAt: null };
const isNear = (actual, expected) => assert.ok(Math.abs(actual - expected) < 30_000, `${actual} is not near ${expected}`);

/** A request as the vendor's documents print them. */
async function ask(method, path, body, headers = {}) {
  const answer = await fetch(`${consoleUrl}/stack/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', 'x-stack-secret-server-key': keys.acme, 'x-stack-project-id': acme, ...headers },
    body: body && JSON.stringify(body),
  });
  return { status: answer.status, known: answer.headers.get('x-stack-known-error'), body: await answer.json() };
}

/** The error that the call ends with. The two clients have classes of their own for the same codes. */
const refusal = (call) => call.then((value) => assert.fail(`Not refused: ${JSON.stringify(value)}`), (thrown) => thrown);

for (const [version, client] of Object.entries(apps)) {
  const its = (name, run) => test(`${version}: ${name}`, run);
  const newUser = () => addUser(client);
  const newTeam = () => addTeam(client);

  its('createApiKey gives a user’s key, its secret and every field', async () => {
    const user = await newUser();
    const key = await user.createApiKey({ description: 'Billing', expiresAt: new Date(4_000_000_000_000) });

    assert.match(key.id, /^[0-9a-f-]{36}$/);
    assert.equal(key.description, 'Billing');
    assert.equal(key.type, 'user');
    assert.equal(key.userId, user.id);
    assert.equal(key.expiresAt.getTime(), 4_000_000_000_000);
    assert.equal(key.manuallyRevokedAt, null);
    isNear(key.createdAt.getTime(), Date.now());
    assert.equal(key.isValid(), true);
    assert.equal(key.whyInvalid(), null);
  });

  its('the secret is one that the client’s own parser takes apart', async () => {
    const key = await (await newUser()).createApiKey(never);
    const parsed = parseProjectApiKey(key.value);

    assert.equal(parsed.prefix, 'sk');
    assert.equal(parsed.type, 'user');
    assert.equal(parsed.isPublic, false);
    assert.equal(parsed.id.replaceAll('-', ''), key.id.replaceAll('-', ''));
    assert.equal((await verify(key.value)).code, 'VALID');
  });

  its('a public key says so in its secret', async () => {
    const parsed = parseProjectApiKey((await (await newUser()).createApiKey({ ...never, isPublic: true })).value);

    assert.deepEqual([parsed.prefix, parsed.isPublic], ['pk', true]);
  });

  its('a key that never expires has no expiry', async () => {
    assert.equal((await (await newUser()).createApiKey(never)).expiresAt, undefined);
  });

  its('a key may have expired when it is made, and says so', async () => {
    const key = await (await newUser()).createApiKey({ description: '', expiresAt: new Date(1000) });

    assert.equal(key.description, '');
    assert.equal(key.whyInvalid(), 'expired');
    assert.equal((await verify(key.value)).code, 'EXPIRED');
  });

  its('listApiKeys gives all keys, the newest first, by their last four characters', async () => {
    const user = await newUser();
    const first = await user.createApiKey({ ...never, description: 'first' });
    await user.createApiKey({ ...never, description: 'second', expiresAt: new Date(1000) });
    await first.revoke();

    const listed = await user.listApiKeys();
    assert.deepEqual(listed.map((key) => [key.description, key.whyInvalid()]), [['second', 'expired'], ['first', 'manually-revoked']]);
    assert.deepEqual(listed[1].value, { lastFour: first.value.slice(-4) });
  });

  its('a user without keys has none', async () => {
    assert.deepEqual(await (await newUser()).listApiKeys(), []);
  });

  its('update changes the description and nothing else', async () => {
    const user = await newUser();
    const key = await user.createApiKey({ description: 'Billing', expiresAt: new Date(4_000_000_000_000) });

    await key.update({ description: 'Updated API key description' });

    const [updated] = await user.listApiKeys();
    assert.deepEqual([updated.description, updated.expiresAt.getTime(), updated.manuallyRevokedAt], ['Updated API key description', 4_000_000_000_000, null]);
  });

  its('update with nothing changes nothing', async () => {
    const user = await newUser();
    await (await user.createApiKey(never)).update({});

    assert.deepEqual((await user.listApiKeys()).map((key) => [key.description, key.isValid()]), [['Billing', true]]);
  });

  its('update can revoke and describe at once', async () => {
    const user = await newUser();
    const key = await user.createApiKey(never);
    await key.update({ description: 'Gone', revoked: true });

    const [updated] = await user.listApiKeys();
    assert.deepEqual([updated.description, updated.whyInvalid()], ['Gone', 'manually-revoked']);
    assert.equal((await verify(key.value)).code, 'REVOKED');
  });

  its('an expiry in an update is a schema error that names it, and changes nothing', async () => {
    const user = await newUser();
    const key = await user.createApiKey(never);

    const error = await refusal(key.update({ description: 'Other', expiresAt: new Date() }));

    assert.equal(error.errorCode, 'SCHEMA_ERROR');
    assert.match(error.message, /Request validation failed on PATCH \/api\/v1\/user-api-keys\/.*\n {2}- body contains unknown properties: expires_at_millis/);
    assert.equal((await user.listApiKeys())[0].description, 'Billing');
  });

  its('revoke is for good, and keeps the time of the first', async () => {
    const user = await newUser();
    const key = await user.createApiKey(never);
    await key.revoke();
    const [revoked] = await user.listApiKeys();
    isNear(revoked.manuallyRevokedAt.getTime(), Date.now());

    await key.revoke();
    assert.equal((await refusal(key.update({ revoked: false }))).errorCode, 'SCHEMA_ERROR');
    assert.equal((await refusal(key.update({ description: 'Other' }))).errorCode, 'API_KEY_REVOKED');

    assert.deepEqual((await user.listApiKeys()).map((each) => each.manuallyRevokedAt.getTime()), [revoked.manuallyRevokedAt.getTime()]);
  });

  its('getUser finds the user by a key', async () => {
    const user = await newUser();
    const key = await user.createApiKey(never);

    const found = await client.getUser({ apiKey: key.value });
    assert.deepEqual([found.id, found.displayName], [user.id, 'Ada']);
  });

  its('getUser finds nobody by an unknown, a revoked, an expired key or a team’s', async () => {
    const user = await newUser();
    const revoked = await user.createApiKey(never);
    await revoked.revoke();
    const expired = await user.createApiKey({ ...never, expiresAt: new Date(1000) });
    const ofTeam = await (await newTeam()).createApiKey(never);

    for (const value of ['sk_nothing', revoked.value, expired.value, ofTeam.value]) {
      assert.equal(await client.getUser({ apiKey: value }), null);
    }
  });

  its('createApiKey gives a team’s key, and getTeam finds the team by it', async () => {
    const team = await newTeam();
    const key = await team.createApiKey(never);

    assert.deepEqual([key.type, key.teamId], ['team', team.id]);
    assert.equal(parseProjectApiKey(key.value).type, 'team');
    const found = await client.getTeam({ apiKey: key.value });
    assert.deepEqual([found.id, found.displayName], [team.id, 'Deploy']);
  });

  its('a team’s keys are listed, described and revoked as a user’s', async () => {
    const team = await newTeam();
    const key = await team.createApiKey(never);
    await key.update({ description: 'Other' });
    await key.revoke();

    assert.deepEqual((await team.listApiKeys()).map((each) => [each.description, each.whyInvalid()]), [['Other', 'manually-revoked']]);
    assert.equal(await client.getTeam({ apiKey: key.value }), null);
  });

  its('getTeam finds no team by a user’s key', async () => {
    assert.equal(await client.getTeam({ apiKey: (await (await newUser()).createApiKey(never)).value }), null);
  });

  its('users and teams are found by their ids, and none by others', async () => {
    const [user, team] = [await newUser(), await newTeam()];

    assert.equal((await client.getUser(user.id)).displayName, 'Ada');
    assert.equal((await client.getTeam(team.id)).displayName, 'Deploy');
    assert.equal(await client.getUser(unique('user_')), null);
    assert.equal(await client.getTeam(unique('team_')), null);
  });

  its('a user’s team is found by its member alone', async () => {
    const [ada, bob] = [await newUser(), await newUser()];
    const team = await client.createTeam({ displayName: 'Deploy', creatorUserId: ada.id });

    assert.equal((await ada.getTeam(team.id)).displayName, 'Deploy');
    assert.deepEqual([...await ada.listTeams()].map((each) => each.id), [team.id]);
    assert.equal(await bob.getTeam(team.id), null);
    assert.deepEqual([...await bob.listTeams()], []);
  });

  its('listUsers finds a user by name', async () => {
    const name = unique('Ключ ');
    const user = await client.createUser({ displayName: name });

    assert.deepEqual([...await client.listUsers({ query: name.toUpperCase() })].map((each) => each.id), [user.id]);
  });

  its('a wrong key is refused with the project’s name', async () => {
    const App = version === '2.8.108' ? StackServerApp : LegacyServerApp;
    const error = await refusal(appWith('nothing', { App }).getTeam('any'));

    assert.equal(error.errorCode, 'INVALID_SECRET_SERVER_KEY');
    assert.equal(error.statusCode, 401);
    assert.deepEqual(error.details, { project_id: acme });
  });

  its('another organization’s project is refused', async () => {
    const App = version === '2.8.108' ? StackServerApp : LegacyServerApp;
    const error = await refusal(appWith(keys.acme, { App, projectId: globex }).getTeam('any'));

    assert.equal(error.errorCode, 'CURRENT_PROJECT_NOT_FOUND');
    assert.deepEqual(error.details, { project_id: globex });
  });
}

test('errors are instances of the client’s own classes', async () => {
  const error = await refusal(appWith('nothing').getTeam('any'));
  assert.ok(KnownErrors.InvalidSecretServerKey.isInstance(error), String(error));
});

test('a key that may only read makes none', async () => {
  const user = await addUser();
  const reader = await appWith(keys.acmeReader).getUser(user.id);

  assert.match((await refusal(reader.createApiKey(never))).message, /403/);
  assert.deepEqual(await user.listApiKeys(), []);
});

test('another organization sees neither the user nor its keys', async () => {
  const other = appWith(keys.globex, { projectId: globex });
  const user = await addUser();
  const key = await user.createApiKey(never);

  assert.equal(await other.getUser(user.id), null);
  assert.equal(await other.getUser({ apiKey: key.value }), null);
});

test('the documents’ own update works as it is printed', async () => {
  const user = await addUser();
  const key = await user.createApiKey({ description: 'Billing', expiresAt: new Date('2027-12-31T23:59:59Z') });

  const { status, body } = await ask('PATCH', `/user-api-keys/${key.id}`, { description: 'Updated API key description', revoked: false });

  assert.equal(status, 200);
  const { id, description, user_id, expires_at, manually_revoked_at, created_at } = body;
  assert.deepEqual({ id, description, user_id, expires_at, manually_revoked_at }, {
    id: key.id, description: 'Updated API key description', user_id: user.id, expires_at: '2027-12-31T23:59:59Z', manually_revoked_at: null,
  });
  isNear(Date.parse(created_at), Date.now());
});

for (const [what, body, reason] of [
  ['a description that is null', { description: null }, 'body.description'],
  ['a revocation that is text', { revoked: 'true' }, 'body.revoked'],
  ['a revocation that is null', { revoked: null }, 'body.revoked'],
  ['another owner', { user_id: 'x' }, 'body contains unknown properties: user_id'],
  ['a member that there is none of', { colour: 'red' }, 'body contains unknown properties: colour'],
]) {
  test(`${what} in an update is a schema error`, async () => {
    const key = await (await addUser()).createApiKey(never);

    const refused = await ask('PATCH', `/user-api-keys/${key.id}`, { description: 'Other', ...body });

    assert.deepEqual([refused.status, refused.known, refused.body.code], [400, 'SCHEMA_ERROR', 'SCHEMA_ERROR']);
    assert.ok(refused.body.details.message.includes(`- ${reason}`), refused.body.error);
    assert.equal((await ask('GET', `/user-api-keys/${key.id}`)).body.description, 'Billing');
  });
}

for (const [what, path, status, code] of [
  ['an unknown key', '/user-api-keys/uak_1234567890', 404, 'API_KEY_NOT_FOUND'],
  ['keys of nobody', '/user-api-keys', 400, 'SCHEMA_ERROR'],
  ['a team’s key without the team', '/team-api-keys/11111111-1111-4111-8111-111111111111', 400, 'SCHEMA_ERROR'],
  ['an unknown user', '/users/nobody', 404, 'USER_NOT_FOUND'],
  ['an unknown team', '/teams/nobody', 404, 'TEAM_NOT_FOUND'],
]) {
  test(`${what} is ${code}`, async () => {
    const answer = await ask('GET', path);
    assert.deepEqual([answer.status, answer.known, answer.body.code], [status, code, code]);
  });
}

test('check says of a key of the other type which it is', async () => {
  const key = await (await addUser()).createApiKey(never);

  const answer = await ask('POST', '/team-api-keys/check', { api_key: key.value });
  assert.deepEqual([answer.status, answer.known, answer.body.details], [400, 'WRONG_API_KEY_TYPE', { expected_type: 'team', actual_type: 'user' }]);
});
