revoke all on table private.encryption_keys from anon, authenticated, service_role;
-- No delete: a key is retired, its row stays for the tokens that it encrypted. No policies either: the server bypasses row
-- security, and nobody else may come near.
grant select, insert, update on table private.encryption_keys to service_role;
