import { wardDay } from '../../../shared/basics/time.ts';
import { proceduresOn } from '../../../shared/law/procedure.ts';
import { fingerprint } from '../../../shared/sync/signing.ts';
import { formatDay } from '../../../shared/text/dates.ts';
import { Facts, Section } from '../../parts/section.tsx';
import { useStores, useText, useUi } from '../../store/hooks.ts';
import { useNowMs } from '../staff-frame.tsx';
import classes from './settings.module.css';

/** Who this machine is, and where its keys rest. */
export function DeviceSection() {
  const { host } = useStores();
  const { device: words } = useText().settings;
  const { device, enrolled, publicKey, wardKey } = host.hello();
  return (
    <Section title={words.title}>
      <Facts
        facts={[
          { name: words.name, value: device.name },
          { name: words.id, value: device.id },
          { name: words.role, value: words.roles[device.role] },
          { name: words.slot, value: device.slot },
          { name: words.enrolled, value: enrolled ? words.yes : words.no },
          { name: words.key, value: fingerprint(publicKey) },
          { name: words.wardKey, value: words.wardKeys[wardKey] },
        ]}
      />
    </Section>
  );
}

/** The catalogue of procedures in force, with counts by field. */
export function CatalogueSection() {
  const { host } = useStores();
  const { catalogue: words } = useText().settings;
  const lang = useUi((ui) => ui.lang);
  const today = wardDay(useNowMs());
  const { sha256, procedures, asOf } = host.hello().catalogue;
  const catalogue = host.catalogue();
  const inForce = proceduresOn(catalogue, today);
  return (
    <Section title={words.title} line={words.from}>
      <Facts
        facts={[
          { name: words.procedures, value: procedures },
          { name: words.fields, value: catalogue.fields.length },
          { name: words.asOf, value: formatDay(asOf) },
          { name: words.source, value: catalogue.source },
          { name: words.print, value: sha256.slice(0, 16) },
        ]}
      />
      <details className={classes.details}>
        <summary>{words.byField}</summary>
        <Facts
          facts={catalogue.fields.map(({ id, name, nameEn }) => ({
            name: (lang === 'en' ? nameEn : undefined) ?? name,
            value: inForce.filter(({ fieldId }) => fieldId === id).length,
          }))}
        />
      </details>
    </Section>
  );
}
