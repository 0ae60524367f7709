import assert from 'node:assert/strict';
import { test } from 'node:test';
import { algoliasearch } from 'algoliasearch';
import algoliasearchLegacy from 'algoliasearch-legacy';
import { consoleUrl, keys, unique, verify } from './settings.js';

const host = consoleUrl.replace('http://', '');

// The clients give up after two seconds, which a console just started on a busy machine may take for its first write. v4 counts in seconds.
const patience = 30;
const clientWith = (key, { application = 'acme', base = '/algolia', ...options } = {}) => algoliasearch(application, key, {
  hosts: [{ url: host + base, protocol: 'http', accept: 'readWrite' }],
  timeouts: { connect: patience * 1000, read: patience * 1000, write: patience * 1000 },
  ...options,
});
const legacyWith = (key, application = 'acme') =>
  algoliasearchLegacy(application, key, {
    hosts: [{ url: `${host}/algolia`, protocol: 'http', accept: 3 }],
    timeouts: { connect: patience, read: patience, write: patience },
  });
const algolia = clientWith(keys.acme);
const legacy = legacyWith(keys.acme);

const whole = {
  acl: ['search', 'addObject'],
  description: 'Shop',
  indexes: ['dev_*', 'books'],
  maxHitsPerQuery: 20,
  maxQueriesPerIPPerHour: 100,
  queryParameters: 'typoTolerance=strict',
  referers: ['*.example.com'],
  validity: 3600,
};
/** What is left of a key with nothing set: what was not set is left out. */
const defaults = { acl: [] };

const add = async (apiKey = { acl: ['search'] }, client = algolia) => (await client.addApiKey(apiKey)).key;
const get = (key, client = algolia) => client.getApiKey({ key });

/** What an update can set, without what only the answer has. */
const attributes = ({ value, createdAt, ...rest }) => rest;

/** The error that the call ends with, which must be of Algolia’s own class. */
async function refusal(call) {
  const error = await call.then((value) => assert.fail(`Not refused: ${JSON.stringify(value)}`), (thrown) => thrown);
  assert.equal(error.name, 'ApiError', String(error));
  return { status: error.status, message: error.message };
}

