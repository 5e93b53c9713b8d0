const FIELDS = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled])';

/** Fields of a form in the order Enter visits them; of radio buttons only the chosen one. */
function fieldsOf(form: HTMLElement): readonly HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(FIELDS)].filter((field) => {
    if (field.offsetParent === null) return false;
    return !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked);
  });
}

/** Moves the focus to the field after `from`; false when it was the last one. */
export function focusNext(form: HTMLElement, from: Element): boolean {
  const fields = fieldsOf(form);
  const next = fields[fields.findIndex((field) => field === from) + 1];
  next?.focus();
  return next !== undefined;
}

/** Moves the focus to the first field of a form. */
export function focusFirst(form: HTMLElement): void {
  fieldsOf(form)[0]?.focus();
}
