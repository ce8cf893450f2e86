import type { Scene } from './fault.ts'

/**
 * Waits until the limits of a session that nobody serves any more have ended it, and lets another deployer run, who
 * must succeed. Answers what went wrong.
 */
export async function complainOfHolder(scene: Scene, holder: string): Promise<string[]> {
  if (!(await scene.isFree())) return [`${holder} holds the migration lock beyond its limits`]
  const { code, stderr } = await scene.another()
  return code === 0 ? [] : [`another deployer beside ${holder}: ${stderr.trim()}`]
}