const unknown = { status: 404, message: 'Key does not exist' };
const wrong = { status: 403, message: 'Invalid Application-ID or API key' };
const forbidden = { status: 403, message: 'Method not allowed with this API key' };
const isNear = (actual, expected, tolerance) => assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not near ${expected}`);

test('addApiKey gives the key and when it was added, and nothing else', async () => {
  const added = await algolia.addApiKey(whole);

  assert.deepEqual(Object.keys(added), ['key', 'createdAt']);
  assert.match(added.key, /^[0-9a-f]{32}$/);
  isNear(Date.parse(added.createdAt), Date.now(), 30_000);
});

test('getApiKey gives every attribute that was given', async () => {
  const key = await add(whole);

  const got = await get(key);
  assert.deepEqual({ ...attributes(got), validity: 3600 }, whole);
  isNear(got.validity, 3600, 30);
  isNear(got.createdAt, Date.now(), 30_000);
  assert.equal(got.value, key);
});

test('an added key with an ACL alone has every default', async () => {
  assert.deepEqual(attributes(await get(await add({ acl: ['browse'] }))), { ...defaults, acl: ['browse'] });
});

test('an added key verifies, within its restrictions', async () => {
  const key = await add(whole);
  const question = { scopes: ['search'], resource: 'books', referrer: 'https://www.example.com', clientIp: '203.0.113.7' };

  assert.equal((await verify(key, question)).code, 'VALID');
  assert.equal((await verify(key, { ...question, scopes: ['deleteIndex'] })).code, 'SCOPE_MISSING');
  assert.equal((await verify(key, { ...question, resource: 'prod_books' })).code, 'RESOURCE_NOT_ALLOWED');
  assert.equal((await verify(key, { ...question, referrer: 'https://evil.example' })).code, 'REFERRER_NOT_ALLOWED');
});

test('verification hands out the limits that the search engine enforces', async () => {
  const answer = await verify(await add({ acl: ['search'], maxHitsPerQuery: 7, queryParameters: 'filters=a' }), { scopes: ['search'] });

  assert.equal(answer.key.limits.maxHitsPerQuery, 7);
  assert.equal(answer.key.limits.queryParameters, 'filters=a');
});

test('the seed’s own update works as it is printed', async () => {
  const client = clientWith(keys.acme);
  const key = await add();

  const response = await client.updateApiKey({
    key,
    apiKey: { acl: ['search', 'addObject'], validity: 300, maxQueriesPerIPPerHour: 100, maxHitsPerQuery: 20 },
  });

  assert.equal(response.key, key);
  isNear(Date.parse(response.updatedAt), Date.now(), 30_000);
  const got = attributes(await get(key));
  isNear(got.validity, 300, 30);
  assert.deepEqual({ ...got, validity: 300 }, { ...defaults, acl: ['search', 'addObject'], validity: 300, maxQueriesPerIPPerHour: 100, maxHitsPerQuery: 20 });
});

test('the seed’s C# update, as JSON at the root of the console, works', async () => {
  const key = await add(whole);
  const answer = await fetch(`${consoleUrl}/1/keys/${key}`, {
    method: 'PUT',
    headers: { 'X-Algolia-Application-Id': 'ACME', 'X-Algolia-API-Key': keys.acme, 'Content-Type': 'application/json' },
    body: JSON.stringify({ acl: ['search', 'addObject'], validity: 300, maxQueriesPerIPPerHour: 100, maxHitsPerQuery: 20 }),
  });

  assert.equal(answer.status, 200);
  assert.equal((await answer.json()).key, key);
  assert.equal((await get(key)).description, undefined);
});

for (const attribute of Object.keys(whole).filter((name) => name !== 'acl')) {
  test(`updateApiKey returns ${attribute} to its default when it is left out`, async () => {
    const key = await add(whole);
    const { [attribute]: _, ...others } = whole;

    await algolia.updateApiKey({ key, apiKey: others });

    const got = attributes(await get(key));
    assert.ok(!(attribute in got), `${got[attribute]}`);
    assert.deepEqual({ ...got, validity: 0 }, { ...others, validity: 0 });
  });
}

test('waitForApiKey ends for attributes that are defaults, repeated, or have spaces around them', async () => {
  const apiKey = {
    acl: ['search', 'browse', 'search'], description: ' Shop ', indexes: ['books', 'books'], maxHitsPerQuery: 0, maxQueriesPerIPPerHour: 0, queryParameters: '', referers: [],
  };
  const key = await add();
  await algolia.updateApiKey({ key, apiKey });

  await algolia.waitForApiKey({ key, operation: 'update', apiKey, maxRetries: 2 });

  assert.deepEqual(attributes(await get(key)), apiKey);
});

test('updateApiKey takes an empty ACL', async () => {
  const key = await add(whole);
  await algolia.updateApiKey({ key, apiKey: { acl: [] } });

  assert.deepEqual(attributes(await get(key)), defaults);
  assert.equal((await verify(key, { scopes: ['search'] })).code, 'SCOPE_MISSING');
});

test('updateApiKey without an ACL is refused by the client itself', async () => {
  assert.throws(() => algolia.updateApiKey({ key: 'any', apiKey: {} }), /acl/);
});

for (const [what, apiKey, start] of [
  ['a negative validity', { acl: ['search'], validity: -1 }, 'validity: '],
  ['a negative number of hits', { acl: ['search'], maxHitsPerQuery: -5 }, 'maxHitsPerQuery: '],
  ['a negative number of queries', { acl: ['search'], maxQueriesPerIPPerHour: -5 }, 'maxQueriesPerIPPerHour: '],
  ['a fraction', { acl: ['search'], maxHitsPerQuery: 1.5 }, 'maxHitsPerQuery: '],
  ['an ACL with a space', { acl: ['search', 'not good'] }, 'acl/1: '],
  ['an ACL that is no list', { acl: 'search' }, 'acl: '],
  ['a pattern with a star inside', { acl: ['search'], indexes: ['a*b'] }, 'indexes/0: '],
  ['an empty referer', { acl: ['search'], referers: [''] }, 'referers/0: '],
  ['a description that is too long', { acl: ['search'], description: 'x'.repeat(1001) }, 'description: '],
  ['an attribute that there is none of', { acl: ['search'], colour: 'red' }, 'colour: '],
]) {
  test(`${what} is refused with 400 and named, and changes nothing`, async () => {
    const key = await add(whole);

    for (const error of [await refusal(algolia.addApiKey(apiKey)), await refusal(algolia.updateApiKey({ key, apiKey }))]) {
      assert.equal(error.status, 400);
      assert.ok(error.message.startsWith(start), error.message);
    }

    assert.deepEqual({ ...attributes(await get(key)), validity: 3600 }, whole);
  });
}

test('listApiKeys names keys by an id that stands for them everywhere', async () => {
  const description = unique('list');
  const secret = await add({ acl: ['search'], description });

  const { keys: listed } = await algolia.listApiKeys();
  const found = listed.filter((key) => key.description === description);

  assert.equal(found.length, 1);
  assert.match(found[0].value, /^ak_[0-9a-f]{32}$/);
  assert.ok(!JSON.stringify(listed).includes(secret));
  assert.equal((await get(found[0].value)).description, description);
  await algolia.updateApiKey({ key: found[0].value, apiKey: { acl: ['browse'] } });
  assert.deepEqual((await get(secret)).acl, ['browse']);
});

test('deleteApiKey says when, and the key is there no more', async () => {
  const key = await add();

  const deleted = await algolia.deleteApiKey({ key });

  assert.deepEqual(Object.keys(deleted), ['deletedAt']);
  isNear(Date.parse(deleted.deletedAt), Date.now(), 30_000);
  assert.deepEqual(await refusal(get(key)), unknown);
  assert.equal((await verify(key, { scopes: ['search'] })).code, 'DISABLED');
});

test('restoreApiKey brings a deleted key back, without an expiry', async () => {
  const key = await add(whole);
  await algolia.deleteApiKey({ key });

  const restored = await algolia.restoreApiKey({ key });

  assert.deepEqual(Object.keys(restored), ['key', 'createdAt']);
  assert.equal(restored.key, key);
  assert.deepEqual(attributes(await get(key)), { ...whole, validity: 0 });
});

test('restoreApiKey of a key that is there is refused', async () => {
  assert.deepEqual(await refusal(algolia.restoreApiKey({ key: await add() })), { status: 404, message: 'Key already exists' });
});

test('a key that the console revoked cannot be restored', async () => {
  const description = unique('revoked');
  const secret = await add({ acl: ['search'], description });
  const id = (await algolia.listApiKeys()).keys.find((key) => key.description === description).value.replace('ak_', 'key_');
  await fetch(`${consoleUrl}/api/v1/keys/${id}/revoke`, {
    method: 'POST', headers: { Authorization: `Bearer ${keys.acme}`, 'Content-Type': 'application/json' }, body: '{"reason":"leaked"}',
  });

  assert.deepEqual(await refusal(algolia.restoreApiKey({ key: secret })), unknown);
  assert.equal((await verify(secret, { scopes: ['search'] })).code, 'REVOKED');
});

test('a key that is no admin’s reads itself without its description, and may do nothing else', async () => {
  const key = await add({ acl: ['search'], description: 'Shop', indexes: ['books'] });
  const search = clientWith(key);

  const own = await search.getApiKey({ key });

  assert.deepEqual([own.value, own.description, own.acl, own.indexes], [key, '<redacted>', ['search'], ['books']]);
  assert.deepEqual(await refusal(search.getApiKey({ key: await add() })), forbidden);
  assert.deepEqual(await refusal(search.listApiKeys()), forbidden);
  assert.deepEqual(await refusal(search.deleteApiKey({ key })), forbidden);
});

for (const [what, call] of [
  ['getApiKey', (key) => algolia.getApiKey({ key })],
  ['updateApiKey', (key) => algolia.updateApiKey({ key, apiKey: { acl: ['search'] } })],
  ['deleteApiKey', (key) => algolia.deleteApiKey({ key })],
  ['restoreApiKey', (key) => algolia.restoreApiKey({ key })],
]) {
  test(`${what} says of an unknown key that it does not exist`, async () => {
    assert.deepEqual(await refusal(call('0123456789abcdef0123456789abcdef')), unknown);
    assert.deepEqual(await refusal(call('a/b?c#d')), unknown);
  });

  test(`${what} says the same of another organization's key`, async () => {
    const key = await add({ acl: ['search'] }, clientWith(keys.globex, { application: 'globex' }));

    assert.deepEqual(await refusal(call(key)), unknown);
  });
}

