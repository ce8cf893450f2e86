import type { AuraBench } from './bench.ts'

/** A line of the result: a number for each form, and whether the target holds. */
export interface Judged {
  readonly name: string
  readonly target: string
  readonly ours: string
  readonly naive: string
  /** How many times the naive form takes of what ours takes. */
  readonly ratio: string
  readonly naively: string
  readonly holds: boolean
}

/** Every target with what was measured, those of reading first. */
export function judge(bench: AuraBench): Judged[] {
  const queries = bench.queries.map(({ name, target, naively, ours, naive, holds }) => ({
    name,
    target,
    ours: `${milliseconds(ours.milliseconds)}, ${pages(ours.buffers)}`,
    naive: `${milliseconds(naive.milliseconds)}, ${pages(naive.buffers)}`,
    ratio: times(naive.milliseconds / ours.milliseconds),
    naively,
    holds,
  }))
  return [...queries, anon(bench), wal(bench), batch(bench), deletion(bench)]
}

function anon({ anon: { refused, tables } }: AuraBench): Judged {
  return {
    name: 'A question of somebody who has not signed in',
    target: 'refused before a row is read',
    ours: `42501 at ${String(refused)} of ${String(tables)} tables`,
    naive: '',
    ratio: '',
    naively: '',
    holds: refused === tables,
  }
}

function wal({ wal: { ours, naive } }: AuraBench): Judged {
  return {
    name: 'The write-ahead log of one log',
    target: 'at most 0.92 of the naive form',
    ours: bytes(ours),
    naive: bytes(naive),
    ratio: times(naive / ours),
    naively: 'seven indexes',
    holds: ours <= naive * 0.92,
  }
}

function batch({ inserts: { singleRequests, batchRequest } }: AuraBench): Judged {
  return {
    name: 'A batch of 100 logs',
    target: 'at least 10 times the rows a second',
    ours: milliseconds(batchRequest),
    naive: milliseconds(singleRequests),
    ratio: times(singleRequests / batchRequest),
    naively: '100 requests of one log',
    holds: singleRequests >= batchRequest * 10,
  }
}

function deletion({ deletion: { rows, scanned, milliseconds: time } }: AuraBench): Judged {
  return {
    name: `The deletion of an account with ${rows.toLocaleString('en')} rows`,
    target: 'every cascade uses an index',
    ours: `${milliseconds(time)}, ${String(scanned)} rows read by scans`,
    naive: '',
    ratio: '',
    naively: '',
    holds: scanned === 0,
  }
}

/** Three digits that count: 0.327 ms, 2.4 ms, 211 ms. */
export function milliseconds(value: number): string {
  return `${value < 1 ? value.toFixed(2) : value.toFixed(value < 10 ? 1 : 0)} ms`
}

function pages(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'page' : 'pages'}`
}

function bytes(count: number): string {
  return `${Math.round(count).toLocaleString('en')} bytes`
}

/** How many times, to two digits. */
export function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')}×`
}
