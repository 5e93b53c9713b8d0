import type { RatingGrade } from '../../../store/kiosk/visit/rating.ts';

const MOUTHS: Readonly<Record<RatingGrade, string>> = {
  'very-satisfied': 'M15 28c2.6 7.4 15.4 7.4 18 0z',
  satisfied: 'M16 30c3.6 4.6 12.4 4.6 16 0',
  dissatisfied: 'M16 34c3.6-4.6 12.4-4.6 16 0',
};

/** A face with its mouth; the word beside it is what counts, so screen readers skip it. */
export function Face({ grade, size }: { readonly grade: RatingGrade; readonly size: string }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <circle cx="24" cy="24" r="20" />
      <circle cx="17" cy="19.5" r="1.6" fill="currentColor" />
      <circle cx="31" cy="19.5" r="1.6" fill="currentColor" />
      <path d={MOUTHS[grade]} fill={grade === 'very-satisfied' ? 'currentColor' : 'none'} />
    </svg>
  );
}
