import { cells, enough, nameOf } from '../draw.ts'
import { faults } from '../kinds/faults.ts'
import { verbCourses, verbNames } from '../verbs/verbs.ts'
import type { Result } from './result.ts'

/** The page about what the faults of a seed came to, in Markdown. */
export function renderPage(seed: number, all: readonly Result[]): string {
  const struck = all.filter((result) => result.struck !== null)
  const wrong = all.filter(({ complaints }) => complaints.length > 0)
  return `${[
    '# Faults',
    '',
    `Written by \`npm run test:faults -- --seed ${String(seed)} --page\`.`,
    '',
    ...introduction,
    '',
    '## Result',
    '',
    ...summary(all, struck, wrong),
    '',
    '## Kinds of faults',
    '',
    ...table(
      [
        'fault',
        'what it does',
        'struck',
        'succeeded',
        'failed, with a sentence',
        'interrupted or killed',
      ],
      faults.map(({ name, about }) => [
        name,
        about,
        ...ends(struck.filter(({ fault }) => fault === name)),
      ]),
    ),
    '',
    '## Fault, phase, verb',
    '',
    'How many runs were struck; behind it, how many of these did not come to a right end. Every kind of fault strikes',
    'every verb. What is not drawn has a dash: verbs that come to the code of apply and rollback are struck where they',
    'write.',
    '',
    ...table(['fault', 'phase', ...verbNames], counts(struck)),
    '',
    '## Scenarios and versions',
    '',
    ...table(
      ['scenario', ...versionsOf(all)],
      scenarioNames.map((name) => [
        name,
        ...versionsOf(all).map((version) =>
          String(
            struck.filter((each) => each.scenario === name && each.postgres === version).length,
          ),
        ),
      ]),
    ),
    '',
    '## What did not come to a right end',
    '',
    ...(wrong.length === 0 ? ['Nothing.'] : wrong.flatMap(renderWrong)),
  ].join('\n')}\n`
}

const scenarioNames = [
  ...new Set(
    Object.values(verbCourses).flatMap(({ scenarios }) => scenarios.map(({ name }) => name)),
  ),
]

const drawnCells = new Set(cells.map(nameOf))

const introduction = [
  'A run of a verb is disturbed from outside, at a moment that chance chooses; then the same verb runs again. A proxy',
  'between the tool and its server knows where a message of the protocol begins, so that a fault strikes before a request',
  'is sent, while the server works, or before the answer arrives. The second run must succeed. The database must then be',
  'what an undisturbed run leaves: by the observer, by the number and the content of all rows, by both histories and the',
  'journal. What the journal calls done, run by run, must lead from the versions before to those after. Between the two',
  'runs the database must be at a whole version, and no session may hold the migration lock beyond its limits. What the',
  'disturbed run says must be a sentence that says how to continue, without a stack or a secret.',
  'The limits of a session that are 60 s are 8 s here. (The seed draws the same cases again while the cells are the same.)',
]

function summary(
  all: readonly Result[],
  struck: readonly Result[],
  wrong: readonly Result[],
): string[] {
  const minutes = all.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 60_000
  const commits = [...new Set(all.map(({ commit }) => commit))].join(', ')
  return [
    `- ${String(all.length)} runs, ${String(struck.length)} of them struck; ${String(all.length - struck.length)} had ended before their moment came.`,
    `- ${String(all.length - wrong.length)} came to a right end, ${String(wrong.length)} did not.`,
    `- PostgreSQL ${versionsOf(all).join(', ')}; sources ${commits}; ${minutes.toFixed(0)} minutes of runs.`,
    `- ${String(cells.length)} cells in the table below, the fewest runs in one: ${String(fewest(struck))}. ${String(enough)} runs in each take ${String(cells.length * enough)} cases.`,
    `- To continue: \`npm run test:faults -- --seed ${String(all[0]?.seed ?? 1)} --count ${String(cells.length * enough)} --missing --page\`.`,
  ]
}

function fewest(struck: readonly Result[]): number {
  return Math.min(...cells.map((cell) => countIn(struck, cell.fault.name, cell.phase, cell.verb)))
}

function countIn(
  results: readonly Result[],
  fault: string,
  ...[phase, verb]: readonly string[]
): number {
  return results.filter(
    (each) => each.fault === fault && each.phase === phase && each.verb === verb,
  ).length
}

function ends(results: readonly Result[]): string[] {
  const succeeded = results.filter(({ ended }) => ended === 'exit 0').length
  const failed = results.filter(({ ended }) => ended === 'exit 1').length
  return [results.length, succeeded, failed, results.length - succeeded - failed].map(String)
}

function counts(struck: readonly Result[]): string[][] {
  const bad = struck.filter(({ complaints }) => complaints.length > 0)
  return faults.flatMap(({ name, phases }) =>
    phases.map((phase) => [
      name,
      phase,
      ...verbNames.map((verb) => {
        if (!drawnCells.has(`${name}, ${phase}, ${verb}`)) return '–'
        const [count, wrong] = [countIn(struck, name, phase, verb), countIn(bad, name, phase, verb)]
        return wrong === 0 ? String(count) : `${String(count)} (${String(wrong)})`
      }),
    ]),
  )
}

function versionsOf(results: readonly Result[]): string[] {
  return [...new Set(results.map(({ postgres }) => postgres))].toSorted()
}

function renderWrong({ number, seed, complaints, ...result }: Result): string[] {
  const { fault, phase, verb, scenario, postgres } = result
  return [
    `- ${fault}, ${phase}, ${verb}; ${scenario}; PostgreSQL ${postgres}: \`npm run test:faults -- --seed ${String(seed)} --from ${String(number)} --count 1\``,
    ...complaints.map((complaint) => `  - ${complaint.split('\n')[0]?.slice(0, 200) ?? ''}`),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
}
