import type { PartFacts, PartKind } from '../kind-facts.ts'

/** Parts of types that have a name and are no objects: labels of an enum, fields of a composite type. */
export const parts: Readonly<Record<PartKind, PartFacts>> = {
  label: {
    words: 'label',
    rename: { form: { alter: 'type', part: 'value' } },
  },
  field: { words: 'field', rename: { form: { alter: 'type', part: 'attribute' } } },
}
