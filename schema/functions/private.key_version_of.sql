create function private.key_version_of(value text)
returns integer
language sql
immutable
strict
security invoker
set search_path = ''
as $$
  select
    case
      when octet_length(value) <= 16384 then
        substring(
          value
          from '^v([1-9][0-9]{0,4})\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]+$'
        )::integer
    end
$$;

comment on function private.key_version_of(text) is
  'The version of the key that encrypted a token, read from its form (see the domain token_ciphertext); null for a text without that form.';

-- Generated columns call it as the one who writes: an update of a profile's name alone needs it too.
revoke execute on function private.key_version_of(text) from public, anon, authenticated, service_role;
grant execute on function private.key_version_of(text) to authenticated, service_role;
