// Draws a slip's blocks. The same component is the live preview and the printed document, so they cannot differ.
import type {
  Slip,
  SlipBlock,
  SlipCodes,
  SlipField,
  SlipFieldLine,
  SlipHeader,
  SlipNotes,
  SlipSignature,
  SlipTable,
  SlipTitle,
} from '../../shared/slip/slip.ts';
import { BarMark, QrMark } from './code-marks.tsx';

/** One paper without its margins: print gives them by `@page`, the preview by its frame. */
export function SlipPage({ slip }: { readonly slip: Slip }) {
  const codes = slip.blocks.find((block) => block.kind === 'codes');
  return (
    <article className={`slip slip-${slip.pageSize.toLowerCase()}`} lang="vi">
      {slip.blocks.map((block, index) => (
        <Block key={index} block={block} code={codes?.code ?? ''} narrow={slip.pageSize === 'A5'} />
      ))}
    </article>
  );
}

type BlockProps = { readonly block: SlipBlock; readonly code: string; readonly narrow: boolean };

function Block({ block, code, narrow }: BlockProps) {
  switch (block.kind) {
    case 'header':
      return <Header block={block} />;
    case 'codes':
      return <Codes block={block} narrow={narrow} />;
    case 'title':
      return <Title block={block} code={code} />;
    case 'fields':
      return block.lines.map((line, index) => <Line key={index} line={line} />);
    case 'table':
      return <Papers block={block} />;
    case 'signatures':
      return (
        <div className="slip-signs">
          <Sign sign={block.left} />
          <Sign sign={block.right} />
        </div>
      );
    case 'notes':
      return <Notes block={block} />;
  }
}

function Header({ block }: { readonly block: SlipHeader }) {
  return (
    <header className="slip-head">
      <div className="slip-office">
        <p className="slip-superior">{block.superior}</p>
        <p className="slip-unit">{block.unit}</p>
      </div>
      <div className="slip-state">
        <p className="slip-nation">{block.nation}</p>
        <p className="slip-motto">
          <span>{block.motto}</span>
        </p>
        <p className="slip-date">{block.placeAndDate}</p>
      </div>
    </header>
  );
}

function Codes({ block, narrow }: { readonly block: SlipCodes; readonly narrow: boolean }) {
  return (
    <>
      <div className="slip-codes">
        <div className="slip-code">
          <BarMark text={block.code} label={`Code 128: ${block.code}`} maxWidthMm={narrow ? 58 : 72} />
          <p>
            {block.label} <strong>{block.code}</strong>
          </p>
        </div>
        <div className="slip-book">
          <p>{block.bookLine}</p>
          {block.reprint !== null && <p className="slip-reprint">{block.reprint}</p>}
        </div>
      </div>
      {block.remark !== null && <p className="slip-remark">{block.remark}</p>}
    </>
  );
}

function Title({ block, code }: { readonly block: SlipTitle; readonly code: string }) {
  return (
    <>
      <div className="slip-title">
        <h1>
          {block.lines.map((line) => (
            <span key={line} className="slip-title-line">
              {`${line} `}
            </span>
          ))}
        </h1>
        <p className="slip-copy">({block.copyLine})</p>
        <p className="slip-basis">{`${block.formNo} ${block.basis}`}</p>
      </div>
      <div className="slip-qr">
        <QrMark text={code} label={`QR: ${code}`} />
      </div>
    </>
  );
}

function Line({ line }: { readonly line: SlipFieldLine }) {
  return (
    <>
      <div className="slip-line">
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
  if (field.value === '') return <p className="slip-field slip-blank">{field.label}</p>;
  const whole = field.label.length + field.value.length < WHOLE_SIGNS ? ' slip-whole' : '';
  return (
    <p className={`slip-field${whole}`}>
      {field.label} {field.strong === true ? <strong>{field.value}</strong> : field.value}
    </p>
  );
}

function Papers({ block }: { readonly block: SlipTable }) {
  return (
    <>
      <p className="slip-heading">{block.heading}</p>
      <table className="slip-papers">
        <colgroup>
          <col className="slip-no" />
          <col />
          {block.quantities.map((name) => (
            <col key={name} className="slip-count" />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th rowSpan={2}>{block.no}</th>
            <th rowSpan={2}>{block.name}</th>
            <th colSpan={block.quantities.length}>{block.quantity}</th>
          </tr>
          <tr>
            {block.quantities.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.no}>
              <td>{row.no}</td>
              <td>{row.name}</td>
              {row.quantities.map((quantity, index) => (
                <td key={index}>{quantity}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Sign({ sign }: { readonly sign: SlipSignature }) {
  return (
    <div className="slip-sign">
      <p className="slip-role">{sign.role}</p>
      <p className="slip-hint">{sign.hint}</p>
      <p className="slip-signer">{sign.name}</p>
    </div>
  );
}

function Notes({ block }: { readonly block: SlipNotes }) {
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