test('waitForApiKey sees a key that was added', async () => {
  const { key } = await algolia.addApiKey(whole);

  assert.equal((await algolia.waitForApiKey({ operation: 'add', key })).description, 'Shop');
});

test('waitForApiKey sees an update with every attribute, the empty ones too', async () => {
  const key = await add(whole);
  const apiKey = { ...defaults, acl: ['browse', 'search'] };
  await algolia.updateApiKey({ key, apiKey });

  assert.deepEqual(attributes(await algolia.waitForApiKey({ operation: 'update', key, apiKey })), apiKey);
});

test('waitForApiKey sees a deletion', async () => {
  const key = await add();
  await algolia.deleteApiKey({ key });

  assert.equal(await algolia.waitForApiKey({ operation: 'delete', key }), undefined);
});

test('credentials in the query are taken too', async () => {
  const key = await add(whole, clientWith(keys.acme, { authMode: 'WithinQueryParameters' }));

  assert.equal((await get(key)).description, 'Shop');
});

test('zipped bodies are read', async () => {
  const description = `${unique('zip')} ${'long '.repeat(180)}`.trim();
  const key = await add({ acl: ['search'], description }, clientWith(keys.acme, { compression: 'gzip' }));

  assert.equal((await get(key)).description, description);
});

test('a wrong key and a wrong application are the same refusal', async () => {
  assert.deepEqual(await refusal(clientWith('nothing').listApiKeys()), wrong);
  assert.deepEqual(await refusal(clientWith(keys.acme, { application: 'globex' }).listApiKeys()), wrong);
});

