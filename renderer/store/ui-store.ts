import { createStore } from 'zustand/vanilla';

/** How this page looks; kept for the life of the page. */
export type UiState = {
  readonly lang: 'vi' | 'en';
  readonly contrast: 'normal' | 'high';
  readonly text: 'normal' | 'big';
  readonly setLang: (lang: UiState['lang']) => void;
  readonly setContrast: (contrast: UiState['contrast']) => void;
  readonly setText: (text: UiState['text']) => void;
};

/** Builds the store of looks. */
export function createUiStore() {
  return createStore<UiState>()((set) => ({
    lang: 'vi',
    contrast: 'normal',
    text: 'normal',
    setLang: (lang) => set({ lang }),
    setContrast: (contrast) => set({ contrast }),
    setText: (text) => set({ text }),
  }));
}
