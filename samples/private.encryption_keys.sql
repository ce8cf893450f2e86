-- The fingerprints of keys that do not exist.
insert into private.encryption_keys (version, fingerprint, created_at, retired_at)
values
  (
    1,
    '1111111111111111111111111111111111111111111111111111111111111111',
    '2026-01-01 00:00:00+00',
    '2026-02-01 00:00:00+00'
  ),
  (
    2,
    '2222222222222222222222222222222222222222222222222222222222222222',
    '2026-02-01 00:00:00+00',
    null
  );
