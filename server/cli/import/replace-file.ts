import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/** Whoever reads the file sees the old one or the new one, also after a power cut. Throws what the file system throws. */
export function replaceFile(path: string, text: string): void {
  const fd = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeFileSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(`${path}.new`, path);
}
