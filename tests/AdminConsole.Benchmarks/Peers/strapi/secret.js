// The data set's own: hashes of tokens made under another one fit none.
const { readFileSync } = require('node:fs');
const path = require('node:path');

module.exports = readFileSync(path.join(process.env.PEER_DIRECTORY, 'app-secret.txt'), 'utf8');
