// The servers of the rivals, in one process: SQLite (FULL) for the raw path and for RxDB, LevelDB for PouchDB.
// Prints one line with its port when it listens. Folder and the page's script are its arguments.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';
import PouchDB from 'pouchdb';

const require = createRequire(import.meta.url);
const [folder, pageScript] = process.argv.slice(2);
const pouchScript = require.resolve('pouchdb/dist/pouchdb.min.js');

const db = new DatabaseSync(join(folder, 'rivals.sqlite'));
db.exec('PRAGMA journal_mode = WAL');
db.exec('PRAGMA synchronous = FULL');
db.exec(
  'CREATE TABLE lines (device TEXT, epoch TEXT, seq INTEGER, line TEXT, PRIMARY KEY (device, epoch, seq))',
);
db.exec('CREATE TABLE docs (id TEXT PRIMARY KEY, doc TEXT, updated INTEGER)');
db.exec('CREATE INDEX docs_by_time ON docs (updated, id)');
const addLine = db.prepare('INSERT INTO lines (device, epoch, seq, line) VALUES (?, ?, ?, ?)');
const addDoc = db.prepare('INSERT OR REPLACE INTO docs (id, doc, updated) VALUES (?, ?, ?)');

function inTransaction(work) {
  db.exec('BEGIN IMMEDIATE');
  work();
  db.exec('COMMIT');
}

/** Lines as they come; only what the key needs is read out of them. */
function takeLines(body) {
  const lines = body.split('\n').filter((line) => line !== '');
  inTransaction(() => {
    for (const line of lines) {
      const { device, epoch, seq } = JSON.parse(line.slice(65));
      addLine.run(device, epoch, seq, line);
    }
  });
  return { taken: lines.length };
}

/** What RxDB pushes: rows with the new state of each document; a new document conflicts with nothing. */
function takeDocs(body) {
  const rows = JSON.parse(body);
  inTransaction(() => {
    for (const { newDocumentState: doc } of rows) addDoc.run(doc.id, JSON.stringify(doc), Date.now());
  });
  return [];
}

function answerJson(request, response, take) {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(take(Buffer.concat(parts).toString('utf8'))));
  });
}

const couch = express();
const Stored = PouchDB.defaults({ prefix: join(folder, 'pouch-') });
couch.use(
  '/couch',
  require('express-pouchdb')(Stored, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'pouch.log'),
  }),
);

const files = {
  '/': [
    'text/html',
    Buffer.from(
      '<!doctype html><meta charset="utf-8"><script src="/pouchdb.js"></script><script src="/page.js"></script>',
    ),
  ],
  '/pouchdb.js': ['text/javascript', readFileSync(pouchScript)],
  '/page.js': ['text/javascript', readFileSync(pageScript)],
};

const server = createServer((request, response) => {
  const file = files[request.url];
  if (file) {
    response.writeHead(200, { 'content-type': file[0] });
    response.end(file[1]);
  } else if (request.url === '/raw') answerJson(request, response, takeLines);
  else if (request.url === '/rxdb') answerJson(request, response, takeDocs);
  else couch(request, response);
});
server.listen(0, '127.0.0.1', () => console.log(`rivals ${server.address().port}`));
