import type { DbResult } from '../commands/db.ts'
import type { Paint } from './paint.ts'

/** How the local server is now; the bare URL, for other programs, when that was asked for. */
export function renderDb(result: DbResult, paint: Paint): string {
  if (result.kind === 'url') return result.url
  if (result.kind === 'workbench') return renderWorkbench(result.stopped, paint)
  const place = `Its data is in ${result.folder}.`
  if (result.kind === 'stopped') {
    const state = result.wasRunning ? 'Stopped.' : 'Not running.'
    return `${paint.notice(state)} ${place} Start it with: npm run db start`
  }
  const words = {
    start: result.started ? 'Started' : 'Running already',
    status: 'Running',
    reset: 'Built again, empty',
  }
  return `${paint.good(words[result.action])}: ${result.address} (process ${String(result.pid)}). ${place}`
}

function renderWorkbench(stopped: readonly string[], paint: Paint): string {
  if (stopped.length === 0)
    return `${paint.notice('No workbench runs.')} It stops when it is not used for ten minutes.`
  return `${paint.good('Stopped')}: ${stopped.join(', ')}. The next command that needs a workbench starts it.`
}
