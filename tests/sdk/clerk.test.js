import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClerkClient } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { consoleUrl, keys, unique, verify } from './settings.js';

const clientWith = (secretKey, base = '/clerk') => createClerkClient({ apiUrl: consoleUrl + base, secretKey });
const clerk = clientWith(keys.acme);
const user = () => unique('user_');

const create = (parameters = {}) => clerk.apiKeys.create({ name: 'Billing service', subject: user(), ...parameters });

/** The error that the call ends with, which must be of Clerk’s own class. */
async function refusal(call) {
  const error = await call.then((value) => assert.fail(`Not refused: ${JSON.stringify(value)}`), (thrown) => thrown);
  assert.ok(isClerkAPIResponseError(error), String(error));
  return error;
}

test('create keeps the user who created the key', async () => {
  const createdBy = user();
  const key = await create({ createdBy });

  assert.equal(key.createdBy, createdBy);
  assert.equal((await clerk.apiKeys.get(key.id)).createdBy, createdBy);
});

test('create gives every field of the key, and its secret', async () => {
  const subject = user();
  const before = Date.now();
  const claims = { plan: 'pro', deepInside: { camelCase: [1, null] } };
  const key = await create({ subject, name: 'Billing service', description: 'Bills', scopes: ['read:users', 'write:users'], claims });

  assert.match(key.id, /^ak_[0-9a-f]{32}$/);
  assert.match(key.secret, /^ak_[0-9A-Za-z]{43}$/);
  assert.equal(key.type, 'api_key');
  assert.equal(key.subject, subject);
  assert.equal(key.name, 'Billing service');
  assert.equal(key.description, 'Bills');
  assert.deepEqual(key.scopes, ['read:users', 'write:users']);
  assert.deepEqual(key.claims, claims);
  assert.equal(key.revoked, false);
  assert.equal(key.revocationReason, null);
  assert.equal(key.expired, false);
  assert.equal(key.expiration, null);
  assert.equal(key.lastUsedAt, null);
  assert.ok(key.createdAt >= before - 1000 && key.createdAt <= Date.now() + 1000, `${key.createdAt}`);
  assert.equal(key.updatedAt, key.createdAt);
  assert.match(key.constructor.name, /APIKey$/);
});

test('create with the least gives a key without scopes that never expires', async () => {
  const key = await create();

  assert.deepEqual([key.description, key.claims, key.scopes, key.expiration, key.createdBy], [null, null, [], null, null]);
});

test('create counts the expiry from now', async () => {
  const key = await create({ secondsUntilExpiration: 3600 });

  assert.ok(Math.abs(key.expiration - (Date.now() + 3_600_000)) < 30_000, `${key.expiration}`);
  assert.equal(key.expired, false);
});

test('create takes fractions of a second', async () => {
  const key = await create({ secondsUntilExpiration: 90.5 });

  assert.ok(Math.abs(key.expiration - key.createdAt - 90_500) < 30_000, `${key.expiration - key.createdAt}`);
});

test('create takes an organization and a machine as subject', async () => {
  const [organization, machine] = [unique('org_'), unique('mch_')];

  assert.equal((await create({ subject: organization })).subject, organization);
  assert.equal((await create({ subject: machine })).subject, machine);
});

for (const [what, parameters, parameter] of [
  ['a name that is too short', { name: 'ab' }, 'name'],
  ['a name with a space before it', { name: ' billing' }, 'name'],
  ['no name', { name: undefined }, 'name'],
  ['no subject', { subject: undefined }, 'subject'],
  ['a subject of no kind', { subject: 'somebody' }, 'subject'],
  ['an expiry of now', { secondsUntilExpiration: 0 }, 'seconds_until_expiration'],
  ['an expiry in the past', { secondsUntilExpiration: -5 }, 'seconds_until_expiration'],
  ['a scope with a space', { scopes: ['good', 'not good'] }, 'scopes/1'],
  ['scopes that are null', { scopes: null }, 'scopes'],
  ['claims that are a list', { claims: ['a'] }, 'claims'],
  ['a description that is too long', { description: 'x'.repeat(256) }, 'description'],
  ['a field that there is none of', { colour: 'red' }, 'colour'],
]) {
  test(`create refuses ${what}, and names it`, async () => {
    const error = await refusal(create(parameters));

    assert.equal(error.status, 400);
    assert.equal(error.errors[0].code, 'bad_request');
    assert.equal(error.errors[0].meta.paramName, parameter);
    assert.match(error.errors[0].longMessage, new RegExp(`^Invalid '${parameter}': .+`));
  });
}

