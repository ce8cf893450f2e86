import type { Explanation } from '../commands/explain-plan.ts'
import { factsOf, isKind } from '../model/kind.ts'
import type { Paint } from './paint.ts'
import { renderTable } from './text-table.ts'

/** Who plans what, and who would plan the tables that differ now. */
export function renderExplanation(said: Explanation, paint: Paint): string {
  const { assignments, tables } = said
  const single = assignments.filter(({ attribute }) => attribute !== '*')
  const parts = [
    ['Atlas plans', single.filter(({ by }) => by === 'atlas')],
    [
      'The planner plans these, and Atlas the rest of the table',
      single.filter(({ by, takesTable }) => by !== 'atlas' && !takesTable),
    ],
    [
      'The planner plans these, and all of the table with them',
      single.filter(({ takesTable }) => takesTable),
    ],
  ] as const
  return [
    ...parts.map(([title, list]) => `${paint.bold(title)}\n${renderTable(rowsOf(list))}`),
    renderReasonsAgainst(said.doubts, paint),
    ...renderWhole(assignments, paint),
    renderTables(tables, paint),
  ].join('\n\n')
}

function renderReasonsAgainst(doubts: Explanation['doubts'], paint: Paint): string {
  const groups = Map.groupBy(doubts, ({ about }) => about)
  const rows = [...groups].flatMap(([about, list]) =>
    list.map(({ doubt }, at) => [at === 0 ? about : '', doubt]),
  )
  return `${paint.bold('The planner plans all of the table, too, where one of these is true')}\n${renderTable(rows)}`
}

type Assignments = Explanation['assignments']

function rowsOf(assignments: Assignments): string[][] {
  const kinds = Map.groupBy(assignments, ({ kind }) => kind)
  return [...kinds].flatMap(([kind, list]) =>
    wrap(list.map(({ attribute }) => attribute)).map((line, at) => [
      at === 0 ? wordsOf(kind) : '',
      line,
    ]),
  )
}

function renderWhole(assignments: Assignments, paint: Paint): string[] {
  const titles = [
    ['The planner plans all of', 'own'],
    ['Nobody plans: differences are named and refused', 'nobody'],
  ] as const
  return titles.map(([title, planner]) => {
    const kinds = assignments
      .filter(({ attribute, by }) => attribute === '*' && by === planner)
      .map(({ kind }) => wordsOf(kind))
    return `${paint.bold(title)}\n${renderTable(wrap(kinds).map((line) => [line]))}`
  })
}

function renderTables(tables: Explanation['tables'], paint: Paint): string {
  if (tables.length === 0) return 'No table differs.'
  const rows = tables.map(({ table, by, why }) => [
    table,
    by === 'atlas' ? 'Atlas' : 'the planner',
    why,
  ])
  return `${paint.bold('Tables that differ now')}\n${renderTable(rows)}`
}

function wordsOf(kind: string): string {
  return isKind(kind) ? factsOf(kind).words : kind
}

/** Words with commas, in lines that are not too long. */
function wrap(words: readonly string[]): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length > 90) lines.push(word)
    else lines[lines.length - 1] = `${last}, ${word}`
  }
  return lines.map((line, at) => (at < lines.length - 1 ? `${line},` : line))
}
