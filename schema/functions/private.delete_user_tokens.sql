create function private.delete_user_tokens(
  p_user_id uuid,
  p_provider text default 'google'
)
returns void
language plpgsql
volatile
security definer
set search_path = ''
as $$
begin
  perform private.assert_acting_for(p_user_id);
  perform private.assert_given('p_user_id', p_user_id is not null);
  perform private.assert_given('p_provider', p_provider is not null);

  delete from public.user_tokens as token
  where token.user_id = p_user_id and token.provider = p_provider;
end
$$;

-- security definer: users may disconnect a provider though they have no right on the table of tokens.
comment on function private.delete_user_tokens(uuid, text) is 'Body of public.delete_user_tokens.';

revoke execute on function private.delete_user_tokens(uuid, text) from public, anon, authenticated, service_role;
grant execute on function private.delete_user_tokens(uuid, text) to authenticated, service_role;
