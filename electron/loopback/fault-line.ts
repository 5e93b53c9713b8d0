import { unreachable } from '../../shared/basics/assert.ts';
import type { HostFault } from '../host/host-options.ts';

/** Why the host does not start, as one line for the person at the terminal. */
export function hostFaultLine({ code, detail }: HostFault, dataDir: string): string {
  switch (code) {
    case 'data-unwritable':
      return `cannot write to the data folder ${dataDir} (${detail})`;
    case 'data-newer':
      return `the data folder ${dataDir} was written by a newer version of this program (${detail}); nothing was changed`;
    case 'data-in-use':
      return `the data folder ${dataDir} is in use by another Một Cửa (${detail})`;
    case 'data-damaged':
      return `the data folder ${dataDir} is damaged (${detail}); nothing was changed`;
    case 'ward-file-missing':
      return `the ward file cannot be read: ${detail}`;
    case 'ward-file-invalid':
      return `the ward file is not valid: ${detail}`;
    case 'ward-other':
      return `the data folder ${dataDir} belongs to another ward: ${detail}`;
    case 'catalogue-missing':
      return `there is no catalogue: ${detail}`;
    case 'catalogue-invalid':
      return `the catalogue is not valid: ${detail}`;
    default:
      return unreachable(code);
  }
}
