import { readFileSync, writeFileSync } from 'node:fs';
import { generateKeyPairSync, sign } from 'node:crypto';
import { toIso } from '../../../shared/basics/time.ts';
import { answerUsbFile, takeUsbFile } from '../../files/usb-files.ts';
import { EXIT, refused } from '../command.ts';
import { districtStore } from '../district-store.ts';
import type { TakenFile, UsbFault } from '../../files/usb-files.ts';
import type { Store } from '../../db/store.ts';
import type { Command, CommandWorld } from '../command.ts';

/** Brings a desk's file from a stick into the district's store, and writes the answer for the way back [S14]. */
export const importJournalCommand: Command = {
  help: `npx motcua import-journal FILE --data DIR [--passphrase WORDS] [--reply OUT]

Takes what a desk wrote to a stick while it had no line, by the same rules as the network: the strict prefix of each epoch,
known lines counted, forks and broken lines set aside. A file that is changed, of another ward, of a device that is not let
in, or opened with the wrong passphrase is refused whole. Of a file whose end is missing it takes what is whole.

  FILE               the desk's .mcusb file
  --data DIR         data folder of the district server (may be running)
  --passphrase WORDS as the desk showed them; without this they are read from standard input
  --reply OUT        writes the answer for the desk: what has arrived here, and what it lacks

Prints {"ward","device","madeAt","whole","lines","fresh","keys","refused","vector","reply"?}.`,
  rules: { values: ['data', 'passphrase', 'reply'], words: 1 },
  words: ['FILE'],
  needs: ['data'],
  run: async (flags, world) => {
    const text = readFile(flags.words[0] ?? '');
    if (text === null) return refused(world, `cannot read ${flags.words[0]}`);
    const store = districtStore(flags, world);
    if (!store.ok) return store.error;
    try {
      const passphrase = flags.get('passphrase') ?? (await world.stdin()).trim();
      const taken = await takeUsbFile(store.value, text, passphrase, toIso(world.nowMs()));
      if (!taken.ok) return refused(world, said(taken.error));
      if (!taken.value.told.whole)
        world.complain(
          'the end of the file is missing; what is whole was taken. Copy it again from the desk and import that too',
        );
      return await answer(store.value, taken.value, flags.get('reply'), world);
    } finally {
      await store.value.close();
    }
  },
};

async function answer(
  store: Store,
  taken: TakenFile,
  out: string | undefined,
  world: CommandWorld,
): Promise<number> {
  if (out === undefined) {
    world.out(JSON.stringify(taken.told));
    return EXIT.done;
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const signer = {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
  const made = await answerUsbFile(store, taken, signer, toIso(world.nowMs()));
  if (!made.ok) return refused(world, said(made.error));
  writeFileSync(out, made.value.text, { mode: 0o600 });
  const { lines, keys } = made.value;
  world.out(JSON.stringify({ ...taken.told, reply: { file: out, lines, keys } }));
  return EXIT.done;
}

function readFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

const words: Readonly<Record<string, string>> = {
  'usb-not-ours': 'this is no file of Một Cửa',
  'usb-newer': 'the file was written by a newer version; update this server first',
  'usb-ward-wrong': 'the file is of another ward than the device it names; nothing was taken',
  'usb-empty': 'the file holds nothing whole; copy it again from the desk',
  'usb-key-wrong': 'the file was not written for this level; nothing was taken',
  'usb-passphrase-missing': 'the passphrase is missing; the desk showed it once when the file was written',
  'usb-passphrase-wrong': 'the passphrase does not open this file; nothing was taken',
  'usb-damaged': 'the file was changed or is damaged; nothing was taken',
  'usb-signature-wrong': 'the file is not signed by the device it names, or was changed; nothing was taken',
  'usb-device-unknown': 'the device that the file names is not let in here; nothing was taken',
  'usb-no-answer': 'the file is an answer itself; it belongs to a desk',
};

function said({ code, detail }: UsbFault): string {
  return `${words[code] ?? 'the file could not be stored'} (${code}${detail ? `: ${detail}` : ''})`;
}
