import { Badge } from '../../parts/status-badge.tsx';
import type { Light } from '../../../shared/report/hall/lights.ts';
import type { IconName } from '../../parts/icons.tsx';

/** The shape of each light, which stands with its colour and its word. */
export const lightIcons: Readonly<Record<Light, IconName>> = { ok: 'check', warn: 'clock', late: 'warning' };

/** A traffic light: colour, shape and word, with the time that it judges. */
export function LightBadge({
  light,
  words,
  name,
}: {
  readonly light: Light;
  readonly words: string;
  readonly name: string;
}) {
  return (
    <span title={name}>
      <Badge tone={light} icon={lightIcons[light]} words={`${name} · ${words}`} />
    </span>
  );
}
