import type { CatalogObject } from '../../../model/catalog.ts'
import { textsOf } from '../../../model/attribute.ts'
import type { ObjectStep } from '../object-step.ts'
import type { Lock } from './work-row.ts'

/** Most storage parameters take no lock that keeps others out (manual, CREATE TABLE, Storage Parameters). */
export function optionsLock({ before, after }: ObjectStep): Lock | undefined {
  const [old, fresh] = [optionsOf(before), optionsOf(after)]
  const changed = [...old, ...fresh].filter(
    (option) => !old.includes(option) || !fresh.includes(option),
  )
  return changed.some((option) => option.startsWith('user_catalog_table'))
    ? 'access exclusive'
    : undefined
}

function optionsOf(object: CatalogObject | undefined): string[] {
  if (object === undefined) return []
  return [...textsOf(object, 'options'), ...textsOf(object, 'toastOptions')]
}

/** The numbers of a sequence change under a lock that keeps nextval() out (manual, ALTER SEQUENCE). */
export function sequenceLock({ attribute }: ObjectStep): Lock {
  return attribute === 'persistence' ? 'access exclusive' : 'share row exclusive'
}
