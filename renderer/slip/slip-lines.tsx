// The lines of a paper: labelled values, sentences, boxes to tick, signatures, notes.
import type {
  SlipChoices,
  SlipField,
  SlipFieldLine,
  SlipNotes,
  SlipRecipients,
  SlipSignature,
  SlipSignatures,
  SlipText,
} from '../../shared/slip/slip.ts';

/** One line of one or two labelled values. */
export function Line({ line }: { readonly line: SlipFieldLine }) {
  return (
    <>
      <div className={line.even === true ? 'slip-line slip-even' : 'slip-line'}>
        {line.parts.map((part) => (
          <Field key={part.label} field={part} />
        ))}
      </div>
      {line.small !== undefined && (
        <p className="slip-small">
          <span>{line.small.label}</span> {line.small.value}
        </p>
      )}
    </>
  );
}

/** A label with so short a value is never broken, whatever stands beside it. */
const WHOLE_SIGNS = 30;

function Field({ field }: { readonly field: SlipField }) {
  if (field.value === '') {
    const rule = field.label === '' ? ' slip-rule' : '';
    return <p className={`slip-field slip-blank${rule}`}>{field.label}</p>;
  }
  const whole = field.label.length + field.value.length < WHOLE_SIGNS ? ' slip-whole' : '';
  return (
    <p className={`slip-field${whole}`}>
      {field.label} {field.strong === true ? <strong>{field.value}</strong> : field.value}
    </p>
  );
}

const TEXT_CLASS = {
  sentence: 'slip-sentence',
  part: 'slip-part',
  item: 'slip-item',
  heading: 'slip-text-heading',
  centre: 'slip-centre',
} as const satisfies Record<SlipText['style'], string>;

/** Sentences, items, headings, or lines in the middle. */
export function Text({ block }: { readonly block: SlipText }) {
  return block.lines.map((runs, index) => (
    <p key={index} className={TEXT_CLASS[block.style]}>
      {runs.map((run, at) => (run.strong === true ? <strong key={at}>{run.text}</strong> : run.text))}
    </p>
  ));
}

/** A question and its boxes. */
export function Choices({ block }: { readonly block: SlipChoices }) {
  return (
    <div className="slip-choices">
      <p>{block.label}</p>
      {block.options.map((option) => (
        <p key={option}>
          <span className="slip-box" />
          {option}
        </p>
      ))}
    </div>
  );
}

/** Left and right place of those who sign. */
export function Signatures({ block }: { readonly block: SlipSignatures }) {
  const { left, right } = block;
  return (
    <div className="slip-signs">
      {left === null || 'role' in left ? <Sign sign={left} /> : <Recipients list={left} />}
      <Sign sign={right} />
    </div>
  );
}

function Sign({ sign }: { readonly sign: SlipSignature | null }) {
  if (sign === null) return <div className="slip-sign" />;
  return (
    <div className="slip-sign">
      {sign.date !== undefined && <p className="slip-date">{sign.date}</p>}
      <p className="slip-role">{sign.role}</p>
      {sign.positions?.map((position) => (
        <p key={position} className="slip-role">
          {position}
        </p>
      ))}
      <p className="slip-hint">{sign.hint}</p>
      <p className="slip-signer">{sign.name}</p>
    </div>
  );
}

function Recipients({ list }: { readonly list: SlipRecipients }) {
  return (
    <div className="slip-recipients">
      <p className="slip-recipients-label">{list.label}</p>
      {list.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** The small print at the end. */
export function Notes({ block }: { readonly block: SlipNotes }) {
  return (
    <div className="slip-notes">
      {block.lines.map((line, index) => (
        <p key={line} className="slip-notes-line">
          {index === 0 && <strong>{block.label} </strong>}- {line}
        </p>
      ))}
    </div>
  );
}
