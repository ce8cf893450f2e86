import type { AuraBench } from './bench.ts'
import { judge, milliseconds, times } from './judge.ts'
import type { Judged } from './judge.ts'

/** The page docs/performance.md, from one run. */
export function renderPerformancePage(bench: AuraBench): string {
  return `${[head(bench), table(judge(bench)), reading, batches(bench)].join('\n\n')}\n`
}

function head({ postgres, sizes }: AuraBench): string {
  const logs = sizes.users * sizes.logs + sizes.largeLogs
  return `# Performance

\`npm run bench:aura\` writes this page. It loads ${number(sizes.users)} users with ${number(sizes.logs)} logs each, one with ${number(sizes.largeLogs)},
and ${number(sizes.users * sizes.tasks)} tasks: ${number(logs)} logs, mixed as they arrive. Then it asks what the application asks, as the role that asks it.
The naive form runs next to it, in turn, on the same rows. It has a policy with a bare \`auth.uid()\`, an index for each
column that a page filters by, and offsets. [aura/bench/naive.sql](../aura/bench/naive.sql) has it.

PostgreSQL ${postgres}. Times are medians in the server, with warm caches; of inserts they are the shortest. They depend on the machine, and on
what else it does: compare the ratios. A page has 8 KiB.`
}

function table(rows: readonly Judged[]): string {
  return [
    '| question | target | here | naive | ratio | the naive form has | holds |',
    '| --- | --- | ---: | ---: | ---: | --- | --- |',
    ...rows.map(
      ({ name, target, ours, naive, ratio, naively, holds }) =>
        `| ${[name, target, ours, naive, ratio, naively, holds ? 'yes' : '**no**'].join(' | ')} |`,
    ),
  ].join('\n')
}

const reading = `A function of the API costs about 0.1 ms that a bare query does not: it checks its parameters and plans its query. Where the naive form
reads few rows it is faster by that. Its pages grow with what the user has stored, those of the functions do not.`

function batches({ inserts }: AuraBench): string {
  const { singleRequests, batchRequest, singleCalls, batchCall, bareInsert } = inserts
  return `## Why a batch is faster, and where its time goes

| 100 logs | time | compared with the batch in the server |
| --- | ---: | ---: |
| 100 requests of one log | ${milliseconds(singleRequests)} | ${times(singleRequests / batchCall)} |
| one request of 100 logs | ${milliseconds(batchRequest)} | ${times(batchRequest / batchCall)} |
| in the server, without requests: 100 calls of \`insert_execution_log\` | ${milliseconds(singleCalls)} | ${times(singleCalls / batchCall)} |
| in the server: one call of \`batch_insert_execution_logs\` | ${milliseconds(batchCall)} | ${times(1)} |
| in the server: one bare \`insert … select\` of the same rows | ${milliseconds(bareInsert)} | ${times(bareInsert / batchCall)} |

An agent sends each log as a request: a transaction with its role, its claims and its commit, five round trips. Against that a batch has ${times(singleRequests / batchRequest)} the rows a second.
Commits are not flushed to disk here. Where they are, the batch gains more: it has one, and 100 requests have 100.

Without requests the batch has ${times(singleCalls / batchCall)} the rows a second. More is not to be had there: the bare insert has ${times(singleCalls / bareInsert)}, and it is the least that
PostgreSQL does for these rows: three B-trees, a BRIN, the foreign key, the write-ahead log. The
checks of \`batch_insert_execution_logs\`, which name the element that is wrong, and its JSON take ${share(batchCall - bareInsert, batchCall)} of its time.`
}

function share(part: number, whole: number): string {
  return `${String(Math.max(0, Math.round((part / whole) * 100)))} %`
}

function number(value: number): string {
  return value.toLocaleString('en')
}
