// Stands in for the program: not ready for the first two questions, then ready; tells its settings; ends when asked to.
'use strict';

let questions = 0;
const { hostname, port } = new URL(process.env.ASPNETCORE_URLS);
console.log('Gåva started with ' + Object.keys(process.env).filter((name) => name.startsWith('Gava__')).sort().join(' '));
console.error(process.env.Gava__Database);
process.on('SIGTERM', () => process.exit(0));
require('node:http')
  .createServer((request, response) => {
    response.statusCode = request.url === '/readyz' && ++questions > 2 ? 200 : 503;
    response.end();
  })
  .listen(Number(port), hostname);
