import type { RehearseResult } from '../commands/rehearse.ts'
import { idInWords } from '../model/object-id.ts'
import type { Paint } from './paint.ts'
import { countOf, renderTable } from './text-table.ts'

/** What pending files did on a copy, a relation a line, next to the sizes in the database. */
export function renderRehearse(result: RehearseResult, paint: Paint): string {
  const { environment, address, drifted, lacking, files } = result
  const head = paint.bold(`${environment} (${address})`)
  if (files.length === 0) return `${head}\n${paint.good('Nothing is pending.')}`
  return [
    head,
    ...(drifted ? [paint.notice('It drifted: the copy has what was found there.')] : []),
    ...lacking.map(({ object, why }) =>
      paint.notice(`the copy lacks ${idInWords(object)}: ${why}`),
    ),
    ...files.map((file) => renderFile(file, paint)),
    paint.good(
      `${countOf(files.length, 'pending file')} ran on a copy without rows. The database was not changed.`,
    ),
  ].join('\n')
}

type File = RehearseResult['files'][number]
type Statement = File['statements'][number]

function renderFile({ version, name, statements }: File, paint: Paint): string {
  const rows = statements.flatMap(renderStatement)
  const title = paint.bold(`${version}_${name}`)
  if (rows.length === 0)
    return `${title}\n  locks nothing that is there, rewrites and scans nothing`
  return `${title}\n${renderTable([['line', 'statement', 'relation', 'lock', 'work', 'rows', 'size'], ...rows])}`
}

function renderStatement({ line, sort, outside, work }: Statement): string[][] {
  const place = [String(line), sort]
  if (outside) return [[...place, '', 'outside of a transaction: not measured', '', '', '']]
  return work.map(({ relation, lock, rewrite, scan, rows, bytes }) => [
    ...place,
    relation,
    lock ?? '',
    [...(rewrite ? ['rewrite'] : []), ...(scan ? ['scan'] : [])].join(', '),
    rows === null ? 'unknown' : `~${Math.round(rows).toLocaleString('en')}`,
    bytes === null ? '' : renderBytes(bytes),
  ])
}

/** A size as PostgreSQL's pg_size_pretty counts it: `24 kB`, `1.5 GB`. */
function renderBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const value = bytes / 1024 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : String(Math.round(value))} ${units[power] ?? ''}`
}
