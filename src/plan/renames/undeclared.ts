import { UserError } from '../../errors.ts'
import type { Catalog } from '../../model/catalog.ts'
import { kinds, namingOf } from '../../model/kind.ts'
import type { Declaration } from '../../sql/directives.ts'
import { findLikelyRenames } from './likely.ts'
import type { LikelyRename } from './likely.ts'
import { indexNames, keyOf } from '../names/names.ts'
import type { Named } from '../names/names.ts'
import { findDeclared } from './requested-rename.ts'

/** What is done with a likely rename of which no file can tell: a question, or what the person said for all of them. */
export type Undeclared = 'ask' | 'rename' | 'new'

/** The two states between which something may be renamed, and what files say of that. */
interface Between {
  readonly from: Catalog
  readonly to: Catalog
  readonly declarations: readonly Declaration[]
}

/** The likely renames that no file tells of, as if each were declared; without those that may have been several things. */
export function assumeRenames(between: Between): Declaration[] {
  const likely = findUndeclared(between)
  const takers = Map.groupBy(likely, ({ from: [first] }) => first?.id)
  return likely.flatMap(({ to, from: [first, ...others] }) => {
    const isClear = others.length === 0 && takers.get(first?.id)?.length === 1
    return first === undefined || !isClear ? [] : [declare(to, first)]
  })
}

/** Throws UserError for a likely rename of which no file tells, where values would be lost. */
export function refuseUndeclared(between: Between): void {
  const likely = findUndeclared(between)
  if (likely.length === 0) return
  throw new UserError(
    [
      ...likely.map(describe),
      'If they are renames, use --assume-renames, or write `-- @renamed from=OLD_NAME` above the new one in a .sql file.',
      'If not, and the old values may be lost, use --assume-new, or write `-- @new` there.',
    ].join('\n'),
  )
}

function findUndeclared({ from, to, declarations }: Between): LikelyRename[] {
  const likely = findLikelyRenames(from, to).filter((each) => holdsValues(each.to))
  if (likely.length === 0) return []
  const index = indexNames(to)
  const told = new Set(
    declarations.flatMap((declaration) => {
      const found = findDeclared(declaration, index)
      return found === undefined || declaration.request === undefined ? [] : [nameKey(found)]
    }),
  )
  return likely.filter((each) => !told.has(nameKey(each.to)))
}

/** Values of a label or a field are values of columns. */
function holdsValues({ kind }: Named): boolean {
  const isPart = !kinds.some((each) => each === kind)
  return isPart || namingOf(kind).rename?.loss !== undefined
}

function nameKey({ kind, names }: Named): string {
  return keyOf(kind, names)
}

function declare({ kind, names }: Named, old: Named): Declaration {
  return {
    kind,
    names,
    offset: 0,
    file: '',
    line: 0,
    startsLine: true,
    request: { kind: 'renamed', from: old.names.at(-1) ?? '' },
    place: '--assume-renames',
  }
}

function describe({ to, from }: LikelyRename): string {
  const gone = from.map(show)
  const what =
    from.length === 1 ? `${gone.join('')} is dropped` : `one of ${gone.join(', ')} is dropped`
  return `${show(to)} is new and ${what}, and only the names differ.`
}

function show({ kind, names }: Named): string {
  return `${namingOf(kind).words} ${names.join('.')}`
}
