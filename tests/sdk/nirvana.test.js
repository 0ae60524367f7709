// Nirvana's client is in no registry: its requests are sent by hand, as its documents and its source have them.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { consoleUrl, keys, unique, verify } from './settings.js';

const address = `${consoleUrl}/nirvana/v1/api_keys`;
const later = '2099-01-01T00:00:00Z';
const form = { name: 'Backups', permissions: [{ permission: 'edit', resource_type: 'vm' }], expires_at: later };
let projects = [];
let foreignProjects = [];

/** Sends a request as the client does, and gives what it would read. */
async function send(method, path = '', body = undefined, key = keys.acme) {
  const answer = await fetch(address + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, Accept: method === 'DELETE' ? '*/*' : 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== 204) {
    assert.match(answer.headers.get('content-type'), /^application\/json/);
  }

  return { status: answer.status, body: text ? JSON.parse(text) : undefined };
}

async function create(fields = {}) {
  const created = await send('POST', '', { ...form, project_ids: [projects[0]], ...fields });
  assert.equal(created.status, 201, JSON.stringify(created.body));
  return created.body;
}

async function update(id, fields) {
  const updated = await send('PATCH', `/${id}`, fields);
  assert.equal(updated.status, 200, JSON.stringify(updated.body));
  return updated.body;
}

/** Refused, with a message and these fields at fault. */
function assertRefused(answer, status, ...fields) {
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  assert.ok(answer.body.message.length > 10 && answer.body.code.length > 3, JSON.stringify(answer.body));
  assert.deepEqual(answer.body.errors.map((error) => error.field), fields);
}

