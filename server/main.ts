import { districtConfig, DISTRICT_HELP } from './config.ts';
import { serverLogger } from './log.ts';
import { startDistrict } from './start.ts';

/** Time that open connections get to end after a signal, ms. */
const CLOSE_LIMIT_MS = 1500;

const config = districtConfig(process.argv.slice(2));
if (!config.ok) refuse(config.error, 2);
else if (config.value === null) process.stdout.write(`${DISTRICT_HELP}\n`);
else {
  const logger = serverLogger(process.stderr.fd);
  const started = await startDistrict(config.value, logger);
  if (!started.ok) refuse(started.error.message, 1);
  else {
    const { url, close } = started.value;
    let closing = false;
    const stop = () => {
      if (closing) return;
      closing = true;
      setTimeout(() => process.exit(0), CLOSE_LIMIT_MS).unref();
      void close().then(() => process.exit(0));
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.stdout.write(`ready district=${url}\n`);
  }
}

function refuse(message: string, exitCode: number): void {
  process.stderr.write(`district: ${message}\n`);
  process.exitCode = exitCode;
}
