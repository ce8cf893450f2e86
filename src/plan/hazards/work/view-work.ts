import type { Catalog, ObjectId } from '../../../model/catalog.ts'
import { neededBy } from '../../../model/needs.ts'
import { flagOf } from '../../../model/attribute.ts'
import type { ObjectStep } from '../object-step.ts'
import { tableNameOf } from '../known-relations.ts'
import type { Work } from './work-row.ts'
import { isOfKind } from '../../../model/object-id.ts'

/** A materialized view reads its tables when it is created with data. */
export function readsTables({ after, to }: ObjectStep): Work[] {
  if (after === undefined || !flagOf(after, 'populated')) return []
  return [...new Set(sourcesOf(after.id, to))]
    .toSorted()
    .map((relation) => ({ relation, scan: true }))
}

/** The tables that a view reads, through other views too. */
function sourcesOf(view: ObjectId, catalog: Catalog): string[] {
  return neededBy(catalog, view).flatMap((id) =>
    isOfKind(id, 'view') ? sourcesOf(id, catalog) : (tableNameOf(catalog.objects.get(id)) ?? []),
  )
}
