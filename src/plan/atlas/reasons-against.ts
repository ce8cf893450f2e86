const ofTable = {
  handsOn: 'other tables inherit from it',
  inherits: 'it inherits from another table',
  partitioned: 'it is partitioned',
  typed: 'it is of a type',
  goneSchema: 'its schema is dropped, too',
  noColumns: 'it has no columns',
  sameKeys: 'two of its keys have the same columns',
  renamed: 'only the name of a key, a check or an index differs',
  quoted: 'a name on it contains a double quote',
} as const

const ofColumn = {
  conversion: 'its values need a conversion',
  typedDefault: 'its type changes below a default',
  rebuiltKey: 'a key or an index goes while its type changes',
  typedIdentity: 'its type changes below an identity',
  computed: 'it is generated',
  counted: 'its default uses a sequence',
  oddType: 'its type is not a common one',
  identityOptions: 'its identity has options',
} as const

const ofConstraint = {
  unread: 'its definition has more than Atlas reads',
  columnless: 'it has no column',
  primaryKey: 'a primary key changes',
  otherTarget: 'it refers to another table',
  chosenKey: 'it refers to one of two keys over the same columns',
  swapped: 'an index becomes a constraint, or a constraint an index',
} as const

/** The reasons against Atlas: why the planner plans the whole table although Atlas plans the attribute. */
export const reasonsAgainst = { ...ofTable, ...ofColumn, ...ofConstraint } as const

/** The reason that a table needs an object that changes in the same plan. */
export function entangled(needed: string): string {
  return `it needs ${needed}, which changes, too`
}

/** A reason against Atlas, and the kinds that it is about. */
export interface ReasonAgainst {
  readonly about: string
  readonly doubt: string
}

/** All reasons, by the kinds that they are about. */
export function listReasonsAgainst(): ReasonAgainst[] {
  const needs = entangled('a type, a function or a sequence')
  const lists = [
    ['table', [needs, ...Object.values(ofTable)]],
    ['column', Object.values(ofColumn)],
    ['constraint, index', Object.values(ofConstraint)],
  ] as const
  return lists.flatMap(([about, list]) => list.map((doubt) => ({ about, doubt })))
}
