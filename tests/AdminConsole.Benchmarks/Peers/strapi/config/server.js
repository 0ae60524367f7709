const secret = require('../secret.js');

module.exports = {
  host: '127.0.0.1',
  // Nothing listens while the tokens are made, but Strapi wants an address.
  port: Number(process.env.PORT ?? 1337),
  app: { keys: [secret] },
  logger: { startup: { enabled: false }, updates: { enabled: false } },
};
