/** Why the rules say no to an act about money; words in shared/text/messages, meaning in docs/errors.md. */
export type MoneyRefusal =
  | { readonly code: 'money-role-wrong' }
  | { readonly code: 'shift-none' }
  | { readonly code: 'shift-open-already' }
  | { readonly code: 'shift-unknown' }
  | { readonly code: 'shift-not-open' }
  | { readonly code: 'shift-not-closed' }
  | { readonly code: 'remittance-too-much'; readonly amountDong: number; readonly countedDong: number }
  | { readonly code: 'shift-not-own' }
  | { readonly code: 'payment-unknown' }
  | { readonly code: 'payment-made-already'; readonly number: string }
  | { readonly code: 'payment-cancelled-already'; readonly number: string }
  | { readonly code: 'payment-zero' }
  | { readonly code: 'approval-missing' }
  | { readonly code: 'approver-same' }
  | { readonly code: 'approver-role-wrong' };
