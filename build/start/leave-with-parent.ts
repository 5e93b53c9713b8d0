// Loaded before a child program (`node --import`): when the program that started it is gone, however it ended, the child
// ends as if it had been told to.
const parent = process.ppid;
const CHECK_EVERY_MS = 300;
const LIMIT_MS = 4000;

const timer = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(timer);
  setTimeout(() => process.exit(1), LIMIT_MS).unref();
  process.kill(process.pid, 'SIGTERM');
}, CHECK_EVERY_MS);
timer.unref();