test('a key that may only read changes nothing', async () => {
  const key = await add(whole);
  const reader = clientWith(keys.acmeReader);

  assert.equal((await get(key, reader)).description, 'Shop');
  assert.deepEqual(await refusal(reader.addApiKey(whole)), forbidden);
  assert.deepEqual(await refusal(reader.updateApiKey({ key, apiKey: { acl: [] } })), forbidden);
  assert.deepEqual(await refusal(reader.deleteApiKey({ key })), forbidden);
});

test('v4: addApiKey, getApiKey and their wait', async () => {
  const added = await legacy.addApiKey(['search', 'addObject'], { description: 'Legacy', indexes: ['books'], validity: 600, maxHitsPerQuery: 5, queryParameters: 'typoTolerance=strict' }).wait();

  assert.deepEqual(Object.keys(added), ['key', 'createdAt']);
  const got = await legacy.getApiKey(added.key);
  isNear(got.validity, 600, 30);
  assert.deepEqual({ ...attributes(got), validity: 600 }, {
    ...defaults, acl: ['search', 'addObject'], description: 'Legacy', indexes: ['books'], validity: 600, maxHitsPerQuery: 5, queryParameters: 'typoTolerance=strict',
  });
});

test('v4: updateApiKey resets what is left out, the ACL too', async () => {
  const { key } = await legacy.addApiKey(['search'], { description: 'Legacy', maxHitsPerQuery: 5 });

  const updated = await legacy.updateApiKey(key, { queryParameters: 'typoTolerance=min', maxHitsPerQuery: 42 }).wait();

  assert.equal(updated.key, key);
  assert.deepEqual(attributes(await legacy.getApiKey(key)), { ...defaults, queryParameters: 'typoTolerance=min', maxHitsPerQuery: 42 });
});

test('v4: deleteApiKey and restoreApiKey, with their waits', async () => {
  const { key } = await legacy.addApiKey(['search'], { description: 'Legacy', validity: 600 });

  isNear(Date.parse((await legacy.deleteApiKey(key).wait()).deletedAt), Date.now(), 30_000);
  assert.deepEqual(await refusal(legacy.getApiKey(key)), unknown);
  assert.equal((await legacy.restoreApiKey(key).wait()).key, key);
  assert.deepEqual(attributes(await legacy.getApiKey(key)), { ...defaults, acl: ['search'], description: 'Legacy', validity: 0 });
});

test('v4: listApiKeys has the key, without its secret', async () => {
  const description = unique('legacy');
  const { key } = await legacy.addApiKey(['search'], { description });

  const listed = (await legacy.listApiKeys()).keys.filter((each) => each.description === description);

  assert.equal(listed.length, 1);
  assert.notEqual(listed[0].value, key);
});

