// The keys a person (or a scanner that knows no marks) types for Vietnamese, as input methods take them.

const TONES: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  '\u0300': ['f', '2'],
  '\u0301': ['s', '1'],
  '\u0303': ['x', '4'],
  '\u0309': ['r', '3'],
  '\u0323': ['j', '5'],
};

/** `Lê Văn Lương` → `Lee Vawn Luwowng`. */
export function toTelex(text: string): string {
  return typed(text, 0);
}

/** `Lê Văn Lương` → `Le6 Va8n Lu7o7ng`. */
export function toVni(text: string): string {
  return typed(text, 1);
}

function typed(text: string, method: 0 | 1): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    let tone = '';
    let keys = '';
    for (const sign of word.normalize('NFD')) {
      if (sign in TONES) tone = TONES[sign]?.[method] ?? '';
      else if (sign === '\u0302') keys += method === 0 ? keys.slice(-1).toLowerCase() : '6';
      else if (sign === '\u0306') keys += method === 0 ? 'w' : '8';
      else if (sign === '\u031B') keys += method === 0 ? 'w' : '7';
      else if (sign === 'đ' || sign === 'Đ') keys += (sign === 'đ' ? 'd' : 'D') + (method === 0 ? 'd' : '9');
      else keys += sign;
    }
    return keys + tone;
  });
}
