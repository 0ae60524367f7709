// node seed.js DIRECTORY COUNT: a database with that many API tokens, made by Strapi itself, and their secrets.
const { randomBytes } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const path = require('node:path');
const app = require('./app.js');

const [, , directory, count] = process.argv;
seed();

async function seed() {
  writeFileSync(path.join(directory, 'app-secret.txt'), randomBytes(32).toString('hex'));
  const strapi = await app(directory).load();
  const tokens = strapi.service('admin::api-token');
  const secrets = [];
  for (let index = 0; index < Number(count); index++) {
    // The kind that asks the fewest questions of a request.
    const { accessKey } = await tokens.create({ name: `token-${index}`, description: '', type: 'full-access', lifespan: null });
    secrets.push(accessKey);
  }

  // Written last: without it the directory is begun anew.
  writeFileSync(path.join(directory, 'secrets.txt'), `${secrets.join('\n')}\n`);
  await strapi.destroy();
  process.exit();
}