test('an error has a trace id', async () => {
  const error = await refusal(clerk.apiKeys.get('ak_00000000000000000000000000000000'));

  assert.ok(error.clerkTraceId.length > 5, error.clerkTraceId);
});

test('get gives the key without its secret', async () => {
  const created = await create({ description: 'Bills' });
  const key = await clerk.apiKeys.get(created.id);

  assert.deepEqual({ ...key, secret: undefined }, { ...created, secret: undefined });
  assert.equal(key.secret, undefined);
});

for (const id of ['ak_00000000000000000000000000000000', 'ak_nonsense', 'apikey_123', 'ak_%2F', 'ключ']) {
  test(`get of ${id} says that there is none`, async () => {
    const error = await refusal(clerk.apiKeys.get(id));

    assert.deepEqual([error.status, error.errors[0].code.endsWith('not_found')], [404, true]);
  });
}

test('another organization sees none of the keys', async () => {
  const key = await create();
  const globex = clientWith(keys.globex);

  for (const call of [
    () => globex.apiKeys.get(key.id),
    () => globex.apiKeys.update({ apiKeyId: key.id, description: 'x' }),
    () => globex.apiKeys.revoke({ apiKeyId: key.id }),
    () => globex.apiKeys.delete(key.id),
    () => globex.apiKeys.verify(key.secret),
  ]) {
    assert.equal((await refusal(call())).status, 404);
  }

  assert.equal((await globex.apiKeys.list({ subject: key.subject })).totalCount, 0);
  assert.equal((await clerk.apiKeys.verify(key.secret)).id, key.id);
});

test('list pages through a subject’s keys, the newest first', async () => {
  const subject = user();
  for (let number = 1; number <= 12; number++) {
    await create({ subject, name: `key ${number}` });
  }

  const names = async (parameters) => (await clerk.apiKeys.list({ subject, ...parameters })).data.map((key) => key.name);
  const first = await clerk.apiKeys.list({ subject });
  assert.deepEqual([first.data.length, first.totalCount, first.data[0].name], [10, 12, 'key 12']);
  assert.deepEqual(await names({ offset: 10 }), ['key 2', 'key 1']);
  assert.deepEqual(await names({ limit: 3, offset: 4 }), ['key 8', 'key 7', 'key 6']);
  assert.deepEqual(await names({ offset: 50 }), []);
});

test('list leaves out what is revoked or expired unless it is asked for', async () => {
  const subject = user();
  const kept = await create({ subject });
  const revoked = await create({ subject });
  await clerk.apiKeys.revoke({ apiKeyId: revoked.id });
  const expired = await create({ subject, secondsUntilExpiration: 0.001 });

  const valid = await clerk.apiKeys.list({ subject });
  const all = await clerk.apiKeys.list({ subject, includeInvalid: true });

  assert.deepEqual(valid.data.map((key) => key.id), [kept.id]);
  assert.deepEqual(all.data.map((key) => [key.id, key.revoked, key.expired]), [[expired.id, false, true], [revoked.id, true, false], [kept.id, false, false]]);
  assert.equal(all.totalCount, 3);
});

test('list finds a part of a name', async () => {
  const subject = user();
  await create({ subject, name: 'Billing' });
  await create({ subject, name: 'Reporting' });

  assert.deepEqual((await clerk.apiKeys.list({ subject, query: 'bill' })).data.map((key) => key.name), ['Billing']);
});

test('list needs a subject and limits that make sense', async () => {
  assert.equal((await refusal(clerk.apiKeys.list({}))).errors[0].meta.paramName, 'subject');
  assert.equal((await refusal(clerk.apiKeys.list({ subject: user(), limit: 101 }))).errors[0].meta.paramName, 'limit');
});

test('update changes what is given and keeps the rest', async () => {
  const key = await create({ description: 'Bills', scopes: ['read:users'], claims: { plan: 'pro' }, secondsUntilExpiration: 3600 });

  const updated = await clerk.apiKeys.update({ apiKeyId: key.id, description: 'Bills more' });

  assert.equal(updated.description, 'Bills more');
  assert.deepEqual([updated.scopes, updated.claims, updated.expiration, updated.subject, updated.name], [key.scopes, key.claims, key.expiration, key.subject, key.name]);
  assert.ok(updated.updatedAt >= key.updatedAt);
});

