const ofTable = {
  handsOn: 'other tables inherit from it',
  inherits: 'it inherits from another table',
  partitioned: 'it is partitioned',
  typed: 'it is of a type',
  goneSchema: 'its schema goes too',
  noColumns: 'it has no columns',
  quoted: 'a name on it holds a double quote',
} as const

const ofColumn = {
  conversion: 'its values need a conversion',
  typedDefault: 'its type changes below a default',
  typedIdentity: 'its type changes below an identity',
  computed: 'it is computed',
  counted: 'it counts by a sequence',
  oddType: 'its type is no everyday one',
  identityOptions: 'its identity has options',
} as const

const ofConstraint = {
  unread: 'what it says is more than Atlas reads',
  columnless: 'it is about no column',
  primaryKey: 'a primary key changes',
  otherTarget: 'it refers to another table',
  swapped: 'an index becomes a constraint, or the other way round',
} as const

/** Where a difference is Atlas's by its attribute and own rules plan the whole table all the same: what it says of the case. */
export const doubts = { ...ofTable, ...ofColumn, ...ofConstraint } as const

/** That a table needs what changes in the same plan. */
export function entangled(needed: string): string {
  return `it needs ${needed}, which changes too`
}

/** What a doubt is about, and what it says. */
export interface Doubt {
  readonly about: string
  readonly doubt: string
}

/** All of them, by what they are about. */
export function listDoubts(): Doubt[] {
  const needs = entangled('a type, a function or a sequence')
  const lists = [
    ['table', [needs, ...Object.values(ofTable)]],
    ['column', Object.values(ofColumn)],
    ['constraint, index', Object.values(ofConstraint)],
  ] as const
  return lists.flatMap(([about, list]) => list.map((doubt) => ({ about, doubt })))
}
