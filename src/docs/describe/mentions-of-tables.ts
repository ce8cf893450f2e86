import { textOf } from '../../model/attribute.ts'
import type { Catalog } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { nameOf } from '../../model/object-id.ts'
import { namesInBody, plainName } from '../../sql/parsed/body-names.ts'
import type { Mention } from './description.ts'

/** Finds the routines that name a table, by the name of the table as SQL spells it. */
export type FindMentions = (table: string) => readonly Mention[]

/**
 * Reads the bodies of all routines once. PostgreSQL records no dependency of a body that is a text: a routine counts
 * where its code has the qualified name.
 */
export function mentionsIn(catalog: Catalog): FindMentions {
  const routines = [...objectsOfKind(catalog, 'function'), ...objectsOfKind(catalog, 'procedure')]
  const read = routines.map((routine) => ({
    mention: {
      name: nameOf(routine.id),
      comment: textOf(routine, 'comment'),
      asOwner: textOf(routine, 'security') === 'definer',
    },
    pairs: namesInBody(textOf(routine, 'body') ?? '').pairs,
  }))
  return (table) =>
    read.filter(({ pairs }) => pairs.has(plainName(table))).map(({ mention }) => mention)
}
