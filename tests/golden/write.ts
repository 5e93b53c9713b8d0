// Writes the golden PDFs anew: `node tests/golden/write.ts [name …]`. Look at each page before it is committed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPaperPrinter } from '../support/papers/paper-printer.ts';
import { goldenPapers } from './papers.ts';

const wanted = process.argv.slice(2);
const printer = await openPaperPrinter();
for (const [name, slip] of Object.entries(goldenPapers)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await writeFile(join(import.meta.dirname, `${name}.pdf`), await printer.pdfOf(slip));
  process.stdout.write(`${name}.pdf\n`);
}
await printer.close();
