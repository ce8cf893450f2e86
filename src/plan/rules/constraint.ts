import type { CatalogObject } from '../../model/catalog.ts'
import type { Altered } from '../../model/compare-catalogs.ts'
import { flagOf, textIn, textOf } from '../../model/attribute.ts'
import { createComment, writeComment } from './facets/comment.ts'
import { nameInSchema, ownNameOf } from './facets/name.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'
import { alterTable } from './column-statement.ts'
import { createPart, removePart } from './part-statement.ts'
import { isUsedInside } from './domain-use.ts'
import {
  alterIndexOptions,
  clusterOn,
  commentOnIndex,
  optionsOfIndex,
  rolesOfIndex,
  writeIndexComment,
} from './index-extras.ts'

/** Constraints of tables, with what is said of the indexes that hold some up. */
export const constraintRule: Rule = {
  kind: 'constraint',
  looksAtData: true,
  alsoNamed: nameInSchema,
  create: (constraint, context) => [
    createPart(constraint, textIn(constraint, 'definition')),
    ...optionsOfIndex(constraint),
    ...rolesOfIndex(constraint, textOf(constraint, 'index') ?? '', context),
    ...createComment(constraint),
    ...commentOnIndex(constraint),
  ],
  drop: (constraint) => [removePart(constraint)],
  alter: (change) => {
    const { from, to, attributes } = change
    const others = attributes.filter((name) => !Object.hasOwn(said, name))
    const validates = !flagOf(from, 'validated') && flagOf(to, 'validated')
    const onlyValidates = validates && withoutNotValid(from) === withoutNotValid(to)
    if (others.length > 0 && !onlyValidates) return 'replace'
    const own = ownNameOf(to)
    return [
      ...(onlyValidates
        ? [alterTable(to, `validate constraint ${own}`, { attribute: 'validated' })]
        : []),
      ...attributes.flatMap((name) => said[name]?.(change) ?? []),
    ]
  },
}

/** What can be said of a constraint that stays. */
const said: Readonly<Record<string, (change: Altered) => readonly Statement[]>> = {
  comment: ({ to }) => [writeComment(to)],
  indexComment: ({ to }) => [writeIndexComment(to)],
  indexOptions: alterIndexOptions,
  clustered: ({ to }) => [clusterOn(to, textOf(to, 'index') ?? '')],
}

/** Constraints of domains. */
export const domainConstraintRule: Rule = {
  kind: 'domainConstraint',
  looksAtData: true,
  create: (constraint) => [addCheck(constraint), ...createComment(constraint)],
  drop: (constraint) => [removePart(constraint)],
  alter: ({ to, attributes }) =>
    attributes.every((name) => name === 'comment') ? [writeComment(to)] : 'replace',
  recreatesParent: ({ parent }, context) => parent !== null && isUsedInside(parent, context.from),
}

/** Gives a domain that is there a check. */
export function addCheck(check: CatalogObject): Statement {
  return createPart(check, textIn(check, 'definition'))
}

function withoutNotValid(constraint: CatalogObject): string {
  return textIn(constraint, 'definition').replace(/ NOT VALID$/, '')
}