/** The organization's projects, by the ids that Nirvana writes: UUIDs. */
async function projectsOf(key) {
  const answer = await fetch(`${consoleUrl}/api/v1/projects?limit=100`, { headers: { Authorization: `Bearer ${key}` } });
  const { projects: found } = await answer.json();
  return found.map(({ id }) => id.slice(id.indexOf('_') + 1).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

before(async () => {
  [projects, foreignProjects] = [await projectsOf(keys.acme), await projectsOf(keys.globex)];
  assert.ok(projects.length >= 2 && foreignProjects.length >= 1);
});

test('create answers 201 with every field of the key, and its secret', async () => {
  const key = await create({ name: 'My API Key', source_ip_rule: { allowed: ['192.168.1.0/24', '10.0.0.0/8'], blocked: ['192.168.1.100/32'] }, tags: ['production', 'ethereum'], starts_at: '2025-01-01T00:00:00Z' });

  assert.match(key.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.match(key.key, /^[0-9A-Za-z_-]{43}$/);
  assert.deepEqual(
    { ...key, id: 0, key: 0, created_at: 0, updated_at: 0 },
    {
      id: 0, key: 0, created_at: 0, updated_at: 0,
      name: 'My API Key',
      permissions: [{ permission: 'edit', resource_type: 'vm' }],
      project_ids: [projects[0]],
      source_ip_rule: { allowed: ['192.168.1.0/24', '10.0.0.0/8'], blocked: ['192.168.1.100/32'] },
      tags: ['production', 'ethereum'],
      status: 'active',
      managed: false,
      expires_at: later,
      starts_at: '2025-01-01T00:00:00Z',
    });
  assert.match(key.created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
});

test('create with the least has both lists of addresses, and no start', async () => {
  const key = await create();

  assert.deepEqual([key.source_ip_rule, key.tags, 'starts_at' in key], [{ allowed: [], blocked: [] }, [], false]);
});

test('create takes an expiry in the past', async () => {
  const key = await create({ expires_at: '2025-12-31T23:59:59Z' });

  assert.deepEqual([key.status, key.expires_at], ['expired', '2025-12-31T23:59:59Z']);
  assert.equal((await verify(key.key)).code, 'EXPIRED');
});

test('a key that starts later is inactive', async () => {
  const key = await create({ starts_at: '2098-01-01T00:00:00+02:00' });

  assert.deepEqual([key.status, key.starts_at], ['inactive', '2097-12-31T22:00:00Z']);
  assert.equal((await verify(key.key)).code, 'NOT_YET_VALID');
});

test('every type of resource can be permitted', async () => {
  const types = ['vm', 'vpc', 'volume', 'connect_connection', 'rpc_node_dedicated', 'rpc_node_flex', 'nks_cluster', 'nks_node_pool', 'project', 'api_key', 'organization', 'audit_log', 'usage'];
  const permissions = types.flatMap((type) => [{ permission: 'read', resource_type: type }, { permission: 'edit', resource_type: type }]);

  assert.deepEqual((await create({ permissions })).permissions, permissions);
});

for (const [what, fields, ...faults] of [
  ['no permissions', { permissions: undefined }, 'permissions'],
  ['an empty list of permissions', { permissions: [] }, 'permissions'],
  ['a permission of no level', { permissions: [{ permission: 'delete', resource_type: 'vm' }] }, 'permissions/0/permission'],
  ['a permission for no resource', { permissions: [{ permission: 'read', resource_type: 'vm' }, { permission: 'read', resource_type: 'car' }] }, 'permissions/1/resource_type'],
  ['a permission that says nothing', { permissions: [{}] }, 'permissions/0/permission', 'permissions/0/resource_type'],
  ['no projects', { project_ids: [] }, 'project_ids'],
  ['a project that is none', { project_ids: ['string'] }, 'project_ids/0'],
  ['no name', { name: undefined }, 'name'],
  ['a name that is too long', { name: 'x'.repeat(256) }, 'name'],
  ['no expiry', { expires_at: undefined }, 'expires_at'],
  ['a start after the expiry', { starts_at: '2099-06-01T00:00:00Z' }, 'starts_at'],
  ['an address that is none', { source_ip_rule: { allowed: ['10.0.0.0/8', '300.1.1.1/8'] } }, 'source_ip_rule/allowed/1'],
  ['bits behind the prefix', { source_ip_rule: { blocked: ['10.1.2.3/8'] } }, 'source_ip_rule/blocked/0'],
  ['an IPv6 network', { source_ip_rule: { allowed: ['2001:db8::/32'] } }, 'source_ip_rule/allowed/0'],
  ['an empty tag', { tags: ['good', ''] }, 'tags/1'],
]) {
  test(`create refuses ${what}, and names it`, async () => {
    assertRefused(await send('POST', '', { ...form, project_ids: [projects[0]], ...fields }), 422, ...faults);
  });
}

test('create refuses a project of another organization as one that is none', async () => {
  assertRefused(await send('POST', '', { ...form, project_ids: [foreignProjects[0]] }), 422, 'project_ids/0');
});

test('create names every fault at once', async () => {
  assertRefused(await send('POST', '', { name: 'x' }), 422, 'permissions', 'project_ids', 'expires_at');
});

for (const [what, body, status] of [['that is cut off', '{"name":', 400], ['that is no object', '[]', 400], ['with a field that there is none of', '{"colour":"red"}', 422], ['with a list where a text belongs', '{"name":["a"]}', 422], ['that names a field twice', '{"name":"a","name":"b"}', 422]]) {
  test(`a body ${what} is ${status}`, async () => {
    const answer = await send('POST', '', body);

    assert.deepEqual([answer.status, answer.body.code], [status, 'body.malformed']);
  });
}

test('get gives the key without its secret', async () => {
  const created = await create({ tags: ['a'] });
  const { key, ...rest } = created;

  assert.deepEqual((await send('GET', `/${created.id}`)).body, rest);
  assert.equal(key.length, 43);
});

test('the example of the documents works as printed: an update of nothing', async () => {
  const key = await create({ tags: ['a'], source_ip_rule: { allowed: ['10.0.0.0/8'] } });
  const { key: secret, ...rest } = key;

  const withoutBody = await send('PATCH', `/${key.id}`);
  const empty = await send('PATCH', `/${key.id}`, {});

  assert.deepEqual([withoutBody.status, withoutBody.body, empty.body], [200, rest, rest]);
  assert.equal((await verify(secret, { clientIp: '10.1.2.3', project: projects[0] })).code, 'VALID');
});

test('update changes what is given and keeps the rest', async () => {
  const { key: _, ...key } = await create({ tags: ['a'], source_ip_rule: { allowed: ['10.0.0.0/8'], blocked: ['10.9.0.0/16'] } });

  const updated = await update(key.id, { name: 'Restores' });

  assert.deepEqual({ ...updated, updated_at: 0 }, { ...key, name: 'Restores', updated_at: 0 });
  assert.ok(Date.parse(updated.updated_at) >= Date.parse(key.updated_at));
});

test('update replaces the whole set of permissions and of projects', async () => {
  const key = await create({ permissions: [{ permission: 'read', resource_type: 'vm' }, { permission: 'edit', resource_type: 'vpc' }] });

  const updated = await update(key.id, { permissions: [{ permission: 'read', resource_type: 'usage' }], project_ids: [projects[1]] });

  assert.deepEqual([updated.permissions, updated.project_ids], [[{ permission: 'read', resource_type: 'usage' }], [projects[1]]]);
});

test('update replaces the whole list of tags', async () => {
  const key = await create({ tags: ['a', 'b'] });

  assert.deepEqual((await update(key.id, { tags: ['c'] })).tags, ['c']);
});

for (const [what, fields, fault] of [
  ['no permission left', { permissions: [] }, 'permissions'],
  ['permissions of null', { permissions: null }, 'permissions'],
  ['no project left', { project_ids: [] }, 'project_ids'],
  ['projects of null', { project_ids: null }, 'project_ids'],
  ['a name of null', { name: null }, 'name'],
]) {
  test(`update refuses ${what}, and changes nothing`, async () => {
    const { key: _, ...key } = await create({ tags: ['a'] });

    assertRefused(await send('PATCH', `/${key.id}`, { tags: ['b'], ...fields }), 422, fault);
    assert.deepEqual((await send('GET', `/${key.id}`)).body, key);
  });
}

test('update of one list of addresses keeps the other', async () => {
  const key = await create({ source_ip_rule: { allowed: ['10.0.0.0/8'], blocked: ['10.9.0.0/16'] } });

  const allowed = await update(key.id, { source_ip_rule: { allowed: ['192.168.0.0/16'] } });
  const blocked = await update(key.id, { source_ip_rule: { blocked: [] } });
  const neither = await update(key.id, { source_ip_rule: {} });

  assert.deepEqual(allowed.source_ip_rule, { allowed: ['192.168.0.0/16'], blocked: ['10.9.0.0/16'] });
  assert.deepEqual(blocked.source_ip_rule, { allowed: ['192.168.0.0/16'], blocked: [] });
  assert.deepEqual(neither.source_ip_rule, { allowed: ['192.168.0.0/16'], blocked: [] });
});

test('null clears the addresses, one list of them, and the tags', async () => {
  const rule = { allowed: ['10.0.0.0/8'], blocked: ['10.9.0.0/16'] };
  const key = await create({ source_ip_rule: rule, tags: ['a'] });

  const oneList = await update(key.id, { source_ip_rule: { blocked: null }, tags: null });
  const both = await update(key.id, { source_ip_rule: null });

  assert.deepEqual([oneList.source_ip_rule, oneList.tags], [{ allowed: ['10.0.0.0/8'], blocked: [] }, []]);
  assert.deepEqual(both.source_ip_rule, { allowed: [], blocked: [] });
});

test('update of an expiry or a start is refused', async () => {
  const key = await create();

  for (const fields of [{ expires_at: later }, { starts_at: later }]) {
    assertRefused(await send('PATCH', `/${key.id}`, fields), 422, Object.keys(fields)[0]);
  }
});

test('update of an expired key works', async () => {
  const key = await create({ expires_at: '2025-12-31T23:59:59Z' });

  assert.deepEqual([(await update(key.id, { name: 'Old one' })).name, (await update(key.id, {})).status], ['Old one', 'expired']);
});

test('the rules of the key are those of its verification', async () => {
  const key = await create({ permissions: [{ permission: 'read', resource_type: 'vm' }], source_ip_rule: { allowed: ['10.0.0.0/8'], blocked: ['10.9.0.0/16'] } });
  const ask = async (clientIp, scopes) => (await verify(key.key, { clientIp, scopes, project: projects[0] })).code;

  assert.deepEqual(
    [await ask('10.1.1.1', ['vm:read']), await ask('10.9.1.1', ['vm:read']), await ask('11.1.1.1', ['vm:read']), await ask('10.1.1.1', ['vm:edit'])],
    ['VALID', 'IP_BLOCKED', 'IP_NOT_ALLOWED', 'SCOPE_MISSING']);
  assert.equal((await verify(key.key, { clientIp: '10.1.1.1', project: projects[1] })).code, 'PROJECT_NOT_ALLOWED');
});

test('delete answers 204, and the key is gone', async () => {
  const key = await create();

  assert.equal((await send('DELETE', `/${key.id}`)).status, 204);
  assertRefused(await send('GET', `/${key.id}`), 404);
  assertRefused(await send('DELETE', `/${key.id}`), 404);
  assert.equal((await verify(key.key)).code, 'NOT_FOUND');
});

for (const id of ['123e4567-e89b-12d3-a456-426614174000', 'api_key_id', '%2F', '..%2F..']) {
  test(`there is no key ${id}`, async () => {
    assertRefused(await send('GET', `/${id}`), 404);
    assertRefused(await send('PATCH', `/${id}`, { name: 'x' }), 404);
    assertRefused(await send('DELETE', `/${id}`), 404);
  });
}

test('list pages through the keys by cursor, the newest first, and back', async () => {
  const tag = unique('t');
  for (let number = 1; number <= 23; number++) {
    await create({ name: `key ${number}`, tags: [tag] });
  }

  const names = [];
  let cursor;
  let pages = 0;
  let last;
  do {
    last = (await send('GET', `?tags=${tag}&limit=10${cursor ? `&cursor=${cursor}` : ''}`)).body;
    names.push(...last.items.map((item) => item.name));
    assert.equal(last.pagination.total_count, 23);
    cursor = last.pagination.next_cursor;
    pages++;
  } while (cursor && last.items.length > 0);

  assert.deepEqual([pages, names], [3, Array.from({ length: 23 }, (_, index) => `key ${23 - index}`)]);
  const back = (await send('GET', `?tags=${tag}&limit=10&cursor=${last.pagination.previous_cursor}`)).body;
  assert.equal(back.items[0].name, 'key 13');
});

test('list shows no secret, and finds by name, tags and status', async () => {
  const tag = unique('t');
  await create({ name: 'Nightly backups', tags: [tag, 'a'] });
  await create({ name: 'Weekly backups', tags: [tag, 'b'], expires_at: '2025-12-31T23:59:59Z' });
  await create({ name: 'Weekly reports', tags: [tag, 'b'], starts_at: '2098-01-01T00:00:00Z' });
  const find = async (query) => (await send('GET', `?tags=${tag}${query}`)).body.items.map((item) => item.name);

  assert.deepEqual(await find('&name=BACKUP'), ['Weekly backups', 'Nightly backups']);
  assert.deepEqual(await find(',b'), ['Weekly reports', 'Weekly backups']);
  assert.deepEqual([await find('&status=active'), await find('&status=inactive'), await find('&status=expired')], [['Nightly backups'], ['Weekly reports'], ['Weekly backups']]);
  assert.ok((await send('GET', `?tags=${tag}`)).body.items.every((item) => !('key' in item)));
});

test('list sorts', async () => {
  const tag = unique('t');
  await create({ name: 'b', tags: [tag], expires_at: '2099-01-01T00:00:00Z' });
  await create({ name: 'a', tags: [tag], expires_at: '2098-01-01T00:00:00Z' });
  const find = async (sort) => (await send('GET', `?tags=${tag}&sort=${sort}`)).body.items.map((item) => item.name).join('');

  assert.deepEqual(
    [await find('name:asc'), await find('name:desc'), await find('expires_at'), await find('created_at:asc'), await find('updated_at:desc')],
    ['ab', 'ba', 'ab', 'ba', 'ab']);
});

for (const [query, fault] of [['limit=9', 'limit'], ['limit=101', 'limit'], ['limit=ten', 'limit'], ['cursor=nonsense', 'cursor'], ['status=gone', 'status'], ['sort=colour', 'sort'], ['colour=red', 'colour']]) {
  test(`list refuses ${query}`, async () => {
    assertRefused(await send('GET', `?${query}`), 422, fault);
  });
}

test('another organization sees none of the keys', async () => {
  const key = await create({ tags: [unique('t')] });

  for (const [method, body] of [['GET'], ['PATCH', { name: 'x' }], ['DELETE']]) {
    assertRefused(await send(method, `/${key.id}`, body, keys.globex), 404);
  }

  assert.equal((await send('GET', `?tags=${key.tags[0]}`, undefined, keys.globex)).body.pagination.total_count, 0);
  assert.equal((await send('GET', `/${key.id}`)).body.name, 'Backups');
});

test('a wrong key is refused with 401, and one that may only read changes nothing', async () => {
  const key = await create();

  assertRefused(await send('GET', '', undefined, 'nothing'), 401);
  assert.equal((await send('GET', `/${key.id}`, undefined, keys.acmeReader)).status, 200);
  assertRefused(await send('POST', '', { ...form, project_ids: [projects[0]] }, keys.acmeReader), 403);
  assertRefused(await send('PATCH', `/${key.id}`, { name: 'x' }, keys.acmeReader), 403);
  assertRefused(await send('DELETE', `/${key.id}`, undefined, keys.acmeReader), 403);
});

test('an address or a method that there is none of is said in JSON', async () => {
  assertRefused(await send('GET', '/a/b'), 404);
  assertRefused(await send('PUT', '', {}), 405);
});
