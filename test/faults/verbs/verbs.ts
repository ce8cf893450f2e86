import { backfill } from './backfill.ts'
import { archive, putBack } from './archive.ts'
import { apply, rollback } from './deploying.ts'
import { rotate } from './rotate.ts'
import { switchCheckout } from './switch-checkout.ts'
import type { VerbCourse } from './verb-course.ts'

/** What is disturbed. */
export type Verb = 'apply' | 'rollback' | 'switch' | 'backfill' | 'archive' | 'put back' | 'rotate'

export const verbCourses: Readonly<Record<Verb, VerbCourse>> = {
  apply,
  rollback,
  switch: switchCheckout,
  backfill,
  archive,
  'put back': putBack,
  rotate,
}

/** Every verb, in order. */
export const verbNames: readonly Verb[] = [
  'apply',
  'rollback',
  'switch',
  'backfill',
  'archive',
  'put back',
  'rotate',
]
