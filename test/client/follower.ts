import { expect, vi } from 'vitest'
import { followLogs } from '../../client/logs.ts'
import type { FollowOptions, LogLine } from '../../client/logs.ts'
import { ada } from '../schema/scene.ts'
import { clientOf } from './data-api.ts'
import type { DataApi } from './data-api.ts'
import { openRealtime } from './realtime.ts'
import type { Realtime } from './realtime.ts'

/** A page that follows a task. */
export interface Follower {
  readonly lines: readonly LogLine[]
  readonly messages: () => string[]
  readonly states: readonly string[]
  /** How many lines that came after an interruption were written before a line that the page had by then. */
  readonly countLate: () => number
  readonly isLive: () => Promise<void>
  readonly realtime: Realtime
}

/** What a page follows, through which doors. */
export interface FollowerOptions extends DataApi {
  /** Those that get what a subscriber hears. */
  readonly services: Set<Realtime>
  readonly taskId: string
  /** Ada's id unless told. */
  readonly userId?: string
  readonly known?: FollowOptions['known']
  readonly claims?: { readonly role: string; readonly sub?: string }
}

/** Opens a page of Ada's that follows a task, and closes it in the end. */
export async function withFollower<T>(
  {
    services,
    taskId,
    userId = ada,
    known = [],
    claims = { role: 'authenticated', sub: ada },
    ...api
  }: FollowerOptions,
  use: (follower: Follower) => Promise<T>,
): Promise<T> {
  const realtime = openRealtime()
  services.add(realtime)
  const client = clientOf(api, claims, realtime)
  const lines: LogLine[] = []
  const states: string[] = []
  let late = 0
  const stop = followLogs(client, {
    userId,
    taskId,
    known,
    onLines: (more) => {
      const newest = lines.reduce((max, { seq }) => Math.max(max, seq), 0)
      if (states.at(-1) !== 'live') late += more.filter(({ seq }) => seq < newest).length
      lines.push(...more)
    },
    onState: (state, reason) =>
      states.push(reason === undefined ? state : `${state}: ${reason.message}`),
  })
  try {
    return await use({
      lines,
      states,
      realtime,
      countLate: () => late,
      messages: () => lines.map(({ message }) => message),
      isLive: async () => {
        await eventually(() => states.at(-1), 'live')
      },
    })
  } finally {
    await stop()
    services.delete(realtime)
  }
}

/** Waits until it is so, a minute at most. (`expect.poll` is not for tests that run side by side.) */
export async function eventually(read: () => unknown, expected: unknown): Promise<void> {
  const options = { timeout: 60_000, interval: 10 }
  await vi.waitFor(() => {
    expect(read()).toEqual(expected)
  }, options)
}