test('v4: unknown keys, bad attributes and wrong credentials are its own errors', async () => {
  assert.deepEqual(await refusal(legacy.getApiKey('nothing')), unknown);
  assert.deepEqual(await refusal(legacy.restoreApiKey('nothing')), unknown);
  assert.equal((await refusal(legacy.addApiKey(['search'], { maxHitsPerQuery: 0, validity: 1 }).then(() => legacy.addApiKey(['not good'])))).status, 400);
  assert.deepEqual(await refusal(legacyWith('nothing').listApiKeys()), wrong);
  assert.deepEqual(await refusal(legacyWith(keys.acme, 'globex').listApiKeys()), wrong);
});

// Derived without asking, by each client in its own way: v5 writes lists with commas and sorts, v4 writes JSON.
const derivations = {
  v5: (parentApiKey, restrictions) => algolia.generateSecuredApiKey({ parentApiKey, restrictions }),
  v4: (parentApiKey, restrictions) => legacy.generateSecuredApiKey(parentApiKey, restrictions),
};
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
const asked = { scopes: ['search'], resource: 'shop_books', clientIp: '203.0.113.7' };
const codeOf = async (secret, question = asked) => (await verify(secret, question)).code;

for (const [version, derive] of Object.entries(derivations)) {
  test(`${version}: a secured key verifies as its parent, with its parameters added`, async () => {
    const parent = await add({ acl: ['search'], queryParameters: 'typoTolerance=strict', maxHitsPerQuery: 7 });
    const validUntil = inAnHour();

    const answer = await verify(derive(parent, { filters: 'user:42 AND public:true', userToken: 'ada', validUntil }), asked);

    assert.equal(answer.code, 'VALID', answer.rule);
    assert.equal(answer.key.id, (await verify(parent, asked)).key.id);
    assert.equal(answer.key.limits.maxHitsPerQuery, 7);
    assert.deepEqual(Object.fromEntries(new URLSearchParams(answer.key.limits.queryParameters)), {
      typoTolerance: 'strict', filters: 'user:42 AND public:true', userToken: 'ada',
    });
    assert.equal(Date.parse(answer.key.expiresAt), validUntil * 1000);
    assert.equal((await verify(parent, asked)).key.limits.queryParameters, 'typoTolerance=strict');
  });

  test(`${version}: a secured key without restrictions is its parent`, async () => {
    assert.equal(await codeOf(derive(await add(), {})), 'VALID');
  });

  test(`${version}: a secured key ends with validUntil`, async () => {
    const parent = await add();

    assert.equal(await codeOf(derive(parent, { validUntil: inAnHour() })), 'VALID');
    assert.equal(await codeOf(derive(parent, { validUntil: inAnHour() - 3601 })), 'EXPIRED');
  });

  test(`${version}: a secured key's answer is kept no longer than it is valid`, async () => {
    const answer = await verify(derive(await add(), { validUntil: Math.floor(Date.now() / 1000) + 20 }), asked);

    assert.ok(answer.maxAgeSeconds > 0 && answer.maxAgeSeconds <= 20, `${answer.maxAgeSeconds}`);
  });

  test(`${version}: a secured key is for the indices that it and its parent name`, async () => {
    const parent = await add({ acl: ['search'], indexes: ['shop_*'] });
    const secured = derive(parent, { restrictIndices: ['shop_b*', 'prod_*'] });

    assert.equal(await codeOf(secured), 'VALID');
    assert.equal(await codeOf(secured, { ...asked, resource: 'shop_toys' }), 'RESOURCE_NOT_ALLOWED');
    assert.equal(await codeOf(secured, { ...asked, resource: 'prod_books' }), 'RESOURCE_NOT_ALLOWED');
    assert.equal(await codeOf(secured, { scopes: ['search'] }), 'RESOURCE_NOT_ALLOWED');
  });

  test(`${version}: a secured key is for its sources`, async () => {
    const secured = derive(await add(), { restrictSources: '203.0.113.0/24' });

    assert.equal(await codeOf(secured), 'VALID');
    assert.equal(await codeOf(secured, { ...asked, clientIp: '192.0.2.1' }), 'IP_NOT_ALLOWED');
    assert.equal(await codeOf(secured, { scopes: ['search'] }), 'IP_NOT_ALLOWED');
  });

  test(`${version}: a secured key has its parent's ACL and referers`, async () => {
    const secured = derive(await add({ acl: ['search'], referers: ['*.example.com'] }), { filters: 'a:b' });

    assert.equal(await codeOf(secured, { ...asked, referrer: 'shop.example.com' }), 'VALID');
    assert.equal(await codeOf(secured, { ...asked, referrer: 'evil.example' }), 'REFERRER_NOT_ALLOWED');
    assert.equal(await codeOf(secured, { ...asked, referrer: 'shop.example.com', scopes: ['browse'] }), 'SCOPE_MISSING');
  });

  test(`${version}: a secured key whose query string was changed is unknown`, async () => {
    const secured = Buffer.from(derive(await add(), { filters: 'user:42', validUntil: 1 }), 'base64').toString();
    const encode = (text) => Buffer.from(text).toString('base64');

    assert.equal(await codeOf(encode(secured)), 'EXPIRED');
    assert.equal(await codeOf(encode(secured.replace('validUntil=1', 'validUntil=9999999999'))), 'NOT_FOUND');
    assert.equal(await codeOf(encode(secured.replace('42', '43'))), 'NOT_FOUND');
    assert.equal(await codeOf(encode(secured.slice(0, 64))), 'NOT_FOUND');
  });

  test(`${version}: a secured key goes and comes back with its parent`, async () => {
    const parent = await add();
    const secured = derive(parent, { filters: 'a:b' });

    await algolia.deleteApiKey({ key: parent });
    assert.equal(await codeOf(secured), 'DISABLED');
    await algolia.restoreApiKey({ key: parent });
    assert.equal(await codeOf(secured), 'VALID');
  });

  test(`${version}: a secured key of another organization's key, of an unknown one, of a management key or of a secured one is unknown`, async () => {
    const theirs = await add({ acl: ['search'] }, clientWith(keys.globex, { application: 'globex' }));
    const parents = [theirs, '0123456789abcdef0123456789abcdef', keys.acme, derive(await add(), {})];

    assert.deepEqual(await Promise.all(parents.map((parent) => codeOf(derive(parent, {})))), parents.map(() => 'NOT_FOUND'));
    assert.deepEqual(await refusal(clientWith(derive(keys.acme, {})).listApiKeys()), wrong);
  });

  test(`${version}: a secured key that cannot be understood is refused, whatever it allows`, async () => {
    const parent = await add({ acl: ['search'], queryParameters: 'filters=public%3Atrue' });

    for (const restrictions of [{ validUntil: 'tomorrow' }, { validUntil: Date.now() }, { restrictIndices: [] }, { restrictSources: 'here' }, { filters: 'public:false' }]) {
      const answer = await verify(derive(parent, restrictions), asked);
      assert.equal(answer.code, 'DISABLED', JSON.stringify(restrictions));
      assert.match(answer.rule, /^The restrictions of the secured key cannot be understood: /);
    }
  });
}

