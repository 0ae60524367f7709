const path = require('node:path');

module.exports = {
  connection: { client: 'sqlite', connection: { filename: path.join(process.env.PEER_DIRECTORY, 'tokens.db') }, useNullAsDefault: true },
};
