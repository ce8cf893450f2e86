import type { BenchOnlineResult, MeasuredChange } from '../commands/bench-online.ts'
import type { Stalls } from '../commands/online/workload.ts'
import { markdownRow, renderDuration, renderTable, renderVersion } from './text-table.ts'

/** The longest waits of readers and writers, a plan and a direction a line. */
export function renderBenchOnline(result: BenchOnlineResult): string {
  return renderTable([
    ['', 'files', 'takes', 'longest read', 'longest write'],
    ['no plan', '', ...timesOf(result.alone)],
    ...result.changes.flatMap(linesOf),
  ])
}

/** The page docs/online.md, from one run. */
export function renderOnlinePage(result: BenchOnlineResult): string {
  return `${[headOf(result), tableOf(result), meaning].join('\n\n')}\n`
}

function headOf({ serverVersion, rows, alone }: BenchOnlineResult): string {
  const version = renderVersion(serverVersion)
  return `# Plans that block nobody for long

\`npm run bench:online\` writes this page. It fills a table with ${rows.toLocaleString('en-US')} rows on a scratch database. Two
sessions read rows by key, two change and insert rows, one statement behind the other. Meanwhile each change is applied and
rolled back, first by the plan of \`npm run plan NAME\`, then by that of \`npm run plan NAME -- --online\`.

PostgreSQL ${version}. Without a plan the longest read takes ${renderDuration(alone.read.longest)}, the longest write ${renderDuration(alone.write.longest)}. Times depend on the machine and on
what else it does: compare the two plans.`
}

function tableOf({ changes }: BenchOnlineResult): string {
  const lines = changes.flatMap(linesOf).map(markdownRow)
  return [
    '| change | files | takes | longest read | longest write |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n')
}

function linesOf({ name, plain, online }: MeasuredChange): string[][] {
  const files = String(online.files)
  return [
    [`${name}, plain`, '1', ...timesOf(plain.up)],
    [`${name}, online`, files, ...timesOf(online.up)],
    [`${name}, plain, down`, '1', ...timesOf(plain.down)],
    [`${name}, online, down`, files, ...timesOf(online.down)],
  ]
}

function timesOf({ took, read, write }: Stalls): string[] {
  return [took, read.longest, write.longest].map(renderDuration)
}

const meaning = `A plain plan holds its lock from its first statement to its commit: who writes, or reads, waits as long. An online plan takes
the same locks for a moment, and reads the rows under a lock that lets others read and write. It takes longer. Before it
takes a lock, it still waits for transactions that use the table, and others wait behind it: \`apply\` limits that wait
(\`--lock-timeout\`), and tries again.

[planning.md](planning.md#online) says what an online plan is made of, and what cannot be online.`
