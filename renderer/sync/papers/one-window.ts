/** Does work that goes on, in one window of this machine: the next one takes it over when that closes. */
export function inOneWindow(name: string, work: () => void): void {
  void navigator.locks.request(`mot-cua-${name}`, () => {
    work();
    return new Promise<never>(() => undefined);
  });
}
