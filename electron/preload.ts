// What a page gets to see of Electron: two functions, no channel names, no event objects.
import { contextBridge, ipcRenderer } from 'electron/renderer';
import type { BridgeMethod, BridgeNews } from '../shared/bridge.ts';

contextBridge.exposeInMainWorld('motcua', {
  call: (method: BridgeMethod, params: unknown): Promise<unknown> =>
    ipcRenderer.invoke('motcua:call', method, params),
  onNews: (listener: (news: BridgeNews) => void): (() => void) => {
    const pass = (_event: unknown, news: BridgeNews): void => listener(news);
    ipcRenderer.on('motcua:news', pass);
    return () => void ipcRenderer.off('motcua:news', pass);
  },
});
