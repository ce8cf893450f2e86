-- lint-ignore row-security-without-policies: it is for the server, whose role passes row security; nobody else sees a row
create table private.encryption_keys (
  version integer not null,
  fingerprint text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  constraint encryption_keys_pkey primary key (version),
  constraint encryption_keys_fingerprint_key unique (fingerprint),
  constraint encryption_keys_version_check check (version between 1 and 99999),
  constraint encryption_keys_fingerprint_check check (fingerprint ~ '^[0-9a-f]{64}$')
);

alter table private.encryption_keys enable row level security;

comment on table private.encryption_keys is
  'The keys that tokens may be encrypted with: which ones there are, never the keys themselves. A token of a key that is not here is refused, so the first token cannot be stored before its key is registered.';
comment on column private.encryption_keys.version is
  'The number that stands in front of each token of this key.';
comment on column private.encryption_keys.fingerprint is
  'SHA-256 of the key, 64 lowercase hex digits: tells keys apart and gives nothing away.';
comment on column private.encryption_keys.created_at is
  'When the key was registered.';
comment on column private.encryption_keys.retired_at is
  'Since when nothing is encrypted with it any more; null for a key in use. Its tokens can still be read.';