test('v5: a secured key may carry search parameters of every kind', async () => {
  const secured = derivations.v5(await add(), { searchParams: { hitsPerPage: 5, facets: ['brand', 'size'], analytics: false }, userToken: 'ada' });

  const answer = await verify(secured, asked);

  assert.equal(answer.code, 'VALID');
  assert.equal(answer.key.limits.queryParameters, 'analytics=false&facets=brand%2Csize&hitsPerPage=5&userToken=ada');
});

test('the console agrees with the clients about how long a secured key is valid', async () => {
  const secured = derivations.v5(await add(), { validUntil: inAnHour() });
  const left = (Date.parse((await verify(secured, asked)).key.expiresAt) - Date.now()) / 1000;

  isNear(algolia.getSecuredApiKeyRemainingValidity({ securedApiKey: secured }), left, 2);
  isNear(legacy.getSecuredApiKeyRemainingValidity(secured), left, 2);
});

test('a successor of a rotated key is a parent of its own', async () => {
  const description = unique('rotated');
  const parent = await add({ acl: ['search'], description });
  const id = (await algolia.listApiKeys()).keys.find((key) => key.description === description).value.replace('ak_', 'key_');
  const answer = await fetch(`${consoleUrl}/api/v1/keys/${id}/rotate`, {
    method: 'POST', headers: { Authorization: `Bearer ${keys.acme}`, 'Content-Type': 'application/json' }, body: '{}',
  });
  const successor = (await answer.json()).secret;

  assert.equal(await codeOf(derivations.v5(successor, {})), 'VALID');
  assert.equal(await codeOf(derivations.v5(parent, {})), 'VALID');
});
