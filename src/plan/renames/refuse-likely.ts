import { UserError } from '../../errors.ts'
import type { Catalog } from '../../model/catalog.ts'
import { namingOf } from '../../model/kind.ts'
import type { Declaration } from '../../sql/directives.ts'
import { findLikelyRenames } from './likely.ts'
import type { LikelyRename } from './likely.ts'
import { indexNames } from '../names/names.ts'
import type { Named } from '../names/names.ts'
import { findDeclared } from './requested-rename.ts'

/**
 * Throws UserError for a likely rename without a directive: it would be dropped and created. The message has the
 * line to write, and its place. What no file names is left out.
 */
export function refuseLikelyRenames(
  from: Catalog,
  to: Catalog,
  declarations: readonly Declaration[],
): void {
  const likely = findLikelyRenames(from, to)
  if (likely.length === 0) return
  const index = indexNames(to)
  const declared = new Map<string, Declaration>()
  for (const declaration of declarations) {
    const found = findDeclared(declaration, index)
    if (found !== undefined) declared.set(keyOf(found), declaration)
  }
  const refusals = likely.flatMap((each) => {
    const declaration = declared.get(keyOf(each.to))
    if (declaration === undefined || declaration.request?.kind === 'new') return []
    return namingOf(each.to.kind).rename?.isSilent === true ? [] : [describe(each, declaration)]
  })
  if (refusals.length > 0) throw new UserError(`${refusals.join('\n')}\nNothing was written.`)
}

function keyOf({ kind, names, arguments: args }: Named): string {
  return JSON.stringify([kind, names, args])
}

function describe({ to, from }: LikelyRename, { file, line, startsLine }: Declaration): string {
  const gone = from.map((each) => show(each))
  const what =
    from.length === 1 ? `${gone.join('')} is dropped` : `one of ${gone.join(', ')} is dropped`
  const where = startsLine ? '' : ', which has to begin a line for that'
  return [
    `${file}:${String(line)}: ${show(to)} is new and ${what}, and only the names differ. If this is a rename, write above it${where}:`,
    ...from.map((each) => `  -- @renamed from=${spellFrom(each)}`),
    `If not, and ${loss(to)}, write instead:`,
    '  -- @new',
  ].join('\n')
}

function show({ kind, names }: Named): string {
  return `${namingOf(kind).words} ${names.join('.')}`
}

function loss({ kind }: Named): string {
  return namingOf(kind).rename?.loss ?? 'the old one may be dropped'
}

/** The old name as a directive has it. */
function spellFrom({ kind, names, spelled }: Named): string {
  const own = names.at(-1) ?? ''
  if (kind !== 'label') return spelled.at(-1) ?? ''
  return /^[^\s'"=]+$/.test(own) ? own : `'${own.replaceAll("'", "''")}'`
}
