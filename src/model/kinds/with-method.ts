import { pathOf } from '../qualified-name.ts'

/** The name of a class or family in an id, as statements write it: `public.ops using btree` of `public.ops(btree)`. */
export function withMethod(name: string): string {
  const path = pathOf(name)
  return `${path} using ${name.slice(path.length + 1, -1)}`
}
