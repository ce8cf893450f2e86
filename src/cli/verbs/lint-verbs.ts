import type { Verb } from '../verb.ts'

/** The verbs about what is wrong with files and catalogs. */
export const lintVerbs = {
  lint: {
    name: 'lint',
    about: 'check the schema files, the catalog that they create, and the migrations',
    words: [
      {
        name: 'environment',
        about:
          'check this database, with its live data, instead of the one that the schema files create',
      },
    ],
    flags: [],
    examples: [
      ['npm run lint', 'exits 2 for errors and warnings; docs/lint.md lists the rules'],
      ['npm run lint production', 'also what needs live data: unused indexes, bloat'],
      ['-- lint-ignore RULE: reason', 'above a statement: accepts what the rule finds there'],
    ],
  },
  'lint:docs': {
    name: 'lint:docs',
    about: 'write docs/lint.md from the rules',
    words: [],
    flags: [],
    examples: [['npm run lint:docs', 'after adding or changing a file in src/lint/rules']],
  },
} as const satisfies Record<string, Verb>
