// Draws a slip's blocks. The same component is the live preview and the printed document, so they cannot differ.
import { Fragment, memo } from 'react';
import type {
  Slip,
  SlipBlock,
  SlipCodes,
  SlipField,
  SlipHeader,
  SlipTitle,
  SlipVoucherHead,
} from '../../shared/slip/slip.ts';
import { BarMark, QrMark } from './code-marks.tsx';
import { Choices, Line, Notes, Signatures, Text } from './slip-lines.tsx';
import { Table } from './slip-table.tsx';

/** One paper without its margins: print gives them by `@page`, the preview by its frame. */
export function SlipPage({ slip }: { readonly slip: Slip }) {
  const { size, landscape } = slip.sheet;
  const codes = slip.blocks.find((block) => block.kind === 'codes');
  const firstTitle = slip.blocks.findIndex((block) => block.kind === 'title');
  const sheet = `slip-${size.toLowerCase()}${landscape ? '-across' : ''}`;
  return (
    <article className={`slip ${sheet}`} lang="vi">
      {slip.blocks.map((block, index) => (
        <Block
          key={index}
          block={block}
          qr={index === firstTitle ? (codes?.signed ?? codes?.code ?? '') : ''}
          qrLabel={codes?.code ?? ''}
          narrow={size === 'A5'}
        />
      ))}
    </article>
  );
}

type BlockProps = {
  readonly block: SlipBlock;
  readonly qr: string;
  readonly qrLabel: string;
  readonly narrow: boolean;
};

/** Blocks are plain data: one that says the same as before need not be drawn again, least of all its codes. */
const Block = memo(function Block({ block, qr, qrLabel, narrow }: BlockProps) {
  switch (block.kind) {
    case 'header':
      return <Header block={block} />;
    case 'voucher-head':
      return <VoucherHead block={block} />;
    case 'codes':
      return <Codes block={block} narrow={narrow} />;
    case 'title':
      return <Title block={block} qr={block.qr ?? qr} qrLabel={block.qr ?? qrLabel} />;
    case 'fields':
      return block.lines.map((line, index) => <Line key={index} line={line} />);
    case 'text':
      return <Text block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'choices':
      return <Choices block={block} />;
    case 'signatures':
      return <Signatures block={block} />;
    case 'notes':
      return <Notes block={block} />;
    case 'break':
      return <div className="slip-break" />;
  }
}, isSame);

function isSame(before: BlockProps, now: BlockProps): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

function Header({ block }: { readonly block: SlipHeader }) {
  return (
    <header className="slip-head">
      <div className="slip-office">
        <p className="slip-superior">{block.superior}</p>
        <p className="slip-unit">{block.unit}</p>
        {block.number !== undefined && <p className="slip-number">{block.number}</p>}
      </div>
      <div className="slip-state">
        <p className="slip-nation">{block.nation}</p>
        <p className="slip-motto">
          <span>{block.motto}</span>
        </p>
        <p className="slip-date">{block.placeAndDate}</p>
        {block.aside !== undefined && <p className="slip-date">{block.aside}</p>}
      </div>
    </header>
  );
}

function VoucherHead({ block }: { readonly block: SlipVoucherHead }) {
  return (
    <header className="slip-head slip-voucher">
      <div className="slip-voucher-side">
        {block.left.map((field) => (
          <VoucherLine key={field.label} field={field} />
        ))}
      </div>
      <div className="slip-state">
        <p className="slip-nation">{block.nation}</p>
        <p className="slip-motto">
          <span>{block.motto}</span>
        </p>
      </div>
      <div className="slip-voucher-side">
        {block.right.map((field) => (
          <VoucherLine key={field.label} field={field} />
        ))}
      </div>
    </header>
  );
}

/** Longest number that stands in one piece; a longer one breaks where it must. */
const WHOLE = 24;

function VoucherLine({ field: { label, strong, value } }: { readonly field: SlipField }) {
  const whole = value.length <= WHOLE ? 'slip-whole' : undefined;
  return (
    <p>
      {label} {strong === true ? <strong className={whole}>{value}</strong> : value || '…………'}
    </p>
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

function Title({
  block,
  qr,
  qrLabel,
}: {
  readonly block: SlipTitle;
  readonly qr: string;
  readonly qrLabel: string;
}) {
  const basis = `${block.formNo} ${block.basis}`.trim();
  return (
    <>
      <div className="slip-title">
        <h1>
          {block.lines.map((line) => (
            <Fragment key={line}>
              <span className="slip-title-line">{line}</span>{' '}
            </Fragment>
          ))}
        </h1>
        {block.under !== undefined && <p className="slip-under">{block.under}</p>}
        {block.copyLine !== '' && <p className="slip-copy">({block.copyLine})</p>}
        {basis !== '' && <p className="slip-basis">{basis}</p>}
        {block.reprint !== undefined && <p className="slip-reprint">{block.reprint}</p>}
      </div>
      {qr !== '' && (
        <div className="slip-qr">
          <QrMark text={qr} label={`QR: ${qrLabel}`} />
        </div>
      )}
    </>
  );
}
