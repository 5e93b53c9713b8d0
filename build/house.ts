/** House rules no tool knows: folder budgets, fixed rooms, homes of classes, reasons of suppressions, no skipped tests. */
import { houseFindings } from './check/house-rules.ts';

const findings = houseFindings(process.cwd());
for (const finding of findings) console.log(finding);
process.exitCode = findings.length === 0 ? 0 : 1;
