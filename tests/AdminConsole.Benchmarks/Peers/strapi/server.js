// node server.js DIRECTORY: Strapi over HTTP on PORT.
const app = require('./app.js');

app(process.argv[2]).start();
