-- The fingerprints of keys that do not exist. No token names the first: none can be stored under a retired key.
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
  ),
  (
    3,
    '3333333333333333333333333333333333333333333333333333333333333333',
    '2026-02-10 00:00:00+00',
    null
  );
