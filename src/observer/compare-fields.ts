import { hiddenMark, isSameHidden } from './hidden-text.ts'
import { describeRights } from './rights-text.ts'

/** One field of an object that is not the same in both databases; undefined where the field is empty. */
export interface FieldDifference {
  readonly name: string
  readonly left: string | undefined
  readonly right: string | undefined
}

/** The fields of a line, by their names. */
export type Fields = ReadonlyMap<string, string | undefined>

/** The fields that are not the same, sorted. */
export function compareFields(lefts: Fields, rights: Fields): FieldDifference[] {
  const names = [...new Set([...lefts.keys(), ...rights.keys()])].toSorted()
  return names
    .filter((name) => !isSame(lefts.get(name), rights.get(name)))
    .map((name) => ({
      name,
      left: readable(name, lefts.get(name)),
      right: readable(name, rights.get(name)),
    }))
}

function isSame(left: string | undefined, right: string | undefined): boolean {
  if (left === right) return true
  return left !== undefined && right !== undefined && isSameHidden(left, right)
}

/** Rights in words; nothing of a secret, of which even a digest would let it be guessed. */
function readable(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (text.startsWith(hiddenMark)) return hiddenMark.trim()
  return name.endsWith('acl') ? describeRights(text) : text
}
