const { CI: ci = '', WORKBENCH: kind = '', WORKBENCH_IMAGE: image = '' } = process.env

/**
 * Options of a `describe` whose tests need what the image of .ci/postgres-image has and other servers mostly lack: wal2json,
 * pgTAP, pg_cron. In CI each container is one, so that a wrong name fails there.
 */
export const inDebianImage = {
  skip: kind !== 'container' || (ci === '' && !image.startsWith('database-workbench:')),
}