test('update of nothing changes nothing', async () => {
  const key = await create({ description: 'Bills', scopes: ['read:users'] });

  assert.deepEqual({ ...(await clerk.apiKeys.update({ apiKeyId: key.id })), secret: null }, { ...key, secret: null });
});

test('update replaces scopes and claims whole', async () => {
  const key = await create({ scopes: ['a', 'b'], claims: { plan: 'pro', seats: 5 } });

  const updated = await clerk.apiKeys.update({ apiKeyId: key.id, scopes: ['c'], claims: { plan: 'free' } });

  assert.deepEqual([updated.scopes, updated.claims], [['c'], { plan: 'free' }]);
});

test('update with null clears, and with an empty list takes the scopes away', async () => {
  const key = await create({ description: 'Bills', scopes: ['a'], claims: { plan: 'pro' }, secondsUntilExpiration: 60 });

  const updated = await clerk.apiKeys.update({ apiKeyId: key.id, description: null, scopes: [], claims: null, secondsUntilExpiration: null });

  assert.deepEqual([updated.description, updated.scopes, updated.claims, updated.expiration], [null, [], null, null]);
});

test('update counts a new expiry from now', async () => {
  const key = await create({ secondsUntilExpiration: 60 });

  const updated = await clerk.apiKeys.update({ apiKeyId: key.id, secondsUntilExpiration: 86_400 });

  assert.ok(Math.abs(updated.expiration - (Date.now() + 86_400_000)) < 30_000, `${updated.expiration}`);
});

test('update moves a key to another subject', async () => {
  const key = await create();
  const subject = unique('org_');

  assert.equal((await clerk.apiKeys.update({ apiKeyId: key.id, subject })).subject, subject);
  assert.deepEqual((await clerk.apiKeys.list({ subject })).data.map((moved) => moved.id), [key.id]);
  assert.equal((await clerk.apiKeys.list({ subject: key.subject })).totalCount, 0);
});

test('update with one fault changes nothing', async () => {
  const key = await create({ description: 'Bills' });

  const error = await refusal(clerk.apiKeys.update({ apiKeyId: key.id, description: 'Other', secondsUntilExpiration: -1 }));

  assert.deepEqual([error.status, error.errors[0].meta.paramName], [400, 'seconds_until_expiration']);
  assert.equal((await clerk.apiKeys.get(key.id)).description, 'Bills');
});

test('update of the name is refused', async () => {
  const key = await create();

  assert.equal((await refusal(clerk.apiKeys.update({ apiKeyId: key.id, name: 'Other name' }))).errors[0].meta.paramName, 'name');
});

test('the example of the documents works as printed', async () => {
  const apiKeyId = (await create()).id;
  const userId = 'user_123';
  const clerkClient = clerk;

  const response = await clerkClient.apiKeys.update({
    apiKeyId: apiKeyId,
    subject: userId,
    description: 'API key for accessing my application',
    scopes: ['read:users', 'write:users'],
    secondsUntilExpiration: 86400, // expires in 24 hours
  });

  assert.deepEqual([response.id, response.subject, response.description, response.scopes], [apiKeyId, 'user_123', 'API key for accessing my application', ['read:users', 'write:users']]);
  assert.ok(Math.abs(response.expiration - (Date.now() + 86_400_000)) < 30_000);
});

test('revoke ends a key with the reason given', async () => {
  const key = await create();

  const revoked = await clerk.apiKeys.revoke({ apiKeyId: key.id, revocationReason: 'Seen in a log' });

  assert.deepEqual([revoked.revoked, revoked.revocationReason], [true, 'Seen in a log']);
  assert.equal((await verify(key.secret)).code, 'REVOKED');
});

test('revoke needs no reason, and a second one changes nothing', async () => {
  const key = await create();

  assert.equal((await clerk.apiKeys.revoke({ apiKeyId: key.id })).revocationReason, null);
  const again = await clerk.apiKeys.revoke({ apiKeyId: key.id, revocationReason: 'Once more' });

  assert.deepEqual([again.revoked, again.revocationReason], [true, null]);
});

test('a revoked key never changes again', async () => {
  const key = await create({ description: 'Bills' });
  await clerk.apiKeys.revoke({ apiKeyId: key.id });

  const error = await refusal(clerk.apiKeys.update({ apiKeyId: key.id, description: 'Other' }));

  assert.deepEqual([error.status, error.errors[0].code], [409, 'key_revoked']);
  assert.equal((await clerk.apiKeys.get(key.id)).description, 'Bills');
});

