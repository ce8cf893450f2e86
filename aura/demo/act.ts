import type { SQLQuery } from '../../src/postgres/connect.ts'
import { callOf } from './caller.ts'
import type { Answer, Caller, Row } from './caller.ts'

/** A step before it is played: who asks for what, and how the answer is told. */
export interface Act {
  readonly caller: Caller
  readonly query: SQLQuery
  /** The query as it is shown. */
  readonly call: string
  /** Says what came back. Throws an error when it is not what it should be. */
  readonly tell: (answer: Answer) => string | Promise<string>
}

/** A call of a function of the API, with its named arguments; shown with `shown` as its arguments. */
export function rpc(
  caller: Caller,
  { name, args, shown }: { readonly name: string; readonly args: Row; readonly shown: string },
  tell: Act['tell'],
): Act {
  return { caller, query: callOf(name, args), call: `${name}(${shown})`, tell }
}

/** The rows of an answer. Throws an error for a refusal. */
export function rowsOf(answer: Answer): readonly Row[] {
  if (answer.kind === 'rows') return answer.rows
  throw new Error(`should not be refused: ${answer.message} (${answer.code})`)
}

/** The value that a function answered. Throws an error for a refusal. */
export function valueOf(answer: Answer): string {
  return String(rowsOf(answer)[0]?.['answer'])
}

/** Tells how many rows came. Throws an error when it is another number. */
export function countedRows(expected: number): Act['tell'] {
  return (answer) => {
    const found = rowsOf(answer).length
    if (found === expected) return `${String(found)} rows`
    throw new Error(`should be ${String(expected)} rows, not ${String(found)}`)
  }
}

/** Tells a refusal with that code. Throws an error for anything else. */
export function refusedWith(code: string): Act['tell'] {
  return (answer) => {
    if (answer.kind === 'refused' && answer.code === code)
      return `refused: ${answer.message} (${code})`
    throw new Error(`should be refused with ${code}: ${JSON.stringify(answer)}`)
  }
}
