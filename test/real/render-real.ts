import type { Paint } from '../../src/report/paint.ts'
import { verdicts } from '../judge/judge-pair.ts'
import type { Verdict } from '../judge/judge-pair.ts'
import { projects } from './projects.ts'
import type { RealResult } from './run-real.ts'

/** Where the page has the table. */
const marks = ['<!-- npm run test:real -- --page -->', '<!-- end of test:real -->'] as const

/** The lines of a page that are between the marks; none where it has no marks. */
export function tableLines(page: string): string[] {
  const [start, end] = marks.map((mark) => page.indexOf(mark))
  if (start === undefined || end === undefined || start === -1 || end === -1) return []
  return page
    .slice(start + marks[0].length, end)
    .trim()
    .split('\n')
}

/** A page with the table of these results in the place of the one that it has. */
export function withTable(page: string, results: readonly RealResult[]): string {
  const [start, end] = marks.map((mark) => page.indexOf(mark))
  if (start === undefined || end === undefined || start === -1 || end === -1)
    throw new Error(`the page lacks ${marks.join(' and ')}`)
  const table = renderTable(results).join('\n')
  return `${page.slice(0, start)}${marks[0]}\n\n${table}\n\n${page.slice(end)}`
}

function renderTable(results: readonly RealResult[]): string[] {
  const rows = projects.flatMap(({ name }) => {
    const own = results.filter(({ project }) => project === name)
    const [first] = own
    return first === undefined ? [] : [rowOf(name, first.packages, own)]
  })
  return [
    ['project', 'packages', 'steps', ...verdicts, 'what did not end right'],
    ['---', '---', ...['steps', ...verdicts].map(() => '---:'), '---'],
    ...rows,
  ].map((cells) => `| ${cells.join(' | ')} |`)
}

function rowOf(name: string, packages: readonly string[], own: readonly RealResult[]): string[] {
  const counts = verdicts.map((verdict) => String(countOf(own, verdict)))
  const wrong = own.filter(({ verdict }) => verdict !== 'RIGHT')
  const reasons = [...new Set(wrong.map(({ why }) => shorten(why)))]
  return [name, packages.join(', '), String(own.length), ...counts, reasons.join('; ')]
}

function countOf(results: readonly RealResult[], verdict: Verdict): number {
  return results.filter((result) => result.verdict === verdict).length
}

/** The object and the reason, without the values and the statement. */
function shorten(why: string): string {
  const [line = ''] = why.split('\n')
  const [reason = ''] = line.split(/: expected|: write its statements/)
  return reason.replaceAll('|', '\\|').slice(0, 160)
}

/** Tells people what the projects came to. */
export function renderReal(results: readonly RealResult[], paint: Paint): string {
  const line = verdicts.map((each) => `${String(countOf(results, each))} ${each}`).join(', ')
  const isRight = results.every(({ verdict }) => verdict === 'RIGHT' || verdict === 'REFUSED')
  return isRight ? paint.good(line) : paint.bad(line)
}
