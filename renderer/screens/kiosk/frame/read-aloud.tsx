import { useEffect, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useText, useUi } from '../../../store/hooks.ts';
import styles from './kiosk-frame.module.css';

/** Slower than the voice's own speed: most who ask for it are old. */
const RATE = 0.9;

/** So long it stands that there is no voice; it lies over a part of the page. */
const TOLD_MS = 8000;

/** Reads the page out by a voice of this machine; where there is none, says so. Nothing leaves the machine. */
export function ReadAloud() {
  const { ways } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const step = useKiosk((state) => state.step);
  const [reading, setReading] = useState(false);
  /** Where somebody asked and no voice was there; told on that page only. */
  const [mute, setMute] = useState('');
  const page = `${step} ${lang}`;
  // Another page, or another language: what is being read is not there any more.
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), [page]);
  useEffect(() => {
    if (mute === '') return undefined;
    const timer = setTimeout(() => setMute(''), TOLD_MS);
    return () => clearTimeout(timer);
  }, [mute]);
  const toggle = () => {
    const voices = globalThis.speechSynthesis;
    voices?.cancel();
    if (reading) return setReading(false);
    const voice = voices?.getVoices().find((one) => one.localService && one.lang.startsWith(lang));
    setMute(voice ? '' : page);
    if (!voice) return;
    const speech = Object.assign(new SpeechSynthesisUtterance(pageText()), {
      voice,
      lang: voice.lang,
      rate: RATE,
    });
    speech.addEventListener('end', () => setReading(false));
    speech.addEventListener('error', () => setReading(false));
    setReading(true);
    voices?.speak(speech);
  };
  return (
    <>
      <button type="button" className={styles.look} aria-pressed={reading} onClick={toggle}>
        <Icon name={reading ? 'sound-off' : 'sound'} size="1.2em" /> {reading ? ways.stopReading : ways.read}
      </button>
      {mute === page && (
        <p className={styles.mute} role="status">
          {ways.noVoice}
        </p>
      )}
    </>
  );
}

/** What the page says, a sentence a line; the keys of the keyboard are not read. */
function pageText(): string {
  const main = document.querySelector('main');
  const parts = [...(main?.querySelectorAll('h1, h2, h3, p, li, dt, dd, button, label > span') ?? [])]
    .filter(
      (part) => !part.closest('[data-keys]') && !part.querySelector('h1, h2, h3, p, li, dt, dd, button'),
    )
    .filter((part) => !part.parentElement?.closest('h1, h2, h3, p, dt, dd, button'))
    .map((part) => (part instanceof HTMLElement ? part.innerText.replace(/\s+/g, ' ').trim() : ''));
  return parts.filter((part) => part !== '').join('.\n');
}
