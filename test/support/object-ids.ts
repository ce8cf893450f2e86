import type { ObjectId } from '../../src/model/catalog.ts'
import { idOf } from '../../src/model/object-id.ts'

/** An id as a test spells it: `table public.a`. */
export function asId(text: string): ObjectId {
  const [kind = '', ...name] = text.split(' ')
  return idOf(kind, name.join(' '))
}
