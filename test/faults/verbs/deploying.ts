import { scenarios } from '../scenarios/scenarios.ts'
import type { VerbCourse } from './verb-course.ts'

/** Every pending migration is applied. */
export const apply: VerbCourse = {
  script: 'apply',
  scenarios,
  from: 'start',
  words: (_scenario, version) => [
    'test',
    ...(version === undefined ? [] : [version]),
    '--allow-data-loss',
  ],
  phases: 'all',
  goesByVersion: true,
}

/** Every migration is rolled back down to where the apply has begun. */
export const rollback: VerbCourse = {
  script: 'rollback',
  scenarios,
  from: 'newest',
  words: ({ start }, version = start) => ['test', version, '--allow-data-loss'],
  phases: 'all',
  goesByVersion: true,
}
