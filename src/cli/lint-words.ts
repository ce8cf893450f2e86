import type { Verb, Word } from './verb.ts'

/** What `lint` takes beside its flags. */
export const lintWords: readonly Word[] = [
  {
    name: 'environment',
    about: 'ask this database instead of the one that the schema files make; it has live data',
  },
]

/** How `lint` is called, and how a finding is accepted. */
export const lintExamples: Verb['examples'] = [
  ['npm run lint', 'exits 2 for errors and warnings; docs/lint.md lists the rules'],
  ['npm run lint production', 'also what takes live data: indexes never used, bloat'],
  ['-- lint-ignore RULE: reason', 'above a statement: accepts what the rule finds there'],
]
