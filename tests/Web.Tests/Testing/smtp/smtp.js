// The mail server that the tests send to: no delivery, every message told on standard output.
//
// First line on standard input: the options as JSON. Later lines: {"code": 451, "recipient": null} refuses, {} accepts again,
// {"taken": true} says that the tests have read a message; only then does the sender hear that it was received.
// Each line on standard output is one JSON object: listening, ready (a command is in force), mail.
// It ends when standard input is closed, so it never outlives the tests.
'use strict';

const readline = require('node:readline');
const { SMTPServer } = require('smtp-server');

let refusal = {};
const waitingSenders = [];

function tell(happening) {
  process.stdout.write(JSON.stringify(happening) + '\n');
}

function refused(address) {
  const meant = refusal.code && (!refusal.recipient || refusal.recipient.toLowerCase() === address.toLowerCase());
  return meant ? Object.assign(new Error('Refused by the test'), { responseCode: refusal.code }) : null;
}

function credentialsAreRight(auth, options) {
  return auth.username === options.user && auth.password === options.password;
}

function start(options) {
  const server = new SMTPServer({
    banner: 'test',
    disableReverseLookup: true,
    disabledCommands: [...(options.key ? [] : ['STARTTLS']), ...(options.user ? [] : ['AUTH'])],
    ...(options.key ? { key: options.key, cert: options.certificate } : {}),
    authOptional: !options.user,
    allowInsecureAuth: true,
    onAuth: (auth, session, done) =>
      credentialsAreRight(auth, options) ? done(null, { user: auth.username }) : done(new Error('Wrong user or password')),
    onRcptTo: (address, session, done) => done(refused(address.address)),
    onData: (stream, session, done) => receive(stream, session, done),
  });
  server.on('error', (error) => process.stderr.write(error.message + '\n'));
  server.listen(0, '127.0.0.1', () => tell({ what: 'listening', port: server.server.address().port }));
}

function receive(stream, session, done) {
  const pieces = [];
  stream.on('data', (piece) => pieces.push(piece));
  stream.on('end', () => {
    waitingSenders.push(() => done(null, 'Received'));
    tell({
      what: 'mail',
      from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      to: session.envelope.rcptTo.map((recipient) => recipient.address),
      secure: session.secure,
      user: session.user || null,
      raw: Buffer.concat(pieces).toString('base64'),
    });
  });
}

let started = false;
const lines = readline.createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const said = JSON.parse(line);
  if (!started) {
    started = true;
    start(said);
    return;
  }
  if (said.taken) {
    waitingSenders.shift()();
    return;
  }
  refusal = said;
  tell({ what: 'ready' });
});
lines.on('close', () => process.exit(0));
