// Strapi over a data directory, without its admin panel.
const { mkdirSync } = require('node:fs');
const path = require('node:path');
const { createStrapi } = require('@strapi/strapi');

module.exports = function app(directory) {
  Object.assign(process.env, {
    PEER_DIRECTORY: directory,
    STRAPI_TELEMETRY_DISABLED: 'true',
  });
  // It does not start without.
  mkdirSync(path.join(__dirname, 'public', 'uploads'), { recursive: true });
  return createStrapi({ appDir: __dirname, distDir: __dirname });
};