test('delete says so, and the key is gone', async () => {
  const key = await create();

  const deleted = await clerk.apiKeys.delete(key.id);

  assert.deepEqual([deleted.id, deleted.object, deleted.deleted], [key.id, 'api_key', true]);
  assert.equal((await refusal(clerk.apiKeys.get(key.id))).status, 404);
  assert.equal((await refusal(clerk.apiKeys.delete(key.id))).status, 404);
  assert.equal((await verify(key.secret)).code, 'NOT_FOUND');
});

test('a secret cannot be had a second time', async () => {
  const key = await create();

  const error = await refusal(clerk.apiKeys.getSecret(key.id));

  assert.deepEqual([error.status, error.errors[0].code], [403, 'secret_not_retrievable']);
});

test('verify gives the key of a secret, and the use is remembered', async () => {
  const key = await create({ scopes: ['read:users'], claims: { plan: 'pro' } });

  const verified = await clerk.apiKeys.verify(key.secret);

  assert.deepEqual([verified.id, verified.subject, verified.scopes, verified.claims, verified.secret], [key.id, key.subject, ['read:users'], { plan: 'pro' }, undefined]);
  assert.ok((await clerk.apiKeys.get(key.id)).lastUsedAt >= key.createdAt);
});

test('verify refuses what is unknown, revoked or expired', async () => {
  const revoked = await create();
  await clerk.apiKeys.revoke({ apiKeyId: revoked.id });
  const expired = await create({ secondsUntilExpiration: 0.001 });

  const codes = [];
  for (const secret of ['ak_nothing', revoked.secret, expired.secret]) {
    const error = await refusal(clerk.apiKeys.verify(secret));
    codes.push([error.status, error.errors[0].code]);
  }

  assert.deepEqual(codes, [[404, 'resource_not_found'], [404, 'api_key_revoked'], [404, 'api_key_expired']]);
});

test('the secret verifies at the console’s own endpoint too', async () => {
  const key = await create({ scopes: ['read:users'] });

  const answer = await verify(key.secret, { scopes: ['read:users'] });

  assert.deepEqual([answer.code, answer.key.owner.externalId], ['VALID', key.subject]);
  assert.equal((await verify(key.secret, { scopes: ['write:users'] })).code, 'SCOPE_MISSING');
});

test('authenticateRequest lets a good key in and says of a bad one that the token is invalid', async () => {
  const key = await create({ scopes: ['read:users'] });
  const ask = (token) => clientWith(keys.acme).authenticateRequest(
    new Request('https://app.example.com/', { headers: { Authorization: `Bearer ${token}` } }),
    { acceptsToken: 'api_key', publishableKey: `pk_test_${Buffer.from('clerk.example.com$').toString('base64')}` });

  const good = await ask(key.secret);
  const bad = await ask('ak_nothing');

  assert.deepEqual([good.isAuthenticated, good.toAuth().userId, good.toAuth().scopes], [true, key.subject, ['read:users']]);
  assert.deepEqual([bad.isAuthenticated, bad.reason], [false, 'token-invalid']);
});

test('a wrong server key is refused in Clerk’s words', async () => {
  const error = await refusal(clientWith('sk_test_nothing').apiKeys.get('ak_00000000000000000000000000000000'));

  assert.deepEqual([error.status, error.errors[0].code], [401, 'clerk_key_invalid']);
});

test('a server key that may only read changes nothing', async () => {
  const key = await create();
  const reader = clientWith(keys.acmeReader);

  assert.equal((await reader.apiKeys.get(key.id)).id, key.id);
  for (const call of [
    () => reader.apiKeys.create({ name: 'Other', subject: key.subject }),
    () => reader.apiKeys.update({ apiKeyId: key.id, description: 'x' }),
    () => reader.apiKeys.revoke({ apiKeyId: key.id }),
    () => reader.apiKeys.delete(key.id),
  ]) {
    assert.equal((await refusal(call())).status, 403);
  }

  assert.equal((await clerk.apiKeys.get(key.id)).revoked, false);
});

test('the address with /v1 is the same', async () => {
  const key = await create();

  assert.equal((await clientWith(keys.acme, '/clerk/v1').apiKeys.get(key.id)).id, key.id);
});

test('twelve updates at once all arrive', async () => {
  const key = await create();

  await Promise.all(Array.from({ length: 12 }, (_, number) => clerk.apiKeys.update({ apiKeyId: key.id, description: `by ${number}` })));

  assert.match((await clerk.apiKeys.get(key.id)).description, /^by \d+$/);
});
